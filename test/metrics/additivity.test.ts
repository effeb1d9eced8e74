import { expect } from '@open-wc/testing';
import {
  createPipeline,
  metricNames,
  type MetricName,
  type Pipeline,
  type PipelineDocument,
  type Selection,
} from '@pipeline-kit/model';
import fc from 'fast-check';
import { Contributions } from '../../packages/model/src/metrics/contributions.js';
import { METRICS, type AnyMetric } from '../../packages/model/src/metrics/registry.js';
import type { Tables } from '../../packages/model/src/tables/tables.js';
import { arbitraryDocument } from '../fixtures/arbitrary-document.js';
import { happened } from '../fixtures/happened.js';
import { pipelineDocument } from '../fixtures/pipeline-document.js';
import {
  additivityFaults,
  bothOrders,
  jsonFaults,
  orderFaults,
  splitTables,
  type Asked,
  type AskedAdditive,
  type Split,
} from './additivity.js';
import { marksOf, memberFaults } from './marks.js';

const RUNS = 40;
const quarter = { from: '2026-01-01', to: '2026-04-01' };
const month = { from: '2026-02-01', to: '2026-03-01' };

/** What a metric is asked with here; nothing at all where it is not listed. */
const ASKED: Readonly<Record<string, readonly Asked[]>> = {
  convert: [{ amount: 1_000, currency: 'EUR' }],
  coverage: [{}, { unit: 'month', back: 3, floor: 1, partner: 'P2' }],
  funnel: [
    {},
    { skip: 'fill', cohort: { axis: 'creation', period: quarter } },
    { definition: 'reached', pipeline: 'renewal' },
    { definition: 'in-order', createdMidFunnel: 'exclude' },
  ],
  funnelComparison: [{ priorAsOf: '2026-02-10' }, { cohort: { period: quarter }, priorPeriod: month }],
  stageVelocity: [{}, { basis: 'first', period: quarter }, { basis: 'cumulative', unit: 'hours' }],
  stageVelocityTrend: [{ stage: 's1', periods: [quarter, month] }],
  cycle: [{}, { start: 'registered' }, { start: 'firstStage' }, { start: 'qualified', period: quarter }],
  winRate: [{}, { period: quarter, excludeReasons: ['price'] }],
  salesVelocity: [{}, { period: quarter, qualifiedStage: 's3' }],
  leaderboard: [{}, { by: 'winRate', minN: 1, rollup: true, peerBy: 'tier', prior: { asOf: '2026-02-10' } }],
  slippage: [{}, { period: month }],
  waterfall: [{ from: '2026-02-10' }],
  histogram: [{}, { field: 'createdDate', outcome: 'all', bins: 4 }, { field: 'closeDate' }],
  valueCounts: [{}, { field: 'product' }, { field: 'attributes.size', limit: 2 }],
  weightedForecast: [{}, { period: month, pipeline: 'renewal' }],
};

/** For the members of marks: what makes a figure count opportunities. Visits of one to a stage may be several. */
const ONE_EACH: Readonly<Record<string, readonly Asked[]>> = {
  ...ASKED,
  stageVelocity: [{ basis: 'first' }, { basis: 'cumulative', unit: 'hours', period: quarter }],
};

const askedOf = (name: string): readonly Asked[] => ASKED[name] ?? [{}];
const names = metricNames() as readonly MetricName[];
const questions = names.flatMap((name) => askedOf(name).map((asked) => [name, asked] as const));
const isAdditive = (metric: AnyMetric | undefined): boolean => metric !== undefined && 'contribute' in metric;
const arbitrarySplit: fc.Arbitrary<Split> = fc.array(fc.constantFrom(0 as const, 1 as const, 2 as const), {
  minLength: 1,
  maxLength: 9,
});

