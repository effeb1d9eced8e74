import { expect } from '@open-wc/testing';
import { readDocument } from '@pipeline-kit/model/schema';
import { dynamicsPipeline, isDynamics } from '../../packages/sources/src/dynamics.js';
import type { AdaptedPipeline } from '../../packages/sources/src/vendor.js';

const label = 'OData.Community.Display.V1.FormattedValue';
const reasons = ({ issues }: AdaptedPipeline): string[] =>
  issues.map(({ path, reason }) => `${path}: ${reason}`);

const renewal = {
  '@odata.etag': 'W/"1200001"',
  opportunityid: '55555555-5555-5555-5555-555555555555',
  name: 'Contoso renewal',
  estimatedvalue: 12000,
  [`estimatedvalue@${label}`]: '12.000,00 €',
  estimatedvalue_base: 12960,
  exchangerate: 0.925926,
  _transactioncurrencyid_value: 'cccccccc-0000-0000-0000-000000000001',
  [`_transactioncurrencyid_value@${label}`]: 'Euro',
  transactioncurrencyid: { isocurrencycode: 'EUR' },
  actualvalue: null,
  actualclosedate: null,
  estimatedclosedate: '2026-12-31',
  closeprobability: 60,
  statecode: 0,
  [`statecode@${label}`]: 'Offen',
  statuscode: 1,
  [`statuscode@${label}`]: 'In Bearbeitung',
  salesstage: 1,
  [`salesstage@${label}`]: 'Develop',
  stepname: '2-Develop',
  msdyn_forecastcategory: 100000002,
  _parentaccountid_value: 'aaaaaaaa-0000-0000-0000-000000000001',
  [`_parentaccountid_value@${label}`]: 'Contoso',
  _ownerid_value: '11111111-0000-0000-0000-000000000001',
  [`_ownerid_value@${label}`]: 'Ines Falkner',
  '_ownerid_value@Microsoft.Dynamics.CRM.lookuplogicalname': 'systemuser',
  _new_partner_value: 'bbbbbbbb-0000-0000-0000-000000000001',
  [`_new_partner_value@${label}`]: 'North',
  createdon: '2026-01-02T03:04:05Z',
  modifiedon: '2026-02-03T04:05:06Z',
};
const won = {
  ...renewal,
  opportunityid: '55555555-5555-5555-5555-555555555556',
  name: 'Contoso seats',
  estimatedvalue: 1000,
  actualvalue: 950.5,
  actualclosedate: '2026-02-10',
  statecode: 1,
  statuscode: 3,
  [`statuscode@${label}`]: 'Gewonnen',
  stepname: '3-Propose',
  _parentaccountid_value: null,
  [`_parentaccountid_value@${label}`]: null,
  _new_partner_value: null,
  [`_new_partner_value@${label}`]: null,
};
const lost = {
  ...won,
  opportunityid: '55555555-5555-5555-5555-555555555557',
  name: 'Contoso add-on',
  actualvalue: 0,
  actualclosedate: '2026-02-11',
  statecode: 2,
  statuscode: 5,
  [`statuscode@${label}`]: 'Out-Sold',
  stepname: '1-Qualify',
};
const response = {
  '@odata.context': 'https://org.crm.dynamics.com/api/data/v9.2/$metadata#opportunities',
  value: [renewal, won, lost],
};

