import { dateOf, dayOf, isCalendarDate, NO_DAY } from '../schema/calendar-date.js';
import { gregorianPeriod } from '../schema/fiscal-calendar.js';
import { WON } from '../tables/stage-runs.js';
import type { Tables } from '../tables/tables.js';
import { Contributions } from './contributions.js';
import type { AdditiveMetric, FinishInput, Mark } from './metric.js';
import { allTime, anyPipeline, parameters, partnerOrAll, shown, spanOf, type Reader } from './parameters.js';
import { standing, waterfallEntries, type WaterfallScope } from './waterfall-entries.js';
import type {
  WaterfallBar,
  WaterfallEntry,
  WaterfallParameters,
  WaterfallResult,
} from './waterfall-result.js';
import { WITHOUT_HISTORY, type WithoutHistory } from './without-history.js';

type WaterfallQuestion = Required<WaterfallParameters>;

/** In the order of the ledger, with the sign that each has in the formula. */
const BARS: readonly (readonly [bar: WaterfallBar, sign: 1 | -1])[] = [
  ['created', 1],
  ['pulledIn', 1],
  ['pushedIn', 1],
  ['reopened', 1],
  ['transferredIn', 1],
  ['increased', 1],
  ['decreased', -1],
  ['won', -1],
  ['lost', -1],
  ['pushedOut', -1],
  ['pulledOut', -1],
  ['transferredOut', -1],
  ['deleted', -1],
  ['fx', 1],
];

/** Kinds of cells; the coordinate of the first two is an index into `BARS`. */
const CELL = {
  barCount: 0,
  barAmount: 1,
  start: 2,
  startCount: 3,
  startUnpriced: 4,
  end: 5,
  endCount: 6,
  endUnpriced: 7,
  wonBooked: 8,
} as const;

const startDay: Reader<string> = (value, name, { asOf, settings }) => {
  if (value === undefined) return dateOf(gregorianPeriod(asOf, 'quarter', settings.startMonth).from - 1);
  if (isCalendarDate(value) && dayOf(value) <= asOf) return value;
  throw new RangeError(
    `invalid ${name}: expected a calendar date up to ${dateOf(asOf)}, got ${shown(value)}`,
  );
};

/**
 * Why the open amount is what it is (METRICS.md G): what joined, left, grew, shrank and was
 * revalued between two days. The bars explain the difference exactly.
 */
export const waterfall: AdditiveMetric<WaterfallQuestion, WaterfallResult | WithoutHistory> = {
  name: 'waterfall',
  read: parameters('waterfall', {
    from: startDay,
    partner: partnerOrAll,
    pipeline: anyPipeline,
    period: allTime,
  }),
  contribute,
  finish,
  mark: ({ bar }: Mark) => {
    const index = BARS.findIndex(([name]) => name === bar);
    return index < 0 ? null : [[CELL.barCount, index]];
  },
};

function scopeOf({ partner, pipeline, period }: WaterfallQuestion): WaterfallScope {
  return { partner, pipeline, span: spanOf(period) };
}

function contribute(tables: Tables, params: WaterfallQuestion): Contributions {
  const out = new Contributions();
  if (tables.settings.history !== 'full') return out;
  const from = tables.at(dayOf(params.from));
  const scope = scopeOf(params);
  for (let row = 0; row < tables.events.size; row++) {
    if (!tables.now.exists[row]) continue;
    addStanding(out, row, standing(from, row, scope), [CELL.start, CELL.startCount, CELL.startUnpriced]);
    addStanding(out, row, standing(tables, row, scope), [CELL.end, CELL.endCount, CELL.endUnpriced]);
    for (const { bar, amount } of waterfallEntries(from, tables, row, scope)) {
      const index = BARS.findIndex(([name]) => name === bar);
      out.add(row, 1, CELL.barCount, index);
      out.add(row, amount, CELL.barAmount, index);
    }
    out.add(row, booked(from, tables, row, scope), CELL.wonBooked);
  }
  return out;
}

function addStanding(
  out: Contributions,
  row: number,
  { inScope, amount }: { readonly inScope: boolean; readonly amount: number },
  [sum, count, unpriced]: readonly [number, number, number],
): void {
  if (!inScope) return;
  out.add(row, 1, count);
  if (Number.isNaN(amount)) out.add(row, 1, unpriced);
  else out.add(row, amount, sum);
}

/** The amount of an opportunity won between the two days and in scope, its partner being the one at the closing. */
function booked(from: Tables, to: Tables, row: number, scope: WaterfallScope): number {
  const { exists, deleted, outcome, partnerMatches, pipelineMatches, due, amount } = standing(to, row, scope);
  const closed = to.now.closedDay[row] ?? NO_DAY;
  const inScope = exists && !deleted && partnerMatches && pipelineMatches && due === 'in';
  if (!inScope || outcome !== WON || closed === NO_DAY || closed <= from.asOf || Number.isNaN(amount))
    return 0;
  return amount;
}

function finish(input: FinishInput<WaterfallQuestion>): WaterfallResult | WithoutHistory {
  const { params, selected, tables, trace } = input;
  if (tables.settings.history !== 'full') return WITHOUT_HISTORY;
  const start = selected.of(CELL.start);
  const end = selected.of(CELL.end);
  const explained = BARS.reduce((sum, [, sign], i) => sum + sign * selected.of(CELL.barAmount, i), start);
  return {
    ...params,
    to: dateOf(tables.asOf),
    start,
    end,
    bars: byBar((i) => selected.of(CELL.barAmount, i)),
    counts: byBar((i) => selected.of(CELL.barCount, i)),
    residual: end - explained,
    startCount: selected.of(CELL.startCount),
    endCount: selected.of(CELL.endCount),
    unpricedStart: selected.of(CELL.startUnpriced),
    unpricedEnd: selected.of(CELL.endUnpriced),
    wonBooked: selected.of(CELL.wonBooked),
    ...(trace && { ledger: ledger(input) }),
  };
}

function byBar(value: (index: number) => number): Record<WaterfallBar, number> {
  return Object.fromEntries(BARS.map(([bar], i) => [bar, value(i)])) as Record<WaterfallBar, number>;
}

function ledger({ params, tables, mask }: FinishInput<WaterfallQuestion>): WaterfallEntry[] {
  const from = tables.at(dayOf(params.from));
  const scope = scopeOf(params);
  const { ids, size } = tables.events;
  const rows = Array.from({ length: size }, (_, row) => row).filter(
    (row) => tables.now.exists[row] && (!mask || mask[row]),
  );
  rows.sort((a, b) => ((ids[a] ?? '') < (ids[b] ?? '') ? -1 : 1));
  return rows.flatMap((row) =>
    waterfallEntries(from, tables, row, scope).map(({ bar, amount }) => ({
      id: ids[row] ?? '',
      bar,
      amount,
    })),
  );
}