describe('additivity', () => {
  it('the statistics of two sets add up to those of their union, and need no one else', () => {
    const additive = names.filter((name) => isAdditive(METRICS.get(name)));
    expect(additive).to.include.members(['funnel', 'stageVelocity', 'winRate']);
    fc.assert(
      fc.property(arbitraryDocument, arbitrarySplit, (document, split) => {
        const tables = splitTables(document, split);
        const faults = additive.flatMap((name) =>
          askedOf(name).flatMap((asked) =>
            additivityFaults(METRICS.get(name) as AskedAdditive, tables, asked).map(
              (fault) => `${name}: ${fault}`,
            ),
          ),
        );
        expect(faults).to.deep.equal([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('every metric answers the same whatever the order of the opportunities, in plain JSON', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDocument, async (document) => {
        const orders = bothOrders(document, (input) => createPipeline(input));
        for (const [name, asked] of questions) {
          const ask = (pipeline: Pipeline): Promise<object> => pipeline.query(name, asked, { trace: true });
          expect(jsonFaults(await ask(orders.forward)), name).to.deep.equal([]);
          expect(await orderFaults(ask, orders), name).to.deep.equal([]);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('every metric with marks says what stands behind them', () => {
    const marked = names.filter((name) => {
      const metric = METRICS.get(name);
      return metric && ('contribute' in metric ? metric.mark : metric.members);
    });
    expect(Object.keys(marksOf)).to.include.members(marked);
  });

  it('the opportunities behind a mark are those of the trace', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDocument, fc.boolean(), async (document, selects) => {
        const pipeline = createPipeline(document);
        const selection: Selection = selects ? [{ field: 'segment', in: ['enterprise', null] }] : [];
        for (const name of names.filter((metric) => metric in marksOf)) {
          for (const params of ONE_EACH[name] ?? [{}]) {
            expect(await memberFaults(name, pipeline, { params, selection }), name).to.deep.equal([]);
          }
        }
      }),
      { numRuns: RUNS },
    );
  });
});

describe('what additivity is held by', () => {
  const document = pipelineDocument({
    meta: { asOf: '2026-03-31' },
    opportunities: ['A', 'B', 'C'].map((id) => happened(id, [['2026-01-05', 's1']])),
  });

  /** A metric that contributes as it is told. */
  function planted(contribute: (out: Contributions, tables: Tables) => void): AskedAdditive {
    return {
      name: 'planted',
      read: () => ({}),
      contribute(tables) {
        const out = new Contributions();
        contribute(out, tables);
        return out;
      },
    };
  }

  const rows = (tables: Tables): number[] => tables.events.ids.map((_, row) => row);

  it('additivityFaults(…) finds none in a plain count', () => {
    const count = planted((out, tables) => rows(tables).forEach((row) => out.add(row, 1, 0)));
    expect(additivityFaults(count, splitTables(document, [1, 2, 1]), {})).to.deep.equal([]);
  });

  it('additivityFaults(…) reports fractions, whose sums depend on the order', () => {
    const thirds = planted((out, tables) => rows(tables).forEach((row) => out.add(row, 1 / 3, 0)));
    expect(additivityFaults(thirds, splitTables(document, [1, 2, 1]), {})).to.include(
      'a contribution is no whole number',
    );
    const tenths = planted((out, tables) =>
      rows(tables).forEach((row) => out.add(row, [0.1, 0.2, 0.3][row] ?? 0, 0)),
    );
    expect(additivityFaults(tenths, splitTables(document, [1, 2, 2]), {})).to.include(
      '1 cells do not add up',
    );
  });

  it('additivityFaults(…) reports rows out of order', () => {
    const backwards = planted((out, tables) =>
      rows(tables)
        .toReversed()
        .forEach((row) => out.add(row, 1, 0)),
    );
    expect(additivityFaults(backwards, splitTables(document, [1, 2, 1]), {})).to.deep.equal([
      'rows do not ascend',
    ]);
  });

  it('additivityFaults(…) reports a contribution that depends on the others', () => {
    const share = planted((out, tables) =>
      rows(tables).forEach((row) => out.add(row, 6 / tables.events.size, 0)),
    );
    expect(additivityFaults(share, splitTables(document, [1, 2, 1]), {})).to.deep.equal([
      'what a set contributes depends on who else is there',
    ]);
  });

  it('orderFaults(ask, document) reports an answer in the order of the document', async () => {
    const inOrder = ({ opportunities }: PipelineDocument): object => ({
      ids: opportunities.map(({ id }) => id),
    });
    const orders = bothOrders(document, inOrder);
    expect(await orderFaults(async (answer) => answer, orders)).to.deep.equal([
      '.ids.0: "A" and "C"',
      '.ids.2: "C" and "A"',
    ]);
  });

  it('jsonFaults(result) reports what JSON would lose', () => {
    expect(jsonFaults({ a: [1, null], b: 'text' })).to.deep.equal([]);
    const lost = { a: Number.NaN, b: [Infinity], c: undefined, d: new Date(0), e: new Map() };
    expect(jsonFaults(lost)).to.deep.equal([
      '.a: NaN',
      '.b[0]: Infinity',
      '.c: undefined',
      '.d: object',
      '.e: object',
    ]);
  });

  it('memberFaults(…) reports a mark with other opportunities than its trace', async () => {
    const asked = { params: { basis: 'first' } };
    expect(await memberFaults('stageVelocity', createPipeline(document), asked)).to.deep.equal([]);
    const wrong = () => [
      { mark: { stage: 's1', exit: 'open' }, ids: ['A', 'B'] },
      { mark: { stage: 's1', exit: 'open' }, count: 2 },
    ];
    expect(await memberFaults('stageVelocity', createPipeline(document), asked, wrong)).to.have.length(2);
  });
});
