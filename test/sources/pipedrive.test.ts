import { expect } from '@open-wc/testing';
import { readDocument } from '@pipeline-kit/model/schema';
import { isPipedrive, pipedrivePipeline } from '../../packages/sources/src/pipedrive.js';
import { pipedriveStages } from '../../packages/sources/src/pipedrive-stages.js';

const change = (
  deal: number,
  time: string,
  field_key: string,
  old_value: string | null,
  new_value: string | null,
): object => ({
  object: 'dealChange',
  timestamp: time,
  data: {
    id: 3,
    item_id: deal,
    user_id: 123123,
    field_key,
    old_value,
    new_value,
    is_bulk_update_flag: null,
    log_time: time,
    change_source: 'app',
    additional_data: [],
  },
});
const flow = (...data: readonly object[]): object => ({
  success: true,
  data,
  additional_data: { pagination: { more_items_in_collection: false } },
});

const stages = {
  success: true,
  data: [
    {
      id: 12,
      name: 'Contract',
      pipeline_id: 1,
      order_nr: 1,
      deal_probability: 80,
      is_deleted: false,
      is_deal_rot_enabled: true,
      days_to_rotten: 14,
    },
    {
      id: 11,
      name: 'Talks',
      pipeline_id: 1,
      order_nr: 0,
      deal_probability: 20,
      is_deleted: false,
      is_deal_rot_enabled: false,
      days_to_rotten: null,
    },
  ],
};

const base = {
  person_id: 1,
  pipeline_id: 1,
  value: 1000,
  currency: 'BRL',
  update_time: '2026-03-15T15:39:01Z',
  probability: null,
  lost_reason: null,
  is_deleted: false,
  is_archived: false,
  visible_to: 3,
  won_time: null,
  lost_time: null,
  close_time: null,
  label_ids: [],
  custom_fields: { '0000000000000000000000000000000000000001': 'North' },
};
const v2 = {
  success: true,
  data: [
    {
      ...base,
      id: 1,
      title: 'Deal 01',
      owner_id: 123123,
      org_id: 7,
      stage_id: 12,
      status: 'open',
      add_time: '2026-01-15T14:57:34Z',
      stage_change_time: '2026-02-15T15:39:01Z',
      expected_close_date: '2026-04-30',
    },
    {
      ...base,
      id: 2,
      title: 'Deal 02',
      owner_id: 123123,
      org_id: null,
      stage_id: 12,
      status: 'won',
      add_time: '2026-01-10T00:00:00Z',
      stage_change_time: '2026-02-01T00:00:00Z',
      expected_close_date: null,
      close_time: '2026-02-20T10:00:00Z',
      won_time: '2026-02-20T10:00:00Z',
    },
    {
      ...base,
      id: 3,
      title: 'Deal 03',
      owner_id: 123123,
      org_id: null,
      stage_id: 11,
      status: 'lost',
      add_time: '2026-01-10T00:00:00Z',
      stage_change_time: null,
      expected_close_date: null,
      close_time: '2026-01-20T10:00:00Z',
      lost_time: '2026-01-20T10:00:00Z',
      lost_reason: 'price',
      custom_fields: {},
    },
  ],
  additional_data: { next_cursor: null },
};
const flows = [
  flow(
    { object: 'note', timestamp: '2026-02-16 10:00:00', data: { id: 9 } },
    change(1, '2026-02-15 15:39:01', 'stage_id', '11', '12'),
    change(1, '2026-02-01 08:00:00', 'value', '500', '1000'),
    change(1, '2026-01-15 14:57:34', 'add_time', null, '2026-01-15 14:57:34'),
  ),
  flow(
    change(2, '2026-02-20 10:00:00', 'status', 'open', 'won'),
    change(2, '2026-02-10 10:00:00', 'status', 'lost', 'open'),
    change(2, '2026-02-05 10:00:00', 'status', 'open', 'lost'),
    change(2, '2026-02-01 00:00:00', 'stage_id', '11', '12'),
  ),
  flow(change(3, '2026-01-20 10:00:00', 'status', 'open', 'lost')),
];

