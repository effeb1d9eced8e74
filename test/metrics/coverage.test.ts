import { expect } from '@open-wc/testing';
import {
  createPipeline,
  type CoverageParameters,
  type CoverageResult,
  type Opportunity,
  type PipelineDocument,
  type PipelineOptions,
  type Quota,
  type Selection,
} from '@pipeline-kit/model';
import { happened } from '../fixtures/happened.js';
import { partner } from '../fixtures/partner.js';
import { pipelineDocument } from '../fixtures/pipeline-document.js';

interface Asked extends CoverageParameters {
  readonly quotas?: readonly Quota[];
  readonly selection?: Selection;
  readonly options?: PipelineOptions;
}

const RATES = [
  { currency: 'USD', date: '2026-01-01', rate: '0.9' },
  { currency: 'USD', date: '2026-02-01', rate: '0.8' },
];

function documentWith(
  opportunities: readonly Opportunity[],
  quotas: readonly Quota[] = [],
): PipelineDocument {
  return pipelineDocument({
    partners: [partner({ id: 'A' }), partner({ id: 'B' })],
    opportunities,
    quotas,
    rates: RATES,
  });
}

async function coverage(
  opportunities: readonly Opportunity[],
  { quotas, selection = [], options = {}, ...params }: Asked = {},
): Promise<CoverageResult> {
  const asOf = { asOf: '2026-02-15' };
  return createPipeline(documentWith(opportunities, quotas), { ...asOf, ...options }).query(
    'coverage',
    params,
    {
      selection,
    },
  );
}

/** A quota of the first quarter in EUR, the company's unless told otherwise. */
function quota(amount: number, facts: Partial<Quota> = {}): Quota {
  return { partner: null, from: '2026-01-01', to: '2026-04-01', amount, currency: 'EUR', ...facts };
}

/** Open and due on a day: 1,000.00 of partner A. */
const due = (id: string, closeDate: string, set = {}): Opportunity =>
  happened(id, [['2026-01-05', { stage: 's1', partner: 'A', closeDate, ...set }]]);

/** Won on a day: 1,000.00 of partner A. */
const won = (id: string, day: string, set = {}): Opportunity =>
  happened(id, [
    ['2025-11-05', { stage: 's1', partner: 'A', ...set }],
    [day, 'won'],
  ]);