describe('dynamicsPipeline(response)', () => {
  it('turns opportunities into this document', () => {
    const adapted = dynamicsPipeline(response, { fields: { partner: '_new_partner_value' } });
    expect(adapted.issues).to.deep.equal([]);
    expect(adapted.document).to.deep.equal({
      schema: 'pipeline-kit/document@1',
      meta: { source: 'Dynamics 365', history: 'current-only' },
      settings: { reportTimeZone: 'UTC', reportingCurrency: 'EUR' },
      stages: [
        { id: '1-Qualify', pipeline: 'main', name: '1-Qualify', position: 10, kind: 'open' },
        { id: '2-Develop', pipeline: 'main', name: '2-Develop', position: 20, kind: 'open' },
        { id: '3-Propose', pipeline: 'main', name: '3-Propose', position: 30, kind: 'open' },
        { id: 'Won', pipeline: 'main', name: 'Won', position: 40, kind: 'won' },
        { id: 'Lost', pipeline: 'main', name: 'Lost', position: 50, kind: 'lost' },
      ],
      partners: [{ id: 'bbbbbbbb-0000-0000-0000-000000000001', name: 'North' }],
      opportunities: [
        {
          id: '55555555-5555-5555-5555-555555555555',
          createdAt: '2026-01-02T03:04:05.000Z',
          name: 'Contoso renewal',
          customer: { id: 'aaaaaaaa-0000-0000-0000-000000000001', name: 'Contoso' },
          history: [
            {
              at: null,
              set: {
                amount: 1_200_000,
                currency: 'EUR',
                partner: 'bbbbbbbb-0000-0000-0000-000000000001',
                owner: 'Ines Falkner',
                closeDate: '2026-12-31',
                probability: 0.6,
                category: 'bestCase',
                stage: '2-Develop',
              },
            },
          ],
        },
        {
          id: '55555555-5555-5555-5555-555555555556',
          createdAt: '2026-01-02T03:04:05.000Z',
          name: 'Contoso seats',
          history: [
            { at: null, set: { amount: 95_050, currency: 'EUR', owner: 'Ines Falkner', stage: '3-Propose' } },
            { at: '2026-02-10', set: { stage: 'Won', closeDate: '2026-12-31' } },
          ],
        },
        {
          id: '55555555-5555-5555-5555-555555555557',
          createdAt: '2026-01-02T03:04:05.000Z',
          name: 'Contoso add-on',
          history: [
            {
              at: null,
              set: { amount: 100_000, currency: 'EUR', owner: 'Ines Falkner', stage: '1-Qualify' },
            },
            { at: '2026-02-11', set: { stage: 'Lost', lostReason: 'Out-Sold', closeDate: '2026-12-31' } },
          ],
        },
      ],
    });
    expect(readDocument(adapted.document)).to.deep.include({ dropped: 0, issues: [] });
  });

  it('dates the present stage by the business process, of several by the last', () => {
    const process = {
      _opportunityid_value: renewal.opportunityid,
      _activestageid_value: 'dddd',
      activestagestartedon: '2026-01-05T10:00:00Z',
      completedon: null,
    };
    const processes = {
      value: [
        {
          ...process,
          [`_activestageid_value@${label}`]: 'Propose',
          activestagestartedon: '2026-02-01T10:00:00Z',
        },
        { ...process, [`_activestageid_value@${label}`]: 'Qualify' },
      ],
    };
    const adapted = dynamicsPipeline(response, { processes });
    expect(adapted.grade).to.equal('stage-entry');
    expect(adapted.document.opportunities[0]?.history.at(-1)).to.deep.equal({
      at: '2026-02-01T10:00:00.000Z',
      set: { stage: 'Propose' },
    });
  });

  it('looks currencies up by id when they are not expanded, and asks when it cannot', () => {
    const { transactioncurrencyid: _, ...bare } = renewal;
    const currencies = { 'cccccccc-0000-0000-0000-000000000001': 'EUR' };
    const priced = dynamicsPipeline({ value: [bare] }, { currencies });
    expect(priced.document.opportunities[0]?.history[0]?.set).to.include({
      amount: 1_200_000,
      currency: 'EUR',
    });
    const unknown = dynamicsPipeline({ value: [bare] });
    expect(reasons(unknown)[0]).to.equal(
      'value[0]._transactioncurrencyid_value: no code for the currency cccccccc-0000-0000-0000-000000000001 (options: currencies)',
    );
    // A label is a word in somebody's language, not a code.
    expect(unknown.document.settings.reportingCurrency).to.equal('XXX');
  });

  it('reads ids where annotations were not asked for, and the sales stage where there is no step', () => {
    const bare = Object.fromEntries(
      Object.entries(renewal).filter(([key]) => !key.includes('@') && key !== 'stepname'),
    );
    const { document } = dynamicsPipeline({ value: [bare] });
    expect(document.stages.map(({ id }) => id)).to.deep.equal(['1']);
    expect(document.opportunities[0]?.customer).to.deep.equal({ id: 'aaaaaaaa-0000-0000-0000-000000000001' });
    expect(document.opportunities[0]?.history[0]?.set.owner).to.equal('11111111-0000-0000-0000-000000000001');
    const withLabel = { ...bare, [`salesstage@${label}`]: 'Develop' };
    expect(dynamicsPipeline({ value: [withLabel] }).document.stages.map(({ id }) => id)).to.deep.equal([
      'Develop',
    ]);
  });

  it('says that there are further pages', () => {
    const page = {
      ...response,
      '@odata.nextLink': 'https://org.crm.dynamics.com/api/data/v9.2/opportunities?$skiptoken=x',
    };
    expect(dynamicsPipeline(page).document.meta?.truncated).to.equal(true);
    expect(dynamicsPipeline([page, { value: [] }]).document.meta?.truncated).to.equal(undefined);
  });

  it('asks about a state it does not know', () => {
    const adapted = dynamicsPipeline({ value: [{ ...renewal, statecode: 7 }] });
    expect(reasons(adapted)).to.deep.equal(['value[0].statecode: unknown status "7"; the stage decides']);
  });
});

describe('isDynamics(json)', () => {
  it('knows a page of opportunities, and nothing else', () => {
    for (const json of [response, [response]]) expect(isDynamics(json)).to.equal(true);
    for (const json of [null, [], {}, { value: [] }, { value: [{ accountid: 'x' }] }, { value: 5 }]) {
      expect(isDynamics(json), JSON.stringify(json)).to.equal(false);
    }
  });
});