const options = {
  stages,
  users: { data: [{ id: 123123, name: 'Ines Falkner' }] },
  organizations: { data: [{ id: 7, name: 'Acme' }] },
  fields: { partner: 'custom_fields.0000000000000000000000000000000000000001' },
};

const documentStages = [
  { id: '11', pipeline: '1', name: 'Talks', position: 10, kind: 'open', probability: 0.2 },
  { id: '12', pipeline: '1', name: 'Contract', position: 20, kind: 'open', probability: 0.8, staleDays: 14 },
  { id: 'Won', pipeline: '1', name: 'Won', position: 30, kind: 'won' },
  { id: 'Lost', pipeline: '1', name: 'Lost', position: 40, kind: 'lost' },
];

describe('pipedrivePipeline(response)', () => {
  it('turns deals of v2 into this document: the present stage is dated, a won deal keeps the stage it left', () => {
    const adapted = pipedrivePipeline(v2, options);
    expect(adapted.issues).to.deep.equal([]);
    expect(adapted.document).to.deep.equal({
      schema: 'pipeline-kit/document@1',
      meta: { source: 'Pipedrive', history: 'stage-entry' },
      settings: { reportTimeZone: 'UTC', reportingCurrency: 'BRL' },
      stages: documentStages,
      partners: [{ id: 'North', name: 'North' }],
      opportunities: [
        {
          id: '1',
          createdAt: '2026-01-15T14:57:34.000Z',
          pipeline: '1',
          name: 'Deal 01',
          customer: { id: '7', name: 'Acme' },
          history: [
            {
              at: null,
              set: {
                amount: 100_000,
                currency: 'BRL',
                partner: 'North',
                owner: 'Ines Falkner',
                closeDate: '2026-04-30',
              },
            },
            { at: '2026-02-15T15:39:01.000Z', set: { stage: '12' } },
          ],
        },
        {
          id: '2',
          createdAt: '2026-01-10T00:00:00.000Z',
          pipeline: '1',
          name: 'Deal 02',
          history: [
            {
              at: null,
              set: { amount: 100_000, currency: 'BRL', partner: 'North', owner: 'Ines Falkner', stage: '12' },
            },
            { at: '2026-02-20T10:00:00.000Z', set: { stage: 'Won' } },
          ],
        },
        {
          id: '3',
          createdAt: '2026-01-10T00:00:00.000Z',
          pipeline: '1',
          name: 'Deal 03',
          history: [
            { at: null, set: { amount: 100_000, currency: 'BRL', owner: 'Ines Falkner', stage: '11' } },
            { at: '2026-01-20T10:00:00.000Z', set: { stage: 'Lost', lostReason: 'price' } },
          ],
        },
      ],
    });
    expect(readDocument(adapted.document)).to.deep.include({ dropped: 0, issues: [] });
  });

  it('makes the history full from flows, with initial stages, reopenings and stages never left', () => {
    const { document, issues, grade } = pipedrivePipeline(v2, { ...options, flows });
    expect([grade, issues]).to.deep.equal(['full', []]);
    expect(document.stages).to.deep.equal(documentStages);
    expect(document.opportunities.map(({ history }) => history)).to.deep.equal([
      [
        { at: null, set: { partner: 'North', owner: 'Ines Falkner', closeDate: '2026-04-30' } },
        { at: '2026-01-15T14:57:34.000Z', set: { stage: '11', amount: 50_000, currency: 'BRL' } },
        { at: '2026-02-01T08:00:00.000Z', set: { amount: 100_000, currency: 'BRL' } },
        { at: '2026-02-15T15:39:01.000Z', set: { stage: '12' } },
      ],
      [
        { at: null, set: { amount: 100_000, currency: 'BRL', partner: 'North', owner: 'Ines Falkner' } },
        { at: '2026-01-10T00:00:00.000Z', set: { stage: '11' } },
        { at: '2026-02-01T00:00:00.000Z', set: { stage: '12' } },
        { at: '2026-02-05T10:00:00.000Z', set: { stage: 'Lost' } },
        { at: '2026-02-10T10:00:00.000Z', set: { stage: '12' } },
        { at: '2026-02-20T10:00:00.000Z', set: { stage: 'Won' } },
      ],
      [
        { at: null, set: { amount: 100_000, currency: 'BRL', owner: 'Ines Falkner' } },
        { at: '2026-01-10T00:00:00.000Z', set: { stage: '11' } },
        { at: '2026-01-20T10:00:00.000Z', set: { stage: 'Lost', lostReason: 'price' } },
      ],
    ]);
  });

  it('does not call a history full when the flow of one deal is missing', () => {
    expect(pipedrivePipeline(v2, { ...options, flows: flows.slice(1) }).grade).to.equal('stage-entry');
  });

  it('reads v1: nested people, times in UTC without an offset, null for an empty list', () => {
    const { is_deleted: _, is_archived: __, ...shared } = base;
    const v1 = {
      success: true,
      data: [
        {
          ...shared,
          id: 5,
          title: 'Old',
          user_id: { id: 123123, name: 'Ines Falkner', email: 'ines@example.org', active_flag: true },
          org_id: { name: 'Acme', owner_id: 1, value: 7 },
          stage_id: 11,
          status: 'deleted',
          deleted: true,
          add_time: '2026-07-28 23:05:56',
          stage_change_time: '2026-07-29 00:00:00',
          expected_close_date: '2026-12-31',
        },
      ],
      additional_data: {
        pagination: { start: 0, limit: 100, more_items_in_collection: true, next_start: 100 },
      },
    };
    const { document } = pipedrivePipeline(v1);
    expect(document.meta?.truncated).to.equal(true);
    expect(document.opportunities).to.deep.equal([
      {
        id: '5',
        createdAt: '2026-07-28T23:05:56.000Z',
        pipeline: '1',
        name: 'Old',
        customer: { id: '7', name: 'Acme' },
        history: [
          {
            at: null,
            set: {
              amount: 100_000,
              currency: 'BRL',
              owner: 'Ines Falkner',
              deleted: true,
              closeDate: '2026-12-31',
            },
          },
          { at: '2026-07-29T00:00:00.000Z', set: { stage: '11' } },
        ],
      },
    ]);
    const empty = {
      success: true,
      data: null,
      additional_data: { pagination: { more_items_in_collection: false } },
    };
    expect(pipedrivePipeline(empty).document.opportunities).to.deep.equal([]);
    expect(pipedrivePipeline([v1, empty]).document.opportunities).to.have.length(1);
  });

  it('follows a deal from one pipeline into another', () => {
    const [deal] = v2.data;
    const moved = pipedrivePipeline(
      { success: true, data: [{ ...deal, pipeline_id: 2, stage_id: 21 }] },
      {
        flows: [
          flow(
            change(1, '2026-02-15 15:39:01', 'pipeline_id', '1', '2'),
            change(1, '2026-02-15 15:39:01', 'stage_id', '11', '21'),
          ),
        ],
      },
    );
    expect(moved.document.opportunities[0]?.history.slice(1)).to.deep.equal([
      { at: '2026-01-15T14:57:34.000Z', set: { stage: '11', pipeline: '1' } },
      { at: '2026-02-15T15:39:01.000Z', set: { stage: '21', pipeline: '2' } },
    ]);
  });
});

describe('pipedriveStages(response)', () => {
  it('reads v1, whose rotten flag means what v2 calls enabled', () => {
    const v1 = {
      data: [
        {
          id: 1,
          name: 'A',
          pipeline_id: 1,
          order_nr: 1,
          active_flag: true,
          rotten_flag: true,
          rotten_days: 7,
        },
      ],
    };
    expect(pipedriveStages(v1)).to.deep.equal([
      { id: '1', pipeline: '1', name: 'A', position: 20, kind: 'open', staleDays: 7 },
    ]);
  });
});

describe('isPipedrive(json)', () => {
  it('knows deals of both versions, and nothing else', () => {
    for (const json of [v2, [v2]]) expect(isPipedrive(json)).to.equal(true);
    for (const json of [null, [], {}, { data: null }, { data: [] }, { data: [{ stage_id: 1 }] }, stages]) {
      expect(isPipedrive(json), JSON.stringify(json)).to.equal(false);
    }
  });
});
