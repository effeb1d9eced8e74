import { expect } from '@open-wc/testing';
import { readDocument } from '@pipeline-kit/model/schema';
import { isOdoo, odooPipeline } from '../../packages/sources/src/odoo.js';
import { SourceError } from '../../packages/sources/src/source-error.js';
import type { AdaptedPipeline } from '../../packages/sources/src/vendor.js';

const reasons = ({ issues }: AdaptedPipeline): string[] =>
  issues.map(({ path, reason }) => `${path}: ${reason}`);
const rpc = (...result: readonly object[]): object => ({ jsonrpc: '2.0', id: 7, result });

const open = {
  id: 42,
  name: 'Acme rollout',
  type: 'opportunity',
  active: true,
  stage_id: [3, 'Proposition'],
  probability: 71.43,
  automated_probability: 71.43,
  expected_revenue: 25000,
  prorated_revenue: 17857.5,
  company_currency: [1, 'USD'],
  partner_id: [10, 'Acme Corp'],
  partner_assigned_id: [88, 'Reseller GmbH'],
  date_partner_assign: '2026-01-15',
  partner_declined_ids: [91],
  user_id: [2, 'Mitchell Admin'],
  team_id: [1, 'Sales'],
  country_id: false,
  lost_reason_id: false,
  date_deadline: '2026-03-31',
  date_open: '2026-01-10 09:12:00',
  date_closed: false,
  date_last_stage_update: '2026-02-20 16:03:11',
  create_date: '2026-01-05 10:00:00',
  tag_ids: [1, 4],
  priority: '1',
  duration_tracking: { '1': 1230, '2': 2220, '3': 14 },
};
const won = {
  ...open,
  id: 43,
  name: 'Bolt',
  stage_id: [4, 'Won'],
  probability: 100,
  expected_revenue: 0,
  partner_id: false,
  partner_assigned_id: false,
  user_id: false,
  team_id: false,
  country_id: [57, 'Germany'],
  date_deadline: false,
  date_closed: '2026-02-21 23:30:00',
  date_last_stage_update: '2026-02-21 23:30:00',
};
const lost = {
  ...won,
  id: 44,
  name: 'Cask',
  active: false,
  stage_id: [1, 'New'],
  probability: 0,
  expected_revenue: 12.5,
  country_id: false,
  lost_reason_id: [2, 'Too expensive'],
  date_closed: '2026-02-22 08:00:00',
  date_last_stage_update: '2026-01-05 10:00:00',
};
const stages = rpc(
  { id: 4, name: 'Won', sequence: 70, is_won: true, team_id: false },
  { id: 3, name: 'Proposition', sequence: 3, is_won: false, team_id: false },
  { id: 1, name: 'New', sequence: 1, is_won: false, team_id: false },
);

const documentStages = [
  { id: '1', pipeline: 'main', name: 'New', position: 10, kind: 'open' },
  { id: '3', pipeline: 'main', name: 'Proposition', position: 20, kind: 'open' },
  { id: '4', pipeline: 'main', name: 'Won', position: 30, kind: 'won' },
  { id: 'Lost', pipeline: 'main', name: 'Lost', position: 40, kind: 'lost' },
];

