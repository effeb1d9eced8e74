import { expect } from '@open-wc/testing';
import { readDocument } from '@pipeline-kit/model/schema';
import { isSalesforce, salesforcePipeline } from '../../packages/sources/src/salesforce.js';
import type { AdaptedPipeline } from '../../packages/sources/src/vendor.js';

const type = (name: string): object => ({ type: name, url: `/services/data/v63.0/sobjects/${name}/x` });
const history = (...rows: readonly object[]): object => ({
  totalSize: rows.length,
  done: true,
  records: rows,
});
const reasons = ({ issues }: AdaptedPipeline): string[] =>
  issues.map(({ path, reason }) => `${path}: ${reason}`);

/** Two pages of a query with its children, as the API sends them. */
const pages = [
  {
    totalSize: 3,
    done: false,
    nextRecordsUrl: '/services/data/v63.0/query/01gD0000002HU6KIAW-2000',
    records: [
      {
        attributes: type('Opportunity'),
        Id: '0065w00002AbCdEAAV',
        Name: 'Acme, 40 seats',
        AccountId: '0015w00002AcmeAAAV',
        Account: { attributes: type('Account'), Name: 'Acme' },
        OwnerId: '0055w000001OwnrAAA',
        Owner: { attributes: type('User'), Name: 'Ines Falkner' },
        Amount: 120000,
        CurrencyIsoCode: 'EUR',
        Probability: 50,
        StageName: 'Proposal/Price Quote',
        ForecastCategory: 'BestCase',
        ForecastCategoryName: 'Best Case',
        CloseDate: '2026-06-30',
        CreatedDate: '2025-11-03T13:50:24.000+0000',
        IsClosed: false,
        IsWon: false,
        NextStep: null,
        LeadSource: 'Partner',
        Type: null,
        OpportunityPartnersFrom: {
          totalSize: 2,
          done: true,
          records: [
            {
              attributes: type('OpportunityPartner'),
              AccountToId: '0015w00002NorthAAV',
              AccountTo: { Name: 'North' },
              IsPrimary: true,
            },
            {
              attributes: type('OpportunityPartner'),
              AccountToId: '0015w00002SouthAAV',
              AccountTo: { Name: 'South' },
              IsPrimary: false,
            },
          ],
        },
        OpportunityHistories: history(
          {
            StageName: 'Proposal/Price Quote',
            Amount: 120000,
            Probability: 50,
            CloseDate: '2026-06-30',
            ForecastCategory: 'BestCase',
            CreatedDate: '2026-02-27T13:59:29.000+0000',
          },
          {
            StageName: 'Prospecting',
            Amount: null,
            Probability: 10,
            CloseDate: '2026-03-31',
            ForecastCategory: 'Pipeline',
            CreatedDate: '2025-11-03T13:50:24.000+0000',
          },
        ),
      },
      {
        attributes: type('Opportunity'),
        Id: '0065w00002AbCdFAAV',
        Name: 'Bolt',
        AccountId: null,
        Account: null,
        OwnerId: '0055w000001OwnrAAA',
        Owner: { attributes: type('User'), Name: 'Ines Falkner' },
        Amount: 9000.5,
        CurrencyIsoCode: 'EUR',
        Probability: 100,
        StageName: 'Closed Won',
        ForecastCategory: 'Closed',
        ForecastCategoryName: 'Closed',
        CloseDate: '2026-01-15',
        CreatedDate: '2026-01-15T08:00:00.000+0000',
        IsClosed: true,
        IsWon: true,
        NextStep: null,
        LeadSource: null,
        Type: 'New Business',
        OpportunityPartnersFrom: null,
        // Nothing has changed since it was created.
        OpportunityHistories: null,
      },
    ],
  },
  {
    totalSize: 3,
    done: true,
    records: [
      {
        attributes: type('Opportunity'),
        Id: '0065w00002AbCdGAAV',
        Name: 'Cask',
        AccountId: '0015w00002CaskAAAV',
        Account: { attributes: type('Account'), Name: 'Cask' },
        OwnerId: '0055w000001OthrAAA',
        Owner: { attributes: type('User'), Name: 'Max Berg' },
        Amount: 700,
        CurrencyIsoCode: 'JPY',
        Probability: 0,
        StageName: 'Closed Lost',
        ForecastCategory: 'Omitted',
        ForecastCategoryName: 'Omitted',
        CloseDate: '2026-02-01',
        CreatedDate: '2026-01-10T08:00:00.000+0000',
        IsClosed: true,
        IsWon: false,
        NextStep: null,
        LeadSource: null,
        Type: null,
        OpportunityPartnersFrom: null,
        OpportunityHistories: history(
          {
            StageName: 'Prospecting',
            Amount: 700,
            Probability: 10,
            CloseDate: '2026-03-31',
            ForecastCategory: 'Pipeline',
            CreatedDate: '2026-01-10T08:00:00.000+0000',
          },
          {
            StageName: 'Closed Lost',
            Amount: 700,
            Probability: 0,
            CloseDate: '2026-02-01',
            ForecastCategory: 'Omitted',
            CreatedDate: '2026-02-01T17:30:00.000+0000',
          },
        ),
      },
    ],
  },
];

