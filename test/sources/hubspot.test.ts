import { expect } from '@open-wc/testing';
import { readDocument } from '@pipeline-kit/model/schema';
import { hubspotPipeline, isHubspot } from '../../packages/sources/src/hubspot.js';
import { hubspotStages } from '../../packages/sources/src/hubspot-stages.js';
import type { AdaptedPipeline } from '../../packages/sources/src/vendor.js';

const reasons = ({ issues }: AdaptedPipeline): string[] =>
  issues.map(({ path, reason }) => `${path}: ${reason}`);
const entry = (value: string, timestamp: string): object => ({
  value,
  timestamp,
  sourceType: 'CRM_UI',
  sourceId: 'userId:12345',
});

const pipelines = {
  results: [
    {
      id: 'default',
      label: 'Sales',
      displayOrder: 0,
      createdAt: '1970-01-01T00:00:00Z',
      stages: [
        {
          id: 'closedlost',
          label: 'Closed lost',
          displayOrder: 4,
          metadata: { probability: '0', isClosed: 'true' },
        },
        {
          id: 'closedwon',
          label: 'Closed won',
          displayOrder: 3,
          metadata: { probability: '1.0', isClosed: 'true' },
        },
        {
          id: 'presentationscheduled',
          label: 'Presentation',
          displayOrder: 1,
          metadata: { probability: '0.6', isClosed: 'false' },
        },
        {
          id: 'appointmentscheduled',
          label: 'Appointment',
          displayOrder: 1,
          metadata: { probability: '0.2', isClosed: 'false' },
        },
      ],
    },
    {
      id: '7001',
      label: 'Renewals',
      displayOrder: 1,
      stages: [
        {
          id: '153288493',
          label: 'Upcoming',
          displayOrder: 0,
          metadata: { probability: '0.8', isClosed: 'false' },
        },
      ],
    },
  ],
};

const deals = {
  results: [
    {
      id: '12345678901',
      archived: false,
      createdAt: '2025-09-01T14:30:00.000Z',
      updatedAt: '2025-09-28T10:15:00.000Z',
      properties: {
        dealname: 'New Enterprise Deal',
        amount: '50000',
        amount_in_home_currency: '54000',
        deal_currency_code: 'EUR',
        dealstage: 'presentationscheduled',
        pipeline: 'default',
        closedate: '2025-10-15T00:00:00.000Z',
        createdate: '2025-09-01T14:30:00.000Z',
        hs_deal_stage_probability: '0.6',
        hs_manual_forecast_category: 'BEST_CASE',
        hs_is_closed: 'false',
        hs_is_closed_won: 'false',
        hubspot_owner_id: '166322228',
        closed_lost_reason: null,
        reseller: 'North',
      },
      propertiesWithHistory: {
        dealstage: [
          entry('presentationscheduled', '2025-09-28T10:15:00.000Z'),
          // The same value once more is no change.
          entry('appointmentscheduled', '2025-09-20T08:00:00.000Z'),
          entry('appointmentscheduled', '2025-09-15T14:30:00.000Z'),
          entry('153288493', '2025-09-01T14:30:00.000Z'),
        ],
        amount: [entry('50000', '2025-09-28T10:15:00.000Z'), entry('', '2025-09-01T14:30:00.000Z')],
      },
      associations: { companies: { results: [{ id: '9001', type: 'deal_to_company' }] } },
    },
    {
      id: '12345678902',
      archived: false,
      properties: {
        dealname: 'Lost one',
        amount: '12.5',
        deal_currency_code: 'EUR',
        dealstage: 'closedlost',
        pipeline: 'default',
        // A write example of the vendor shows dates like this.
        closedate: '1759276800000',
        createdate: '1756684800000',
        hs_deal_stage_probability: '0',
        hs_manual_forecast_category: null,
        hs_is_closed: 'true',
        hs_is_closed_won: 'false',
        hubspot_owner_id: null,
        closed_lost_reason: 'price',
        reseller: '',
      },
      propertiesWithHistory: {
        dealstage: [
          entry('closedlost', '2025-10-01T09:00:00.000Z'),
          entry('appointmentscheduled', '2025-09-01T00:00:00.000Z'),
        ],
        amount: [entry('12.5', '2025-09-01T00:00:00.000Z')],
      },
    },
  ],
};

