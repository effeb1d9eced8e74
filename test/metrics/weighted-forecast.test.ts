import { expect } from '@open-wc/testing';
import {
  createPipeline,
  type Opportunity,
  type Pipeline,
  type WeightedForecastResult,
} from '@pipeline-kit/model';
import { happened } from '../fixtures/happened.js';
import { pipelineDocument } from '../fixtures/pipeline-document.js';
import { stage, stages } from '../fixtures/stage.js';

const STAGES = [
  stage({ id: 's1', position: 10, probability: 0.1, category: 'pipeline' }),
  stage({ id: 's2', position: 20, probability: 0.5, category: 'bestCase' }),
  stage({ id: 's3', position: 30 }),
  ...stages(0),
  stage({ id: 's1', pipeline: 'renewal', probability: 0.8, category: 'mostLikely' }),
];

function pipeline(opportunities: readonly Opportunity[], asOf = '2026-02-15'): Pipeline {
  return createPipeline(pipelineDocument({ stages: STAGES, opportunities }), { asOf });
}

async function weightedForecast(
  opportunities: readonly Opportunity[],
  params = {},
  asOf?: string,
): Promise<WeightedForecastResult> {
  return pipeline(opportunities, asOf).query('weightedForecast', params, { trace: true });
}

/** Open in stage s2 and due on a day: 1,000.00 at one half. */
const due = (id: string, closeDate: string | null, set = {}): Opportunity =>
  happened(id, [['2026-01-05', { stage: 's2', closeDate, ...set }]]);

const p = async (history: readonly (readonly [string, object])[]): Promise<number | null | undefined> =>
  (await weightedForecast([happened('A', history)])).opportunities?.[0]?.p;