const stages = {
  totalSize: 4,
  done: true,
  records: [
    {
      MasterLabel: 'Closed Won',
      ApiName: 'Closed Won',
      SortOrder: 8,
      IsActive: true,
      IsClosed: true,
      IsWon: true,
      ForecastCategoryName: 'Closed',
      DefaultProbability: 100,
    },
    {
      MasterLabel: 'First talks',
      ApiName: 'Prospecting',
      SortOrder: 1,
      IsActive: true,
      IsClosed: false,
      IsWon: false,
      ForecastCategoryName: 'Pipeline',
      DefaultProbability: 10,
    },
    {
      MasterLabel: 'Proposal/Price Quote',
      ApiName: 'Proposal/Price Quote',
      SortOrder: 5,
      IsActive: false,
      IsClosed: false,
      IsWon: false,
      ForecastCategoryName: 'Best Case',
      DefaultProbability: 50,
    },
    {
      MasterLabel: 'Closed Lost',
      ApiName: 'Closed Lost',
      SortOrder: 9,
      IsActive: true,
      IsClosed: true,
      IsWon: false,
      ForecastCategoryName: 'Omitted',
      DefaultProbability: 0,
    },
  ],
};

describe('salesforcePipeline(response)', () => {
  it('turns pages with their histories, partners and stages into this document', () => {
    const adapted = salesforcePipeline(pages, {
      stages,
      asOf: '2026-03-31',
      fetchedAt: '2026-03-31T09:00:00Z',
    });
    expect(adapted.issues).to.deep.equal([]);
    expect(adapted.document).to.deep.equal({
      schema: 'pipeline-kit/document@1',
      meta: { source: 'Salesforce', asOf: '2026-03-31', fetchedAt: '2026-03-31T09:00:00Z', history: 'full' },
      settings: { reportTimeZone: 'UTC', reportingCurrency: 'EUR' },
      stages: [
        {
          id: 'Prospecting',
          pipeline: 'main',
          name: 'First talks',
          position: 1,
          kind: 'open',
          probability: 0.1,
          category: 'pipeline',
        },
        {
          id: 'Proposal/Price Quote',
          pipeline: 'main',
          name: 'Proposal/Price Quote',
          position: 5,
          kind: 'open',
          probability: 0.5,
          category: 'bestCase',
        },
        { id: 'Closed Won', pipeline: 'main', name: 'Closed Won', position: 8, kind: 'won', probability: 1 },
        {
          id: 'Closed Lost',
          pipeline: 'main',
          name: 'Closed Lost',
          position: 9,
          kind: 'lost',
          probability: 0,
        },
      ],
      partners: [{ id: '0015w00002NorthAAV', name: 'North' }],
      opportunities: [
        {
          id: '0065w00002AbCdEAAV',
          createdAt: '2025-11-03T13:50:24.000Z',
          name: 'Acme, 40 seats',
          customer: { id: '0015w00002AcmeAAAV', name: 'Acme' },
          attributes: { leadSource: 'Partner', type: null },
          history: [
            { at: null, set: { owner: 'Ines Falkner', partner: '0015w00002NorthAAV' } },
            {
              at: '2025-11-03T13:50:24.000Z',
              set: {
                stage: 'Prospecting',
                amount: null,
                closeDate: '2026-03-31',
                probability: 0.1,
                category: 'pipeline',
              },
            },
            {
              at: '2026-02-27T13:59:29.000Z',
              set: {
                stage: 'Proposal/Price Quote',
                amount: 12_000_000,
                currency: 'EUR',
                closeDate: '2026-06-30',
                probability: 0.5,
                category: 'bestCase',
              },
            },
          ],
        },
        {
          id: '0065w00002AbCdFAAV',
          createdAt: '2026-01-15T08:00:00.000Z',
          name: 'Bolt',
          attributes: { leadSource: null, type: 'New Business' },
          history: [
            { at: null, set: { owner: 'Ines Falkner' } },
            {
              at: '2026-01-15T08:00:00.000Z',
              set: {
                stage: 'Closed Won',
                amount: 900_050,
                currency: 'EUR',
                closeDate: '2026-01-15',
                probability: 1,
              },
            },
          ],
        },
        {
          id: '0065w00002AbCdGAAV',
          createdAt: '2026-01-10T08:00:00.000Z',
          name: 'Cask',
          customer: { id: '0015w00002CaskAAAV', name: 'Cask' },
          attributes: { leadSource: null, type: null },
          history: [
            { at: null, set: { owner: 'Max Berg' } },
            {
              at: '2026-01-10T08:00:00.000Z',
              set: {
                stage: 'Prospecting',
                amount: 700,
                currency: 'JPY',
                closeDate: '2026-03-31',
                probability: 0.1,
                category: 'pipeline',
              },
            },
            {
              at: '2026-02-01T17:30:00.000Z',
              set: {
                stage: 'Closed Lost',
                amount: 700,
                currency: 'JPY',
                closeDate: '2026-02-01',
                probability: 0,
                category: 'omitted',
              },
            },
          ],
        },
      ],
    });
    expect(readDocument(adapted.document).dropped).to.equal(0);
  });

  it('infers stages when no list of them is given, also those that only histories name', () => {
    const { document } = salesforcePipeline(pages);
    expect(document.stages.map(({ id, kind }) => `${id} ${kind}`)).to.deep.equal([
      'Prospecting open',
      'Proposal/Price Quote open',
      'Closed Won won',
      'Closed Lost lost',
    ]);
  });

  it('marks a page with more behind it as truncated', () => {
    const adapted = salesforcePipeline(pages[0]);
    expect(adapted.document.meta?.truncated).to.equal(true);
    expect(reasons(adapted)[0]).to.equal(
      'records: a part of the list only: nextRecordsUrl says that there is more',
    );
    const [first, last] = pages;
    const short = salesforcePipeline([
      { ...first, totalSize: 9 },
      { ...last, totalSize: 9 },
    ]);
    expect(reasons(short)[0]).to.equal('[1]: a part of the list only: totalSize is 9, here are 3');
  });

  const record = {
    attributes: type('Opportunity'),
    Id: '0065w00002AbCdEAAV',
    StageName: 'Proposal',
    Amount: 5,
    CreatedDate: '2026-01-01T00:00:00.000+0000',
  };
  const one = (facts: object, options = {}): AdaptedPipeline =>
    salesforcePipeline({ done: true, totalSize: 1, records: [{ ...record, ...facts }] }, options);

  it('knows only the present without histories, dated by the last change of the stage where it is sent', () => {
    expect(one({}).grade).to.equal('current-only');
    const dated = one({ LastStageChangeDate: '2026-02-01T10:00:00.000+0000' });
    expect(dated.grade).to.equal('stage-entry');
    expect(dated.document.opportunities[0]?.history.at(-1)).to.deep.equal({
      at: '2026-02-01T10:00:00.000Z',
      set: { stage: 'Proposal' },
    });
  });

  it('joins histories given beside, by long and by short ids', () => {
    const histories = [
      {
        OpportunityId: '0065w00002AbCdE',
        StageName: 'Proposal',
        Amount: 5,
        CreatedDate: '2026-01-20T00:00:00.000+0000',
      },
      {
        OpportunityId: '0065w00002AbCdE',
        StageName: 'Lead',
        Amount: 5,
        CreatedDate: '2026-01-01T00:00:00.000+0000',
      },
    ];
    const adapted = one({}, { histories });
    expect(adapted.grade).to.equal('full');
    expect(adapted.document.opportunities[0]?.history.map(({ set }) => set.stage)).to.deep.equal([
      'Lead',
      'Proposal',
    ]);
  });

  it('adds changes of owner from the field history, taking names or ids as the record does', () => {
    const change = { OpportunityId: record.Id, CreatedDate: '2026-01-20T00:00:00.000+0000' };
    const fieldHistories = [
      { ...change, Field: 'created', OldValue: null, NewValue: null },
      { ...change, Field: 'Owner', OldValue: '0055w000001OwnrAAA', NewValue: '0055w000001OthrAAA' },
      { ...change, Field: 'Owner', OldValue: 'Ines', NewValue: 'Max' },
      { ...change, Field: 'StageName', OldValue: 'Lead', NewValue: 'Proposal' },
    ];
    const named = one({ Owner: { Name: 'Max' } }, { fieldHistories });
    expect(named.grade).to.equal('full');
    expect(named.document.opportunities[0]?.history).to.deep.equal([
      { at: null, set: { amount: 500, currency: 'XXX' } },
      { at: '2026-01-01T00:00:00.000Z', set: { owner: 'Ines', stage: 'Lead' } },
      { at: '2026-01-20T00:00:00.000Z', set: { owner: 'Max', stage: 'Proposal' } },
    ]);
    const byId = one({ OwnerId: '0055w000001OthrAAA' }, { fieldHistories });
    expect(byId.document.opportunities[0]?.history.at(-1)?.set.owner).to.equal('0055w000001OthrAAA');
  });

  it('takes no log from a field history that does not track the stage', () => {
    const fieldHistories = [
      {
        OpportunityId: record.Id,
        Field: 'Amount',
        OldValue: 1,
        NewValue: 5,
        CreatedDate: '2026-01-20T00:00:00.000+0000',
      },
    ];
    expect(one({}, { fieldHistories }).grade).to.equal('current-only');
  });

  it('says when a history is cut, begins late, has a bad row or does not lead to the present', () => {
    const row = { StageName: 'Lead', Amount: 5, CreatedDate: '2026-01-20T00:00:00.000+0000' };
    const adapted = one({
      OpportunityHistories: { totalSize: 9, done: false, records: [row, { ...row, CreatedDate: 'soon' }] },
    });
    expect(reasons(adapted)).to.include.members([
      'records[0].OpportunityHistories: a part of the history only: 2 rows of 9',
      'records[0].OpportunityHistories.records[1].CreatedDate: expected a date, got "soon"',
      'records[0]: its history begins on 2026-01-20, after it was created',
      'records[0]: the log ends in Lead, the record says Proposal',
    ]);
    expect(adapted.document.opportunities[0]?.history.at(-1)).to.deep.equal({
      at: '2026-01-20T00:00:00.000Z',
      set: { stage: 'Proposal' },
    });
  });

  it('takes the first of two primary partners and none of several without one, and says so', () => {
    const partner = (id: string, IsPrimary: boolean): object => ({
      AccountToId: id,
      AccountTo: { Name: id.toUpperCase() },
      IsPrimary,
    });
    const two = one({ OpportunityPartners: history(partner('a', true), partner('b', true)) });
    expect(two.document.partners).to.deep.equal([{ id: 'a', name: 'A' }]);
    expect(reasons(two)[0]).to.equal(
      'records[0].OpportunityPartners: 2 primary partners; the first is taken, A',
    );
    const none = one({ OpportunityPartners: history(partner('a', false), partner('b', false)) });
    expect(none.document.partners).to.deep.equal([]);
    expect(one({ OpportunityPartners: history(partner('a', false)) }).document.partners).to.have.length(1);
    const beside = one({}, { partners: [{ OpportunityId: record.Id, ...partner('c', true) }] });
    expect(beside.document.partners).to.deep.equal([{ id: 'c', name: 'C' }]);
    expect(one({ PartnerAccountId: 'd', PartnerAccount: { Name: 'Dee' } }).document.partners).to.deep.equal([
      { id: 'd', name: 'Dee' },
    ]);
  });

  it('reads a tree in any capitals, with reference ids for ids', () => {
    const { document } = salesforcePipeline({
      records: [
        {
          attributes: { type: 'Opportunity', referenceId: 'ref1' },
          amount: '119373.34',
          closedate: '2020-12-22T21:16:01Z',
          StageName: 'Closed/Won',
        },
      ],
    });
    expect(document.opportunities).to.deep.equal([
      {
        id: 'ref1',
        createdAt: null,
        attributes: { leadSource: null, type: null },
        history: [
          { at: null, set: { amount: 11937334, currency: 'XXX' } },
          { at: '2020-12-22', set: { stage: 'Closed/Won', closeDate: '2020-12-22' } },
        ],
      },
    ]);
  });

  it('sets other objects aside', () => {
    const adapted = salesforcePipeline({
      records: [record, { attributes: type('Account'), Id: 'x', Name: 'Acme' }],
    });
    expect(adapted.document.opportunities).to.have.length(1);
    expect(adapted.issues[0]).to.include({
      path: 'records[1]',
      reason: 'expected an Opportunity, got Account',
      effect: 'dropped',
    });
  });

  it('marks what the source deleted', () => {
    expect(one({ IsDeleted: true }).document.opportunities[0]?.history[0]?.set.deleted).to.equal(true);
  });
});

describe('isSalesforce(json)', () => {
  it('knows a query, its pages and a tree, and nothing else', () => {
    for (const json of [pages, pages[0], { records: [{ attributes: { type: 'Opportunity' } }] }])
      expect(isSalesforce(json)).to.equal(true);
    for (const json of [
      null,
      [],
      {},
      { records: [] },
      { records: [{ attributes: { type: 'Account' } }] },
      { records: [{ StageName: 'x' }] },
    ]) {
      expect(isSalesforce(json), JSON.stringify(json)).to.equal(false);
    }
  });
});
