import { dateOf, maybeDateOf, NO_DAY } from '../schema/calendar-date.js';
import type { DaySpan } from '../schema/fiscal-calendar.js';
import { LOST, OPEN, WON } from '../tables/stage-runs.js';
import type { Tables } from '../tables/tables.js';
import { closeDateMoves } from './close-date-moves.js';
import { Contributions } from './contributions.js';
import type { AdditiveMetric, CellName, FinishInput, Mark } from './metric.js';
import { allTime, oneOf, parameters, partnerOrAll, spanOf } from './parameters.js';
import type { SlipOutcome, SlippageParameters, SlippageResult } from './slippage-result.js';
import { WITHOUT_HISTORY, type WithoutHistory } from './without-history.js';

type SlippageQuestion = Required<SlippageParameters>;

const OUTCOMES: readonly SlipOutcome[] = [
  'deleted',
  'won',
  'lost',
  'undated',
  'slipped',
  'pulledOut',
  'stillDue',
];

/** Kinds of cells; the coordinate of the last three is an index into `OUTCOMES`. */
const CELL = { push: 0, pullIn: 1, slip: 2, netDays: 3, count: 4, amount: 5, priced: 6 } as const;

/**
 * How close dates are pushed (METRICS.md F): every counted move, and of what was due in a period
 * the day before it began, the share that slipped past its end.
 */
export const slippage: AdditiveMetric<SlippageQuestion, SlippageResult | WithoutHistory> = {
  name: 'slippage',
  read: parameters('slippage', {
    unit: oneOf(['month', 'quarter'], 'quarter'),
    period: allTime,
    partner: partnerOrAll,
  }),
  contribute,
  finish,
  mark: ({ group }: Mark): readonly CellName[] | null => {
    const outcome = OUTCOMES.indexOf(group as SlipOutcome);
    return outcome < 0 ? null : [[CELL.count, outcome]];
  },
};

function contribute(tables: Tables, params: SlippageQuestion): Contributions {
  const out = new Contributions();
  if (tables.settings.history !== 'full') return out;
  const cohort = cohortOf(tables, params);
  for (let row = 0; row < tables.events.size; row++) {
    if (tables.now.live[row] && isOf(tables, row, params.partner)) addMoves(out, tables, row, params.unit);
    if (cohort) addOutcome(out, cohort, row, params.partner);
  }
  return out;
}

function isOf({ events, now }: Tables, row: number, partner: string | null): boolean {
  return partner === '*' || events.partners.at(now.partner[row] ?? -1) === partner;
}

function addMoves(out: Contributions, tables: Tables, row: number, unit: 'month' | 'quarter'): void {
  for (const { kind, days, slip } of closeDateMoves(tables, row, unit)) {
    if (kind === 'push' || kind === 'pullIn') out.add(row, 1, CELL[kind]);
    if (slip) out.add(row, 1, CELL.slip);
    out.add(row, days ?? 0, CELL.netDays);
  }
}

/** The day before the period, the day at which it is judged, and the period. */
interface Cohort {
  readonly origin: Tables;
  readonly evaluated: Tables;
  readonly span: DaySpan;
}

/** Null without a period, or for one that begins after the day after the as-of. */
function cohortOf(tables: Tables, { period }: SlippageQuestion): Cohort | null {
  const span = spanOf(period);
  if (!span || span.from - 1 > tables.asOf) return null;
  return { span, origin: tables.at(span.from - 1), evaluated: tables.at(Math.min(tables.asOf, span.to - 1)) };
}

function addOutcome(
  out: Contributions,
  { origin, evaluated, span }: Cohort,
  row: number,
  partner: string | null,
): void {
  const due = origin.now.closeDate[row] ?? NO_DAY;
  if (!origin.now.live[row] || origin.now.outcome[row] !== OPEN || due < span.from || due >= span.to) return;
  if (!isOf(origin, row, partner)) return;
  const outcome = OUTCOMES.indexOf(becameOf(evaluated, row, span));
  const amount = origin.now.amount[row] ?? Number.NaN;
  out.add(row, 1, CELL.count, outcome);
  if (Number.isNaN(amount)) return;
  out.add(row, 1, CELL.priced, outcome);
  out.add(row, amount, CELL.amount, outcome);
}

function becameOf({ now }: Tables, row: number, span: DaySpan): SlipOutcome {
  if (now.deleted[row]) return 'deleted';
  if (now.outcome[row] === WON) return 'won';
  if (now.outcome[row] === LOST) return 'lost';
  const due = now.closeDate[row] ?? NO_DAY;
  if (due === NO_DAY) return 'undated';
  if (due >= span.to) return 'slipped';
  return due < span.from ? 'pulledOut' : 'stillDue';
}

function finish(input: FinishInput<SlippageQuestion>): SlippageResult | WithoutHistory {
  const { params, selected, tables, trace } = input;
  if (tables.settings.history !== 'full') return WITHOUT_HISTORY;
  const rate = rateOf(input);
  return {
    unit: params.unit,
    ...(trace && { opportunities: traced(input) }),
    totals: {
      push: selected.of(CELL.push),
      pullIn: selected.of(CELL.pullIn),
      slip: selected.of(CELL.slip),
      netDays: selected.of(CELL.netDays),
    },
    ...(rate && { rate }),
  };
}

function rateOf({
  params,
  selected,
  tables,
}: FinishInput<SlippageQuestion>): SlippageResult['rate'] | undefined {
  const cohort = cohortOf(tables, params);
  if (!cohort || !params.period) return undefined;
  const sum = (kind: number): number => OUTCOMES.reduce((total, _, i) => total + selected.of(kind, i), 0);
  const n = sum(CELL.count);
  const amount = sum(CELL.amount);
  const slipped = OUTCOMES.indexOf('slipped');
  const outcome = Object.fromEntries(
    OUTCOMES.map((name, i) => [
      name,
      { count: selected.of(CELL.count, i), amount: selected.of(CELL.amount, i) },
    ]),
  ) as Record<SlipOutcome, { count: number; amount: number }>;
  return {
    period: params.period,
    origin: dateOf(cohort.origin.asOf),
    evaluated: dateOf(cohort.evaluated.asOf),
    n,
    amount,
    unpriced: n - sum(CELL.priced),
    outcome,
    byAmount: amount === 0 ? null : selected.of(CELL.amount, slipped) / amount,
    byCount: n === 0 ? null : selected.of(CELL.count, slipped) / n,
  };
}

function traced({
  params,
  tables,
  mask,
}: FinishInput<SlippageQuestion>): NonNullable<SlippageResult['opportunities']> {
  const { events, now } = tables;
  const found: NonNullable<SlippageResult['opportunities']>[number][] = [];
  for (let row = 0; row < events.size; row++) {
    if (!now.live[row] || (mask && !mask[row]) || !isOf(tables, row, params.partner)) continue;
    const moves = closeDateMoves(tables, row, params.unit);
    if (moves.length === 0) continue;
    found.push({
      id: events.ids[row] ?? '',
      push: moves.filter(({ kind }) => kind === 'push').length,
      pullIn: moves.filter(({ kind }) => kind === 'pullIn').length,
      slip: moves.filter(({ slip }) => slip).length,
      netDays: moves.reduce((sum, { days }) => sum + (days ?? 0), 0),
      moves: moves.map(({ day, from, to, kind, days, slip }) => ({
        day: maybeDateOf(day),
        from: maybeDateOf(from),
        to: maybeDateOf(to),
        kind,
        days,
        slip,
      })),
    });
  }
  return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}