describe('hubspotPipeline(response)', () => {
  it('turns deals with their history, pipelines and companies into this document', () => {
    const companies = { results: [{ id: '9001', properties: { name: 'Acme' } }] };
    const adapted = hubspotPipeline(deals, {
      pipelines,
      companies,
      fields: { partner: 'properties.reseller' },
    });
    expect(adapted.issues).to.deep.equal([]);
    expect(adapted.document).to.deep.equal({
      schema: 'pipeline-kit/document@1',
      meta: { source: 'HubSpot', history: 'full' },
      settings: { reportTimeZone: 'UTC', reportingCurrency: 'EUR' },
      stages: [
        {
          id: 'appointmentscheduled',
          pipeline: 'default',
          name: 'Appointment',
          position: 10,
          kind: 'open',
          probability: 0.2,
        },
        {
          id: 'presentationscheduled',
          pipeline: 'default',
          name: 'Presentation',
          position: 20,
          kind: 'open',
          probability: 0.6,
        },
        {
          id: 'closedwon',
          pipeline: 'default',
          name: 'Closed won',
          position: 30,
          kind: 'won',
          probability: 1,
        },
        {
          id: 'closedlost',
          pipeline: 'default',
          name: 'Closed lost',
          position: 40,
          kind: 'lost',
          probability: 0,
        },
        { id: '153288493', pipeline: '7001', name: 'Upcoming', position: 10, kind: 'open', probability: 0.8 },
      ],
      partners: [{ id: 'North', name: 'North' }],
      opportunities: [
        {
          id: '12345678901',
          createdAt: '2025-09-01T14:30:00.000Z',
          pipeline: 'default',
          name: 'New Enterprise Deal',
          customer: { id: '9001', name: 'Acme' },
          history: [
            {
              at: null,
              set: {
                closeDate: '2025-10-15',
                probability: 0.6,
                category: 'bestCase',
                partner: 'North',
                owner: '166322228',
              },
            },
            { at: '2025-09-01T14:30:00.000Z', set: { stage: '153288493', pipeline: '7001', amount: null } },
            { at: '2025-09-15T14:30:00.000Z', set: { stage: 'appointmentscheduled', pipeline: 'default' } },
            {
              at: '2025-09-28T10:15:00.000Z',
              set: { stage: 'presentationscheduled', amount: 5_000_000, currency: 'EUR' },
            },
          ],
        },
        {
          id: '12345678902',
          createdAt: '2025-09-01T00:00:00.000Z',
          pipeline: 'default',
          name: 'Lost one',
          history: [
            {
              at: '2025-09-01T00:00:00.000Z',
              set: { stage: 'appointmentscheduled', amount: 1250, currency: 'EUR' },
            },
            {
              at: '2025-10-01T09:00:00.000Z',
              set: { stage: 'closedlost', closeDate: '2025-10-01', lostReason: 'price' },
            },
          ],
        },
      ],
    });
    expect(readDocument(adapted.document)).to.deep.include({ dropped: 0, issues: [] });
  });

  const deal = (properties: object, more: object = {}): object => ({
    results: [
      {
        id: '1',
        properties: { dealname: 'x', dealstage: 'appointmentscheduled', amount: '5', ...properties },
        ...more,
      },
    ],
  });

  it('knows the entry into the present stage at best when no history was asked for', () => {
    expect(hubspotPipeline(deal({})).grade).to.equal('current-only');
    const dated = hubspotPipeline(deal({ hs_v2_date_entered_current_stage: '2025-09-28T10:15:00.000Z' }));
    expect(dated.grade).to.equal('stage-entry');
    expect(dated.document.opportunities[0]?.history.at(-1)?.at).to.equal('2025-09-28T10:15:00.000Z');
  });

  it('takes the pipeline of a stage from the list, or from the pipeline property of that time', () => {
    const [found] = hubspotPipeline(deal({ dealstage: '153288493' }), { pipelines }).document.opportunities;
    expect(found?.pipeline).to.equal('7001');
    const history = {
      dealstage: [entry('b', '2025-09-02T00:00:00.000Z'), entry('a', '2025-09-01T00:00:00.000Z')],
      pipeline: [entry('two', '2025-09-02T00:00:00.400Z'), entry('one', '2025-09-01T00:00:00.000Z')],
    };
    const moved = hubspotPipeline(
      deal({ dealstage: 'b', pipeline: 'two' }, { propertiesWithHistory: history }),
    );
    expect(moved.document.opportunities[0]?.history.slice(1)).to.deep.equal([
      { at: '2025-09-01T00:00:00.000Z', set: { stage: 'a', pipeline: 'one' } },
      { at: '2025-09-02T00:00:00.000Z', set: { stage: 'b', pipeline: 'two' } },
    ]);
  });

  it('tells won from lost without a list by the flags, which are texts', () => {
    const { document } = hubspotPipeline({
      results: [
        { id: '1', properties: { dealstage: '11', hs_is_closed: 'true', hs_is_closed_won: 'true' } },
        { id: '2', properties: { dealstage: '12', hs_is_closed: 'true', hs_is_closed_won: 'false' } },
        { id: '3', properties: { dealstage: '13', hs_is_closed: 'false', hs_is_closed_won: 'false' } },
      ],
    });
    expect(document.stages.map(({ id, kind }) => `${id} ${kind}`)).to.deep.equal([
      '13 open',
      '11 won',
      '12 lost',
    ]);
  });

  it('sets a version without a moment aside and says where', () => {
    const adapted = hubspotPipeline(
      deal(
        {},
        {
          propertiesWithHistory: {
            dealstage: [
              entry('appointmentscheduled', 'soon'),
              entry('appointmentscheduled', '2025-09-01T00:00:00Z'),
            ],
          },
        },
      ),
    );
    expect(reasons(adapted)[0]).to.equal(
      'results[0].propertiesWithHistory.dealstage[0].timestamp: expected a moment, got "soon"',
    );
    expect(adapted.grade).to.equal('full');
  });

  it('marks a page with more behind it as truncated, and pages together as whole', () => {
    const next = { paging: { next: { after: 'NTI1Cg%3D%3D', link: '?after=NTI1Cg%3D%3D' } } };
    expect(hubspotPipeline({ ...deal({}), ...next }).document.meta?.truncated).to.equal(true);
    const other = { results: [{ id: '2', properties: { dealstage: 'x', amount: null } }] };
    const whole = hubspotPipeline([{ ...deal({}), ...next }, other]);
    expect(whole.document.meta?.truncated).to.equal(undefined);
    expect(whole.document.opportunities.map(({ id }) => id)).to.deep.equal(['1', '2']);
  });

  it('reads the legacy form: values in objects, moments in milliseconds', () => {
    const property = (
      value: string,
      timestamp: number,
      ...older: readonly (readonly [string, number])[]
    ): object => ({
      value,
      timestamp,
      source: 'API',
      versions: [[value, timestamp] as const, ...older].map(([version, ms]) => ({
        value: version,
        timestamp: ms,
      })),
    });
    const legacy = (dealstage: object): object => ({
      results: [
        {
          portalId: 62515,
          dealId: 1245777,
          isDeleted: false,
          associations: { associatedCompanyIds: [8954037] },
          properties: {
            dealname: property('Old', 1420787917692),
            amount: property('199', 1420787917692),
            createdate: property('1420787917686', 1420787917692),
            dealstage,
          },
        },
      ],
      hasMore: false,
    });
    const present = hubspotPipeline(legacy(property('closedwon', 1420800000000)));
    expect(present.grade).to.equal('stage-entry');
    expect(present.document.opportunities).to.deep.equal([
      {
        id: '1245777',
        createdAt: '2015-01-09T07:18:37.686Z',
        name: 'Old',
        customer: { id: '8954037' },
        history: [
          { at: null, set: { amount: 19900, currency: 'XXX' } },
          { at: '2015-01-09T10:40:00.000Z', set: { stage: 'closedwon' } },
        ],
      },
    ]);
    const full = hubspotPipeline(
      legacy(property('closedwon', 1420800000000, ['appointmentscheduled', 1420787917692])),
    );
    expect(full.grade).to.equal('full');
    expect(full.document.opportunities[0]?.history.map(({ set }) => set.stage)).to.deep.equal([
      'appointmentscheduled',
      'closedwon',
    ]);
  });
});