describe('coverage', () => {
  it('coverage() is open and due ÷ what remains of the quota', async () => {
    const result = await coverage(
      [
        won('won', '2026-02-01'),
        won('won before', '2025-12-31'),
        due('today', '2026-02-15'),
        due('last day', '2026-03-31', { category: 'commit' }),
        due('yesterday', '2026-02-14'),
        due('next quarter', '2026-04-01'),
        happened('whenever', [['2026-01-05', 's1']]),
      ],
      { quotas: [quota(500_000)] },
    );
    expect(result).to.deep.include({
      partner: '*',
      period: { from: '2026-01-01', to: '2026-04-01' },
      quota: 500_000,
      wonAmount: 100_000,
      openAmount: 200_000,
      openCount: 2,
      overdueAmount: 100_000,
      commitAmount: 100_000,
      remaining: 400_000,
      attainment: 0.2,
      commitAttainment: 0.4,
      coverage: 0.5,
      unpriced: 0,
      status: 'ok',
    });
  });

  it('coverage() of a quota that is met is null, not infinite and not negative', async () => {
    const result = await coverage([won('A', '2026-02-01'), due('B', '2026-03-01')], {
      quotas: [quota(100_000)],
    });
    expect(result).to.include({ status: 'met', remaining: 0, coverage: null, attainment: 1 });
    const more = await coverage([won('A', '2026-02-01')], { quotas: [quota(80_000)] });
    expect(more).to.include({ status: 'met', remaining: -20_000, attainment: 1.25 });
    expect(await coverage([], { quotas: [quota(0)] })).to.include({ status: 'met', attainment: null });
  });

  it('coverage() without a quota invents none', async () => {
    const result = await coverage([won('A', '2026-02-01')], { quotas: [quota(100, { partner: 'A' })] });
    expect(result).to.include({
      status: 'no-quota',
      quota: null,
      remaining: null,
      attainment: null,
      commitAttainment: null,
      coverage: null,
      wonAmount: 100_000,
    });
  });

  it('coverage({ partner }) stands against the partner’s own quota, and counts its own', async () => {
    const opportunities = [won('A', '2026-02-01'), won('B', '2026-02-01', { partner: 'B' })];
    const quotas = [quota(1_000_000), quota(400_000, { partner: 'A' })];
    expect(await coverage(opportunities, { quotas, partner: 'A' })).to.include({
      partner: 'A',
      quota: 400_000,
      wonAmount: 100_000,
    });
    expect(await coverage(opportunities, { quotas })).to.include({ quota: 1_000_000, wonAmount: 200_000 });
    expect(await coverage(opportunities, { quotas, partner: 'B' })).to.include({ status: 'no-quota' });
  });

  it('coverage({ partner }) refuses null and ids that nobody has', async () => {
    const asked = async (params: object): Promise<string> =>
      coverage([], params).then(() => 'answered', String);
    expect(await asked({ partner: null })).to.match(/^RangeError: invalid coverage\.partner: null/);
    expect(await asked({ partner: 'Z' })).to.match(/^RangeError: unknown coverage\.partner: "Z"/);
  });

  it('coverage() takes the row of just this period, else rows that tile it', async () => {
    const month = (from: string, to: string, amount = 1, facts = {}): Quota =>
      quota(amount, { from, to, ...facts });
    const [january, february, march] = [
      month('2026-01-01', '2026-02-01', 10),
      month('2026-02-01', '2026-03-01', 200),
      month('2026-03-01', '2026-04-01', 3000),
    ];
    const total = async (...quotas: Quota[]): Promise<number | null> =>
      (await coverage([], { quotas })).quota;
    expect(await total(march, january, february)).to.equal(3210);
    expect(await total(january, february, march, quota(7))).to.equal(7);
    // A gap, an overlap and a longer row are no tiles.
    expect(await total(january, march)).to.equal(null);
    expect(await total(january, month('2026-01-15', '2026-04-01'))).to.equal(null);
    expect(await total(month('2026-01-01', '2027-01-01'))).to.equal(null);
    // A row that leads nowhere does not hinder those that do.
    expect(await total(month('2026-01-01', '2026-03-20'), january, february, march)).to.equal(3210);
  });

  it('coverage() converts a quota at the rate of its start, or of the as-of when that is earlier', async () => {
    const dollars = { currency: 'USD' };
    expect((await coverage([], { quotas: [quota(1000, dollars)] })).quota).to.equal(900);
    // A tiled quota converts each row at its own rate.
    const tiles = [
      quota(1000, { ...dollars, to: '2026-02-01' }),
      quota(1000, { ...dollars, from: '2026-02-01' }),
    ];
    expect((await coverage([], { quotas: tiles })).quota).to.equal(900 + 800);
    const period = { from: '2026-04-01', to: '2026-07-01' };
    const next = quota(1000, { ...dollars, ...period });
    expect((await coverage([], { quotas: [next], period, options: { asOf: '2026-01-15' } })).quota).to.equal(
      900,
    );
    expect(await coverage([], { quotas: [quota(1000, { currency: 'CHF' })] })).to.include({
      status: 'no-rate',
      quota: null,
      coverage: null,
    });
  });

  it('coverage() counts and does not price what has no amount, among won and due alike', async () => {
    const result = await coverage([
      won('A', '2026-02-01', { amount: null }),
      due('B', '2026-03-01', { currency: 'CHF' }),
      due('overdue', '2026-02-01', { amount: null }),
      due('next quarter', '2026-05-01', { amount: null }),
    ]);
    expect(result).to.include({ unpriced: 2, openCount: 1, openAmount: 0, wonAmount: 0, overdueAmount: 0 });
  });

  it('a selection stands against no quota, but for one partner alone', async () => {
    const opportunities = [won('A', '2026-02-01'), won('B', '2026-02-01', { partner: 'B' })];
    const quotas = [quota(1_000_000), quota(400_000, { partner: 'A' })];
    const under = async (selection: Selection, params: CoverageParameters = {}): Promise<unknown[]> => {
      const result = await coverage(opportunities, { quotas, selection, ...params });
      return [result.status, result.quota, result.wonAmount];
    };
    expect(await under([{ field: 'partner', in: ['A'] }])).to.deep.equal(['ok', 400_000, 100_000]);
    expect(await under([{ field: 'partner', in: ['A'] }], { partner: 'A' })).to.deep.equal([
      'ok',
      400_000,
      100_000,
    ]);
    expect(await under([{ field: 'partner', in: ['A'] }], { partner: 'B' })).to.deep.equal([
      'no-quota',
      null,
      0,
    ]);
    expect(await under([{ field: 'partner', in: ['A', 'B'] }])).to.deep.equal(['no-quota', null, 200_000]);
    expect(await under([{ field: 'partner', in: [null] }])).to.deep.equal(['no-quota', null, 0]);
    expect(await under([{ field: 'partner', contains: 'a' }])).to.deep.equal(['no-quota', null, 100_000]);
    const both = [
      { field: 'partner', in: ['A'] },
      { field: 'outcome', in: ['won'] },
    ] as const;
    expect(await under(both)).to.deep.equal(['no-quota', null, 100_000]);
  });

  it('a mark { group } stands for what is won, due or overdue', async () => {
    const document = documentWith([
      won('won', '2026-02-01'),
      due('due', '2026-03-01'),
      due('late', '2026-02-01'),
    ]);
    const shown = createPipeline(document, { asOf: '2026-02-15' });
    for (const [group, id] of [
      ['won', 'won'],
      ['due', 'due'],
      ['overdue', 'late'],
    ] as const) {
      const rows = await shown.opportunities({ metric: 'coverage', mark: { group } });
      expect(rows.map((row) => row.id)).to.deep.equal([id]);
    }
  });
});

