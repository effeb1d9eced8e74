import { dateOf, NO_DAY } from '../schema/calendar-date.js';
import { LOST, OPEN, WON } from '../tables/stage-runs.js';
import type { Tables } from '../tables/tables.js';
import { Contributions, type Statistics } from './contributions.js';
import { amountEdges, dayEdges } from './histogram-edges.js';
import type { HistogramField, HistogramParameters, HistogramResult } from './histogram-result.js';
import type { AdditiveMetric, FinishInput } from './metric.js';
import { oneOf, parameters, shown, type Reader } from './parameters.js';
import { threeDigits } from './three-digits.js';
import { withoutStrays, type Counted } from './without-strays.js';

type HistogramQuestion = Required<HistogramParameters>;

/** Kinds of cells: everyone, and everyone with a value by its value. */
const CELL = { counted: 0, value: 1 } as const;

const OUTCOMES = { open: OPEN, won: WON, lost: LOST, all: null } as const;

/** More edges than this would have more than the three digits that cells keep of an amount. */
const MOST_BINS = 100;

const bins: Reader<number> = (value, name) => {
  if (value === undefined) return 40;
  if (Number.isInteger(value) && (value as number) >= 4 && (value as number) <= MOST_BINS) {
    return value as number;
  }
  throw new RangeError(
    `invalid ${name}: expected a whole number from 4 to ${MOST_BINS}, got ${shown(value)}`,
  );
};

/**
 * How many opportunities have which amount, created date or close date at the as-of, between round edges.
 * The edges are learnt from everything, so that an axis stands still while a selection moves what is counted.
 */
export const histogram: AdditiveMetric<HistogramQuestion, HistogramResult> = {
  name: 'histogram',
  read: parameters('histogram', {
    field: oneOf(['amount', 'createdDate', 'closeDate'], 'amount'),
    outcome: oneOf(['open', 'won', 'lost', 'all'], 'open'),
    bins,
  }),
  contribute,
  finish,
};

function contribute(tables: Tables, { field, outcome }: HistogramQuestion): Contributions {
  const out = new Contributions();
  const { now } = tables;
  const wanted = OUTCOMES[outcome];
  const valueOf = values(tables, field);
  for (let row = 0; row < now.live.length; row += 1) {
    if (!now.live[row] || (wanted !== null && now.outcome[row] !== wanted)) continue;
    out.add(row, 1, CELL.counted);
    const value = valueOf(row);
    if (value !== null) out.add(row, 1, CELL.value, out.cells.code(value));
  }
  return out;
}

/** The value of a row, as coarse as the edges allow; null is unknown. */
function values({ events, now }: Tables, field: HistogramField): (row: number) => number | null {
  if (field === 'amount') {
    return (row) => {
      const amount = now.amount[row] ?? Number.NaN;
      return Number.isNaN(amount) ? null : threeDigits(amount);
    };
  }
  const days = field === 'createdDate' ? events.createdDay : now.closeDate;
  return (row) => {
    const day = days[row] ?? NO_DAY;
    return day === NO_DAY ? null : day;
  };
}

function finish({
  params: { field, outcome, bins: most },
  selected,
  everything,
  tables,
}: FinishInput<HistogramQuestion>): HistogramResult {
  const ends = withoutStrays(inOrder(everything));
  const edges = !ends
    ? []
    : field === 'amount'
      ? amountEdges(ends, most)
      : dayEdges(ends, most, tables.settings.startMonth);
  const found = inOrder(selected);
  const n = selected.of(CELL.counted);
  const unknown = n - sum(found);
  const [first = Infinity, last = Infinity] = [edges[0], edges.at(-1)];
  return {
    field,
    outcome,
    edges: field === 'amount' ? edges : edges.map(dateOf),
    counts: countsBetween(edges, found),
    below: sum(found.filter(({ value }) => value < first)),
    above: sum(found.filter(({ value }) => value >= last)),
    unpriced: field === 'amount' ? unknown : 0,
    undated: field === 'amount' ? 0 : unknown,
    n,
  };
}

/** The values that occur, rising, and how often each does. */
function inOrder(statistics: Statistics): Counted[] {
  return [...statistics.each(CELL.value)]
    .map(({ a, sum: count }) => ({ value: statistics.cells.value(a), count }))
    .sort((x, y) => x.value - y.value);
}

function sum(values: readonly Counted[]): number {
  return values.reduce((total, { count }) => total + count, 0);
}

function countsBetween(edges: readonly number[], found: readonly Counted[]): number[] {
  const counts = Array.from({ length: Math.max(0, edges.length - 1) }, () => 0);
  let bin = 0;
  for (const { value, count } of found) {
    if (value < (edges[0] ?? Infinity)) continue;
    while (bin < counts.length && value >= (edges[bin + 1] ?? Infinity)) bin += 1;
    if (bin === counts.length) break;
    counts[bin] = (counts[bin] ?? 0) + count;
  }
  return counts;
}