describe('hubspotStages(response)', () => {
  it('reads the legacy list, one pipeline or several', () => {
    const pipeline = {
      pipelineId: 'p1',
      label: 'auto pipeline',
      stages: [
        { stageId: 'b', label: 'Won', probability: 1, displayOrder: 2, closedWon: true },
        { stageId: 'a', label: 'New', probability: 0.1, displayOrder: 1, closedWon: false },
        { stageId: 'c', label: 'Gone', probability: 0, displayOrder: 3, closedWon: false },
      ],
    };
    const expected = ['p1/a open', 'p1/b won', 'p1/c lost'];
    for (const response of [pipeline, [pipeline]]) {
      expect(
        hubspotStages(response).map(({ pipeline: of, id, kind }) => `${of}/${id} ${kind}`),
      ).to.deep.equal(expected);
    }
  });
});

describe('isHubspot(json)', () => {
  it('knows deals of both versions, and nothing else', () => {
    for (const json of [
      deals,
      [deals],
      deals.results[0],
      { deals: [{ dealId: 1, properties: { dealname: {} } }] },
    ]) {
      expect(isHubspot(json)).to.equal(true);
    }
    for (const json of [
      null,
      [],
      {},
      { results: [] },
      { results: [{ properties: { name: 'Acme' } }] },
      { results: [{ stage: 'x' }] },
    ]) {
      expect(isHubspot(json), JSON.stringify(json)).to.equal(false);
    }
  });
});