describe('required coverage', () => {
  /** Open and due in the last quarter of 2025 at the same point, day 45; then what became of it. */
  const pooled = (
    id: string,
    amount: number,
    ...then: readonly (readonly [string, string | object])[]
  ): Opportunity =>
    happened(id, [['2025-09-05', { stage: 's1', partner: 'A', closeDate: '2025-12-20', amount }], ...then]);

  const required = async (opportunities: readonly Opportunity[], asked: Asked = {}) =>
    (await coverage(opportunities, { back: 1, floor: 1, ...asked })).requiredCoverage;

  it('coverage() measures what past periods converted from the same point on, at the amounts of that point', async () => {
    const found = await required([
      pooled('won', 100, ['2025-12-01', { amount: 999 }], ['2025-12-10', 'won']),
      pooled('lost', 200, ['2025-12-10', 'lost']),
      pooled('still open', 100),
      pooled('won too late', 100, ['2026-01-01', 'won']),
      pooled('won before that point', 100, ['2025-11-15', 'won']),
      pooled('due before that point', 100, ['2025-11-01', { closeDate: '2025-11-14' }]),
      pooled('due next', 100, ['2025-11-01', { closeDate: '2026-01-01' }]),
      pooled('unpriced', 100, ['2025-11-01', { amount: null }]),
      pooled('not yet deleted', 500, ['2025-12-01', { deleted: true }]),
    ]);
    expect(found).to.deep.include({
      n: 5,
      pool: 1000,
      converted: 100,
      conversion: 0.1,
      required: 10,
      suppressed: null,
    });
    // nEff = 1000² ÷ (100² + 200² + 100² + 100² + 500²) = 3.125, Wilson of 0.1 from 0.00707 to 0.63406.
    expect(found.lo).to.be.closeTo(1.57713, 1e-5);
    expect(found.hi).to.be.closeTo(141.35, 0.01);
  });

  it('coverage() requires nothing that can be said where nothing converted, and has no upper limit there', async () => {
    const {
      conversion,
      required: needed,
      lo,
      hi,
    } = await required([pooled('lost', 100, ['2025-12-10', 'lost'])]);
    expect([conversion, needed, hi]).to.deep.equal([0, null, null]);
    expect(lo).to.be.closeTo(1.2603177716, 1e-9);
    const all = await required([pooled('won', 100, ['2025-12-10', 'won'])]);
    expect([all.required, all.lo]).to.deep.equal([1, 1]);
  });

  it('coverage({ floor }) says nothing of fewer priced opportunities', async () => {
    const pool = [pooled('a', 100, ['2025-12-10', 'won']), pooled('b', 100)];
    expect(await required(pool, { floor: 3 })).to.deep.equal({
      n: 2,
      pool: 200,
      converted: 100,
      conversion: null,
      required: null,
      lo: null,
      hi: null,
      suppressed: 'floor',
    });
    expect((await required([])).suppressed).to.equal('zero');
    expect((await coverage(pool)).requiredCoverage.suppressed).to.equal('floor');
  });

  it('coverage({ back, unit }) looks at the periods before that have ended', async () => {
    const pool = [pooled('a', 100, ['2025-12-10', 'won'])];
    expect((await required(pool, { back: 0 })).n).to.equal(0);
    // Before a quarter that lies ahead stands the one that runs; the one before it is asked for its first day.
    const ahead = { period: { from: '2026-04-01', to: '2026-07-01' } };
    expect((await required(pool, ahead)).n).to.equal(0);
    expect((await required(pool, { ...ahead, back: 2 })).n).to.equal(1);
    // In months: on day 45 of the quarter December had ended, and nothing was open and due on its last day.
    expect((await required(pool, { unit: 'month', back: 3 })).n).to.equal(0);
    expect(
      (await required([pooled('b', 100, ['2025-12-05', { closeDate: '2025-12-31' }])], { unit: 'month' })).n,
    ).to.equal(1);
  });

  it('coverage() learns what is required from everyone, whoever is selected, and of a partner from its own', async () => {
    const pool = [
      pooled('a', 100, ['2025-12-10', 'won']),
      pooled('b', 300, ['2025-10-06', { partner: 'B' }], ['2025-12-10', 'lost']),
    ];
    const everyone = await required(pool);
    expect(everyone.conversion).to.equal(0.25);
    expect(await required(pool, { selection: [{ field: 'partner', in: ['A'] }] })).to.deep.equal(everyone);
    expect((await required(pool, { partner: 'A' })).conversion).to.equal(1);
    expect((await required(pool, { partner: 'B' })).conversion).to.equal(0);
  });

  it('coverage() cannot measure what is required without stage history', async () => {
    const asked = { options: { history: 'stage-entry' }, quotas: [quota(500_000)] } as const;
    const result = await coverage([won('A', '2026-02-01')], asked);
    expect(result).to.include({ quota: 500_000, wonAmount: 100_000, status: 'ok' });
    expect(Object.values(result.requiredCoverage)).to.deep.equal([...Array(7).fill(null), 'history']);
  });
});
