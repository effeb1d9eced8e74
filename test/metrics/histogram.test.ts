import { expect } from '@open-wc/testing';
import {
  createPipeline,
  type HistogramParameters,
  type HistogramResult,
  type Opportunity,
  type Selection,
} from '@pipeline-kit/model';
import fc from 'fast-check';
import { amountEdges, dayEdges } from '../../packages/model/src/metrics/histogram-edges.js';
import { threeDigits } from '../../packages/model/src/metrics/three-digits.js';
import { withoutStrays } from '../../packages/model/src/metrics/without-strays.js';
import { dateOf, dayOf } from '@pipeline-kit/model/schema';
import { happened } from '../fixtures/happened.js';
import { pipelineDocument } from '../fixtures/pipeline-document.js';

function ask(
  opportunities: readonly Opportunity[],
  params: HistogramParameters = {},
  selection: Selection = [],
): Promise<HistogramResult> {
  return createPipeline(pipelineDocument({ opportunities }), { asOf: '2026-03-31' }).query(
    'histogram',
    params,
    { selection },
  );
}

function over(id: string, amount: number | null, facts: Partial<Opportunity> = {}): Opportunity {
  return happened(id, [['2026-01-05', { stage: 's1', amount, currency: 'EUR' }]], facts);
}

describe('histogram', () => {
  it('histogram() counts open amounts between round edges, from 0', async () => {
    const result = await ask([over('a', 250_000), over('b', 1_999_999), over('c', 2_000_000)], { bins: 4 });
    expect(result).to.deep.equal({
      field: 'amount',
      outcome: 'open',
      edges: [0, 1_000_000, 2_000_000, 3_000_000],
      counts: [1, 1, 1],
      below: 0,
      above: 0,
      unpriced: 0,
      undated: 0,
      n: 3,
    });
  });

  it('histogram() counts what has no amount, or no rate for it, beside the bins', async () => {
    const dollars = happened('d', [['2026-01-05', { stage: 's1', amount: 5_000, currency: 'USD' }]]);
    const { counts, unpriced, undated, n } = await ask([over('a', 100), over('b', null), dollars]);
    expect(counts.reduce((sum, count) => sum + count, 0)).to.equal(1);
    expect([unpriced, undated, n]).to.deep.equal([2, 0, 3]);
  });

  it('histogram() takes 0 for an amount, and negative ones', async () => {
    const { edges, counts } = await ask([over('a', 0), over('b', -1), over('c', -30)], { bins: 4 });
    expect(edges).to.deep.equal([-30, -20, -10, 0, 10]);
    expect(counts).to.deep.equal([1, 0, 1, 1]);
  });

  it('histogram({ outcome }) counts the won, the lost or everyone', async () => {
    const opportunities = ['s1', 's2', 'won', 'lost', 'lost', 'lost'].map((stage, i) =>
      happened(`o${i}`, [['2026-01-05', stage]]),
    );
    for (const [outcome, n] of [
      ['open', 2],
      ['won', 1],
      ['lost', 3],
      ['all', 6],
    ] as const) {
      expect((await ask(opportunities, { outcome })).n, outcome).to.equal(n);
    }
  });

  it('histogram() leaves out what was deleted, and what was created after the as-of', async () => {
    const deleted = happened('x', [
      ['2026-01-05', 's1'],
      ['2026-02-01', { deleted: true }],
    ]);
    const later = happened('y', [['2026-04-01', 's1']]);
    expect((await ask([deleted, later, over('a', 100)])).n).to.equal(1);
  });

  it('histogram({ field: "createdDate" }) counts between starts of days, weeks, months', async () => {
    const created = (id: string, day: string | null): Opportunity => ({
      ...happened(id, [[day, 's1']]),
      createdAt: day,
    });
    const result = await ask(
      [
        created('a', '2025-11-30'),
        created('b', '2025-12-01'),
        created('c', '2026-03-31'),
        created('d', null),
      ],
      { field: 'createdDate', bins: 6 },
    );
    expect(result.edges).to.deep.equal([
      '2025-11-01',
      '2025-12-01',
      '2026-01-01',
      '2026-02-01',
      '2026-03-01',
      '2026-04-01',
    ]);
    expect(result.counts).to.deep.equal([1, 1, 0, 0, 1]);
    expect([result.unpriced, result.undated, result.n]).to.deep.equal([0, 1, 4]);
  });

  it('histogram({ field: "closeDate" }) counts the days that sellers expect', async () => {
    const due = (id: string, closeDate: string | null): Opportunity =>
      happened(id, [['2026-01-05', { stage: 's1', closeDate }]]);
    const result = await ask([due('a', '2026-04-01'), due('b', '2026-04-03'), due('c', null)], {
      field: 'closeDate',
    });
    expect(result.edges).to.deep.equal(['2026-04-01', '2026-04-02', '2026-04-03', '2026-04-04']);
    expect(result.counts).to.deep.equal([1, 0, 1]);
    expect(result.undated).to.equal(1);
  });

  it('histogram(…, { selection }) counts the selected between the edges of everyone', async () => {
    const opportunities = [
      over('a', 100, { region: 'EMEA' }),
      over('b', 900),
      over('c', 150, { region: 'EMEA' }),
    ];
    const everyone = await ask(opportunities);
    const { edges, counts, n } = await ask(opportunities, {}, [{ field: 'region', in: ['EMEA'] }]);
    expect(edges).to.deep.equal(everyone.edges);
    expect(counts.reduce((sum, count) => sum + count, 0)).to.equal(2);
    expect(n).to.equal(2);
  });

  it('histogram() keeps a stray out of the axis and counts it above', async () => {
    const many = Array.from({ length: 40 }, (_, i) => over(`o${i}`, (i + 1) * 1_000));
    const { edges, above, n } = await ask([...many, over('stray', 90_000_000)]);
    expect([edges.at(-1), above, n]).to.deep.equal([42_000, 1, 41]);
  });

  it('histogram() without any value has no edges', async () => {
    const result = await ask([over('a', null)]);
    expect(result).to.include({ below: 0, above: 0, unpriced: 1, n: 1 });
    expect([result.edges, result.counts]).to.deep.equal([[], []]);
    expect((await ask([])).n).to.equal(0);
  });

  it('histogram() counts by an edge exactly as a clause with that edge filters', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: -2_000_000, max: 20_000_000 }), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 4, max: 100 }),
        async (amounts, bins) => {
          const opportunities = amounts.map((amount, i) => over(`o${i}`, amount));
          const { edges, counts, above } = await ask(opportunities, { bins });
          for (const [i, count] of [...counts, above].entries()) {
            const [from, to] = [edges[i], edges[i + 1]];
            const within = await ask(opportunities, { bins }, [
              {
                field: 'amount',
                ...(from === undefined ? {} : { from }),
                ...(to === undefined ? {} : { to }),
              },
            ]);
            expect(within.n, `from ${from} to ${to}`).to.equal(count);
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it('histogram(…) refuses a field, an outcome and bins that it does not know, and names them', async () => {
    const refused = async (params: object): Promise<string> => {
      try {
        await ask([], params);
        return 'nothing refused';
      } catch (error) {
        return `${(error as Error).name}: ${(error as Error).message}`;
      }
    };
    expect(await refused({ field: 'owner' })).to.match(
      /^RangeError: unknown histogram.field: "owner" \(known: amount/,
    );
    expect(await refused({ outcome: 'gone' })).to.match(/^RangeError: unknown histogram.outcome: "gone"/);
    for (const bins of [3, 101, 10.5, '10', null]) {
      expect(await refused({ bins })).to.match(
        /^RangeError: invalid histogram.bins: expected a whole number from 4 to 100/,
      );
    }
  });
});

describe('amountEdges', () => {
  it('amountEdges({ low, high }, most) are multiples of 1, 2 or 5, as close together as `most` allows', () => {
    expect(amountEdges({ low: 3, high: 9 }, 10)).to.deep.equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(amountEdges({ low: 3, high: 10 }, 10)).to.deep.equal([0, 2, 4, 6, 8, 10, 12]);
    expect(amountEdges({ low: 1, high: 27_999_999 }, 28)).to.have.length(29);
    expect(amountEdges({ low: -5, high: -5 }, 4)).to.deep.equal([-6, -4, -2, 0, 2]);
  });
});

describe('dayEdges', () => {
  const edges = (low: string, high: string, most: number, startMonth = 1): string[] =>
    dayEdges({ low: dayOf(low), high: dayOf(high) }, most, startMonth).map(dateOf);

  it('dayEdges({ low, high }, most, startMonth) are days, then weeks from Monday on', () => {
    expect(edges('2026-03-30', '2026-03-30', 5)).to.deep.equal(['2026-03-30', '2026-03-31']);
    expect(edges('2026-03-31', '2026-04-06', 5)).to.deep.equal(['2026-03-30', '2026-04-06', '2026-04-13']);
  });

  it('dayEdges({ low, high }, most, startMonth) are quarters and years of the fiscal calendar', () => {
    expect(edges('2025-12-31', '2026-12-31', 5, 2)).to.deep.equal([
      '2025-11-01',
      '2026-02-01',
      '2026-05-01',
      '2026-08-01',
      '2026-11-01',
      '2027-02-01',
    ]);
    expect(edges('2024-01-31', '2026-02-01', 4, 2)).to.deep.equal([
      '2023-02-01',
      '2024-02-01',
      '2025-02-01',
      '2026-02-01',
      '2027-02-01',
    ]);
  });

  it('dayEdges({ low, high }, most, startMonth) are decades where years are too many', () => {
    expect(edges('1994-05-01', '2026-01-01', 5)).to.deep.equal([
      '1990-01-01',
      '2000-01-01',
      '2010-01-01',
      '2020-01-01',
      '2030-01-01',
    ]);
    expect(edges('1900-01-01', '2100-12-31', 4)).to.have.length(4);
  });
});

describe('threeDigits', () => {
  it('threeDigits(value) keeps three digits and goes down', () => {
    expect([0, 7, 999, 1_234, 123_456].map(threeDigits)).to.deep.equal([0, 7, 999, 1_230, 123_000]);
    expect([-7, -999, -1_234, -9_999].map(threeDigits)).to.deep.equal([-7, -999, -1_240, -10_000]);
  });

  it('threeDigits(value) is below a bound of three digits exactly when the value is; a longer bound would differ', () => {
    const bound = fc.tuple(fc.integer({ min: -999, max: 999 }), fc.integer({ min: 0, max: 10 }));
    fc.assert(
      fc.property(fc.integer({ min: -1e14, max: 1e14 }), bound, (value, [digits, power]) => {
        const edge = digits * 10 ** power;
        expect(threeDigits(value) < edge).to.equal(value < edge);
      }),
    );
    expect(threeDigits(1_234) < 1_234).to.equal(true);
  });
});

describe('withoutStrays', () => {
  const many = (...strays: number[]): { value: number; count: number }[] =>
    [...Array.from({ length: 99 }, (_, i) => i + 1), ...strays]
      .sort((a, b) => a - b)
      .map((value) => ({ value, count: 1 }));

  it('withoutStrays(values) are all values, where none is far off', () => {
    expect(withoutStrays(many(140))).to.deep.equal({ low: 1, high: 140 });
  });

  it('withoutStrays(values) leaves out a hundredth that is far off, at either end', () => {
    expect(withoutStrays(many(900))).to.deep.equal({ low: 1, high: 99 });
    expect(withoutStrays(many(-900))).to.deep.equal({ low: 1, high: 99 });
  });

  it('withoutStrays(values) leaves out no more than a hundredth', () => {
    expect(withoutStrays(many(900, 901))?.high).to.equal(901);
  });

  it('withoutStrays(values) keeps everything of fewer than twenty', () => {
    expect(withoutStrays(many(900).slice(-19))).to.deep.equal({ low: 82, high: 900 });
    expect(withoutStrays([])).to.equal(null);
  });
});