describe('weightedForecast', () => {
  it('weightedForecast() of nobody lists every key at zero', async () => {
    const group = { count: 0, amount: 0, weighted: 0 };
    expect(await weightedForecast([])).to.deep.equal({
      period: { from: '2026-01-01', to: '2026-04-01' },
      won: { count: 0, amount: 0, unpriced: 0 },
      open: group,
      overdue: group,
      noCloseDate: group,
      otherPeriod: 0,
      total: 0,
      unpriced: 0,
      noProbability: 0,
      single: { omitted: 0, pipeline: 0, bestCase: 0, mostLikely: 0, commit: 0, none: 0 },
      singleCounts: { omitted: 0, pipeline: 0, bestCase: 0, mostLikely: 0, commit: 0, none: 0 },
      cumulative: { closed: 0, commit: 0, mostLikely: 0, bestCase: 0, openPipeline: 0 },
      opportunities: [],
    });
  });

  it('weightedForecast() weighs each opportunity by itself, then sums: not mean p × Σ amount', async () => {
    const { open, total } = await weightedForecast([
      due('A', '2026-03-01', { probability: 0.9 }),
      due('B', '2026-03-01', { probability: 0.1, amount: 900_000 }),
    ]);
    expect(open).to.deep.equal({ count: 2, amount: 1_000_000, weighted: 90_000 + 90_000 });
    expect(total).to.equal(180_000);
  });

  it('weightedForecast() adds what was won in the period, and nothing of what was lost', async () => {
    const { won, total, open } = await weightedForecast([
      happened('won', [
        ['2026-01-05', 's1'],
        ['2026-02-01', 'won'],
      ]),
      happened('won before', [
        ['2025-12-05', 's1'],
        ['2025-12-31', 'won'],
      ]),
      happened('lost', [
        ['2026-01-05', { stage: 's1', closeDate: '2026-03-01' }],
        ['2026-02-01', 'lost'],
      ]),
      happened('to be won', [
        ['2026-01-05', { stage: 's1', closeDate: '2026-03-01' }],
        ['2026-02-16', 'won'],
      ]),
    ]);
    expect(won).to.deep.equal({ count: 1, amount: 100_000, unpriced: 0 });
    expect(open.count).to.equal(1);
    expect(total).to.equal(110_000);
  });

  it('weightedForecast() sets overdue and undated ones beside the total, and counts other periods', async () => {
    const result = await weightedForecast([
      due('yesterday', '2026-02-14'),
      due('long ago', '2025-06-30'),
      due('today', '2026-02-15'),
      due('last day', '2026-03-31'),
      due('day after', '2026-04-01'),
      due('whenever', null),
    ]);
    const counts = [result.overdue.count, result.open.count, result.otherPeriod, result.noCloseDate.count];
    expect(counts).to.deep.equal([2, 2, 1, 1]);
    expect(result.total).to.equal(100_000);
    expect(result.opportunities?.map(({ id }) => id)).to.deep.equal([
      'last day',
      'long ago',
      'today',
      'whenever',
      'yesterday',
    ]);
  });

  it('weightedForecast() of a period that has passed holds no open one: they are overdue', async () => {
    const { open, overdue } = await weightedForecast(
      [due('A', '2026-03-01')],
      {
        period: { from: '2026-01-01', to: '2026-04-01' },
      },
      '2026-05-01',
    );
    expect([open.count, overdue.count]).to.deep.equal([0, 1]);
  });

  it('weightedForecast() takes the own probability while it is no older than the stage, else the stage’s', async () => {
    expect(await p([['2026-01-05', { stage: 's2' }]])).to.equal(0.5);
    expect(await p([['2026-01-05', { stage: 's2', probability: 0.7 }]])).to.equal(0.7);
    expect(
      await p([
        ['2026-01-05', { stage: 's1', probability: 0.7 }],
        ['2026-01-09', { stage: 's2' }],
      ]),
    ).to.equal(0.5);
    expect(
      await p([
        ['2026-01-05', { stage: 's2' }],
        ['2026-01-09', { probability: 0 }],
      ]),
    ).to.equal(0);
    // Taken back: the last setting is null.
    expect(
      await p([
        ['2026-01-05', { stage: 's2', probability: 0.7 }],
        ['2026-01-09', { probability: null }],
      ]),
    ).to.equal(0.5);
    // A repeated row of the same stage is no stage change.
    expect(
      await p([
        ['2026-01-05', { stage: 's2', probability: 0.7 }],
        ['2026-01-09', { stage: 's2' }],
      ]),
    ).to.equal(0.7);
    expect(await p([['2026-01-05', { stage: 's3' }]])).to.equal(null);
  });

  it('weightedForecast() reads p to four decimals, halves away from zero on the text', async () => {
    expect(await p([['2026-01-05', { stage: 's2', probability: 0.33335 }]])).to.equal(0.3334);
    expect(await p([['2026-01-05', { stage: 's2', probability: 0.12345 }]])).to.equal(0.1235);
    expect(await p([['2026-01-05', { stage: 's2', probability: 0.000049 }]])).to.equal(0);
  });

  it('weightedForecast() rounds each to a minor unit, halves away from zero', async () => {
    const { open } = await weightedForecast([
      due('A', '2026-03-01', { amount: 1 }),
      due('B', '2026-03-01', { amount: 3 }),
      due('C', '2026-03-01', { amount: -1 }),
    ]);
    expect(open.weighted).to.equal(1 + 2 - 1);
  });

  it('weightedForecast() counts without pricing what has no amount or no rate, once', async () => {
    const result = await weightedForecast([
      due('no amount', '2026-03-01', { amount: null }),
      due('no rate', '2026-03-01', { currency: 'CHF' }),
      due('no amount, no p', null, { stage: 's3', amount: null }),
      happened('no p', [['2026-01-05', { stage: 's3', closeDate: '2026-09-01' }]]),
      happened('won', [
        ['2026-01-05', { stage: 's1', amount: null }],
        ['2026-02-01', 'won'],
      ]),
    ]);
    expect(result.open).to.deep.equal({ count: 2, amount: 0, weighted: 0 });
    expect([result.unpriced, result.noProbability, result.won.unpriced]).to.deep.equal([3, 1, 1]);
    expect(
      result.opportunities?.map(({ amount, p: own, source, weighted }) => [amount, own, source, weighted]),
    ).to.deep.equal([
      [null, 0.5, 'stage', null],
      [null, null, 'none', null],
      [null, 0.5, 'stage', null],
    ]);
  });

  it('weightedForecast() sums the period by category, and cumulates from closed to best case', async () => {
    const of = (id: string, category: string | null, amount: number): Opportunity =>
      due(id, '2026-03-01', { stage: 's3', category, amount });
    const { single, singleCounts, cumulative } = await weightedForecast([
      of('A', 'omitted', 1),
      of('B', 'pipeline', 10),
      of('C', 'bestCase', 100),
      of('D', 'mostLikely', 1000),
      of('E', 'commit', 10_000),
      of('F', null, 100_000),
      due('stage’s', '2026-03-01', { amount: 200 }),
      due('overdue', '2026-02-01', { category: 'commit' }),
      happened('won', [
        ['2026-01-05', { stage: 's1', amount: 5_000_000 }],
        ['2026-02-01', 'won'],
      ]),
    ]);
    expect(single).to.deep.equal({
      omitted: 1,
      pipeline: 10,
      bestCase: 300,
      mostLikely: 1000,
      commit: 10_000,
      none: 100_000,
    });
    expect(singleCounts).to.deep.equal({
      omitted: 1,
      pipeline: 1,
      bestCase: 2,
      mostLikely: 1,
      commit: 1,
      none: 1,
    });
    expect(cumulative).to.deep.equal({
      closed: 5_000_000,
      commit: 5_010_000,
      mostLikely: 5_011_000,
      bestCase: 5_011_300,
      openPipeline: 11_310,
    });
  });

  it('weightedForecast({ pipeline }) counts those that stand there now', async () => {
    const opportunities = [
      due('main', '2026-03-01'),
      happened('moved', [
        ['2026-01-05', { stage: 's1', closeDate: '2026-03-01' }],
        ['2026-01-09', { pipeline: 'renewal', stage: 's1' }],
      ]),
    ];
    expect((await weightedForecast(opportunities, { pipeline: 'renewal' })).open).to.deep.equal({
      count: 1,
      amount: 100_000,
      weighted: 80_000,
    });
    expect((await weightedForecast(opportunities, { pipeline: 'main' })).open.weighted).to.equal(50_000);
    expect((await weightedForecast(opportunities)).open.count).to.equal(2);
  });

  it('weightedForecast() leaves deleted ones out', async () => {
    const gone = happened('A', [
      ['2026-01-05', { stage: 's2', closeDate: '2026-03-01' }],
      ['2026-01-09', { deleted: true }],
    ]);
    expect((await weightedForecast([gone])).open.count).to.equal(0);
  });

  it('a mark { group, category } stands for the opportunities of that category', async () => {
    const shown = pipeline([
      due('commit', '2026-03-01', { category: 'commit' }),
      due('best case', '2026-03-01'),
      due('late', '2026-01-10', { category: 'commit' }),
      happened('no category', [['2026-01-05', { stage: 's3', closeDate: '2026-03-01' }]]),
    ]);
    const behind = async (mark: Record<string, string>): Promise<string[]> =>
      (await shown.opportunities({ metric: 'weightedForecast', mark })).map(({ id }) => id);
    expect(await behind({ group: 'open' })).to.deep.equal(['commit', 'best case', 'no category']);
    expect(await behind({ group: 'open', category: 'commit' })).to.deep.equal(['commit']);
    expect(await behind({ group: 'open', category: 'none' })).to.deep.equal(['no category']);
    expect(await behind({ group: 'overdue', category: 'commit' })).to.deep.equal(['late']);
    for (const mark of [{ group: 'lost' }, { group: 'open', category: 'sure' }]) {
      expect(await behind(mark).catch(String)).to.match(/^RangeError: unknown mark of weightedForecast/);
    }
  });
});