describe('odooPipeline(response)', () => {
  it('turns opportunities and stages into this document', () => {
    const adapted = odooPipeline(rpc(open, won, lost), { stages });
    expect(adapted.issues).to.deep.equal([]);
    expect(adapted.document).to.deep.equal({
      schema: 'pipeline-kit/document@1',
      meta: { source: 'Odoo', history: 'stage-entry' },
      settings: { reportTimeZone: 'UTC', reportingCurrency: 'USD' },
      stages: documentStages,
      partners: [{ id: '88', name: 'Reseller GmbH' }],
      opportunities: [
        {
          id: '42',
          createdAt: '2026-01-05T10:00:00.000Z',
          name: 'Acme rollout',
          customer: { id: '10', name: 'Acme Corp' },
          attributes: { team: 'Sales' },
          history: [
            {
              at: null,
              set: {
                amount: 2_500_000,
                currency: 'USD',
                partner: '88',
                owner: 'Mitchell Admin',
                closeDate: '2026-03-31',
                probability: 0.7143,
              },
            },
            { at: '2026-02-20T16:03:11.000Z', set: { stage: '3' } },
          ],
        },
        {
          id: '43',
          createdAt: '2026-01-05T10:00:00.000Z',
          name: 'Bolt',
          customer: { country: 'Germany' },
          attributes: { team: null },
          history: [
            { at: null, set: { amount: 0, currency: 'USD' } },
            { at: '2026-02-21T23:30:00.000Z', set: { stage: '4' } },
          ],
        },
        {
          id: '44',
          createdAt: '2026-01-05T10:00:00.000Z',
          name: 'Cask',
          attributes: { team: null },
          history: [
            { at: null, set: { amount: 1250, currency: 'USD', stage: '1' } },
            { at: '2026-02-22T08:00:00.000Z', set: { stage: 'Lost', lostReason: 'Too expensive' } },
          ],
        },
      ],
    });
    expect(readDocument(adapted.document)).to.deep.include({ dropped: 0, issues: [] });
  });

  it('knows stages by label without a list, won by certainty', () => {
    const { document } = odooPipeline(rpc(open, { ...won, stage_id: [4, 'Gewinn'] }, lost));
    expect(document.stages.map(({ id, kind }) => `${id} ${kind}`)).to.deep.equal([
      'New open',
      'Proposition open',
      'Gewinn won',
      'Lost lost',
    ]);
  });

  it('makes the history full from tracking values', () => {
    const value = (res_id: number, field: string, create_date: string, values: object): object => ({
      res_id,
      field,
      create_date,
      ...values,
    });
    const tracking = rpc(
      value(42, 'stage_id', '2026-02-20 16:03:11', {
        old_value_integer: 1,
        new_value_integer: 3,
        old_value_char: 'New',
        new_value_char: 'Proposition',
      }),
      value(42, 'expected_revenue', '2026-02-01 09:00:00', {
        old_value_float: 10000,
        new_value_float: 25000,
      }),
      value(42, 'partner_assigned_id', '2026-01-15 09:00:00', {
        old_value_integer: 0,
        new_value_integer: 88,
      }),
      value(44, 'active', '2026-02-22 08:00:00', { old_value_integer: 1, new_value_integer: 0 }),
      value(44, 'active', '2026-02-10 08:00:00', { old_value_integer: 0, new_value_integer: 1 }),
      value(44, 'active', '2026-02-01 08:00:00', { old_value_integer: 1, new_value_integer: 0 }),
      value(43, 'stage_id', '2026-02-21 23:30:00', { old_value_integer: 3, new_value_integer: 4 }),
    );
    const { document, grade, issues } = odooPipeline(rpc(open, won, lost), { stages, tracking });
    expect([grade, issues]).to.deep.equal(['full', []]);
    expect(document.stages).to.deep.equal(documentStages);
    expect(document.opportunities.map(({ history }) => history)).to.deep.equal([
      [
        { at: null, set: { owner: 'Mitchell Admin', closeDate: '2026-03-31', probability: 0.7143 } },
        {
          at: '2026-01-05T10:00:00.000Z',
          set: { partner: null, amount: 1_000_000, currency: 'USD', stage: '1' },
        },
        { at: '2026-01-15T09:00:00.000Z', set: { partner: '88' } },
        { at: '2026-02-01T09:00:00.000Z', set: { amount: 2_500_000, currency: 'USD' } },
        { at: '2026-02-20T16:03:11.000Z', set: { stage: '3' } },
      ],
      [
        { at: null, set: { amount: 0, currency: 'USD' } },
        { at: '2026-01-05T10:00:00.000Z', set: { stage: '3' } },
        { at: '2026-02-21T23:30:00.000Z', set: { stage: '4' } },
      ],
      [
        { at: null, set: { amount: 1250, currency: 'USD' } },
        { at: '2026-01-05T10:00:00.000Z', set: { stage: '1' } },
        { at: '2026-02-01T08:00:00.000Z', set: { stage: 'Lost' } },
        { at: '2026-02-10T08:00:00.000Z', set: { stage: '1' } },
        { at: '2026-02-22T08:00:00.000Z', set: { stage: 'Lost', lostReason: 'Too expensive' } },
      ],
    ]);
  });

  it('takes the same customer and partner for two different things', () => {
    const { document } = odooPipeline(rpc({ ...open, partner_id: [88, 'Reseller GmbH'] }), { stages });
    expect(document.opportunities[0]?.customer?.id).to.equal('88');
    expect(document.partners).to.deep.equal([{ id: '88', name: 'Reseller GmbH' }]);
  });

  it('says that losses are hidden when no record is archived', () => {
    expect(reasons(odooPipeline(rpc(open), { stages }))).to.deep.equal([
      'active: no record is archived; lost ones are hidden unless the context says active_test: false',
    ]);
  });

  it('sets leads aside, and counts what is archived but not lost as open', () => {
    const adapted = odooPipeline(rpc({ ...open, type: 'lead' }, { ...open, id: 45, active: false }), {
      stages,
    });
    expect(adapted.issues.map(({ path, reason, effect }) => [path, reason, effect])).to.deep.equal([
      ['result[0]', 'a lead, not yet an opportunity', 'dropped'],
      ['result[1]', 'archived but not lost; counts as open', 'kept'],
    ]);
    expect(adapted.document.opportunities.map(({ id }) => id)).to.deep.equal(['45']);
  });

  it('reads bare lists and the envelope of web searches', () => {
    for (const response of [[open, lost], { result: { length: 2, records: [open, lost] } }]) {
      expect(odooPipeline(response, { stages }).document.opportunities).to.have.length(2);
    }
  });

  it('throws a SourceError for an error that came as an answer', () => {
    const error = {
      jsonrpc: '2.0',
      id: 7,
      error: { code: 200, message: 'Odoo Server Error', data: { message: 'Access Denied' } },
    };
    expect(() => odooPipeline(error)).to.throw(SourceError, 'Odoo answered with an error: Access Denied');
  });
});

describe('isOdoo(json)', () => {
  it('knows leads in every envelope, and nothing else', () => {
    for (const json of [rpc(open), [open], { result: { records: [open] } }])
      expect(isOdoo(json)).to.equal(true);
    for (const json of [null, [], {}, rpc(), stages, [{ stage_id: 1 }], { result: 5 }]) {
      expect(isOdoo(json), JSON.stringify(json)).to.equal(false);
    }
  });
});
