import { expect } from '@open-wc/testing';
import {
  createPipeline,
  type Opportunity,
  type PipelineDocument,
  type WaterfallResult,
} from '@pipeline-kit/model';
import fc from 'fast-check';
import { arbitraryDay, arbitraryDocument } from '../fixtures/arbitrary-document.js';
import { happened } from '../fixtures/happened.js';
import { pipelineDocument } from '../fixtures/pipeline-document.js';

async function waterfall(
  opportunities: readonly Opportunity[],
  params = {},
  facts: Partial<PipelineDocument> = {},
): Promise<WaterfallResult> {
  const pipeline = createPipeline(pipelineDocument({ opportunities, ...facts }), { asOf: '2026-03-31' });
  const result = await pipeline.query('waterfall', { from: '2026-02-28', ...params }, { trace: true });
  if ('suppressed' in result) throw new Error('no history');
  return result;
}

/** The bars of a waterfall that are not 0. */
function bars(result: WaterfallResult): Record<string, number> {
  return Object.fromEntries(Object.entries(result.counts).filter(([, count]) => count > 0));
}

describe('waterfall', () => {
  it('waterfall({ from }) puts what joined and what left into its bar', async () => {
    const result = await waterfall([
      happened('new', [['2026-03-10', 's1']]),
      happened('won', [
        ['2026-01-01', 's1'],
        ['2026-03-02', 'won'],
      ]),
      happened('lost', [
        ['2026-01-01', 's1'],
        ['2026-03-02', 'lost'],
      ]),
      happened('back', [
        ['2026-01-01', 's1'],
        ['2026-02-01', 'lost'],
        ['2026-03-02', 's1'],
      ]),
      happened('gone', [
        ['2026-01-01', 's1'],
        ['2026-03-02', { deleted: true }],
      ]),
      happened('less', [
        ['2026-01-01', 's1'],
        ['2026-03-02', { amount: 60_000 }],
      ]),
      happened('same', [['2026-01-01', 's1']]),
    ]);
    expect(bars(result)).to.deep.equal({
      created: 1,
      reopened: 1,
      decreased: 1,
      won: 1,
      lost: 1,
      deleted: 1,
    });
    expect(result.start).to.equal(500_000);
    expect(result.end).to.equal(360_000);
    expect(result.ledger?.find(({ id }) => id === 'less')).to.deep.equal({
      id: 'less',
      bar: 'decreased',
      amount: 40_000,
    });
    expect(result.wonBooked).to.equal(100_000);
  });

  it('waterfall({ period }) moves by close date, where no date is later than every period', async () => {
    const period = { from: '2026-04-01', to: '2026-07-01' };
    const due = (before: string | null, after: string | null) =>
      [
        ['2026-01-01', { stage: 's1', closeDate: before }],
        ['2026-03-02', { closeDate: after }],
      ] as const;
    const result = await waterfall(
      [
        happened('pushed out', due('2026-05-01', '2026-08-01')),
        happened('date taken away', due('2026-05-01', null)),
        happened('pulled out', due('2026-05-01', '2026-03-31')),
        happened('pulled in', due('2026-08-01', '2026-05-01')),
        happened('dated at last', due(null, '2026-05-01')),
        happened('pushed in', due('2026-03-01', '2026-05-01')),
      ],
      { period },
    );
    expect(bars(result)).to.deep.equal({ pulledIn: 2, pushedIn: 1, pushedOut: 2, pulledOut: 1 });
  });

  it('waterfall() keeps the exchange rate in a bar of its own', async () => {
    const usd = { amount: 100_000, currency: 'USD' };
    const result = await waterfall(
      [
        happened('steady', [['2026-01-01', { stage: 's1', ...usd }]]),
        happened('grown', [
          ['2026-01-01', { stage: 's1', ...usd }],
          ['2026-03-05', { amount: 200_000 }],
        ]),
      ],
      {},
      {
        rates: [
          { currency: 'USD', date: '2026-01-01', rate: '1.10' },
          { currency: 'USD', date: '2026-03-01', rate: '1.20' },
        ],
      },
    );
    expect(result.ledger).to.deep.equal([
      { id: 'grown', bar: 'increased', amount: 110_000 },
      { id: 'grown', bar: 'fx', amount: 20_000 },
      { id: 'steady', bar: 'fx', amount: 10_000 },
    ]);
  });

  it('waterfall() counts what came and went in between on both sides', async () => {
    const result = await waterfall([
      happened('quick', [
        ['2026-03-02', 's1'],
        ['2026-03-09', 'won'],
      ]),
    ]);
    expect(bars(result)).to.deep.equal({ created: 1, won: 1 });
    expect([result.start, result.end]).to.deep.equal([0, 0]);
  });

  it("waterfall() per partner adds up to everyone's, transfers cancelling", async () => {
    const everything = [
      happened('moved', [
        ['2026-01-01', { stage: 's1', partner: 'A' }],
        ['2026-03-02', { partner: 'B' }],
      ]),
      happened('stayed', [
        ['2026-01-01', { stage: 's1', partner: 'A' }],
        ['2026-03-02', { amount: 150_000 }],
      ]),
      happened('direct', [['2026-01-01', { stage: 's1', partner: null }]]),
    ];
    const all = await waterfall(everything);
    const parts = await Promise.all(['A', 'B', null].map((partner) => waterfall(everything, { partner })));
    expect(parts.reduce((sum, { end }) => sum + end, 0)).to.equal(all.end);
    expect(bars(parts[0]!)).to.deep.equal({ transferredOut: 1, increased: 1 });
    expect(bars(parts[1]!)).to.deep.equal({ transferredIn: 1 });
    expect(bars(all)).to.deep.equal({ increased: 1 });
  });

  it('waterfall() leaves nothing unexplained on any document', async () => {
    let explained = 0;
    await fc.assert(
      fc.asyncProperty(arbitraryDocument, arbitraryDay, fc.boolean(), async (document, from, scoped) => {
        const pipeline = createPipeline(document);
        const period = scoped ? { from: '2026-03-01', to: '2026-05-01' } : null;
        const result = await pipeline.query('waterfall', { from, period });
        if ('suppressed' in result) throw new Error('no history');
        explained += Object.values(result.counts).reduce((a, b) => a + b, 0);
        expect(result.residual).to.equal(0);
      }),
      { numRuns: 200 },
    );
    // The property must not hold because nothing ever happens.
    expect(explained).to.be.greaterThan(100);
  });

  it('waterfall({ from }) refuses a day after the as-of', async () => {
    const pipeline = createPipeline(pipelineDocument({ opportunities: [] }), { asOf: '2026-03-31' });
    let message = '';
    await pipeline
      .query('waterfall', { from: '2026-04-01' })
      .catch((error: unknown) => (message = String(error)));
    expect(message).to.equal(
      'RangeError: invalid waterfall.from: expected a calendar date up to 2026-03-31, got "2026-04-01"',
    );
  });
});
