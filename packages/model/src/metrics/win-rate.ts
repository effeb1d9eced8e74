import { NO_DAY } from '../schema/calendar-date.js';
import type { Period } from '../schema/document.js';
import { LOST, OPEN, WON } from '../tables/stage-runs.js';
import type { Tables } from '../tables/tables.js';
import { Contributions } from './contributions.js';
import { sizeOf } from './durations.js';
import type { AdditiveMetric, CellName, FinishInput, Mark } from './metric.js';
import { CAUSE, endedFor, outcomeDurations, outcomeShares, UNSAID_SHARES } from './outcome-durations.js';
import { allTime, parameters, shown, spanOf, whole, type Reader } from './parameters.js';
import type { MaturedWinRate, WinRateResult } from './win-rate-result.js';
import { amountCell, rateCell, suppression, type AmountSums } from './wilson.js';
import { within } from './within.js';

interface WinRateQuestion {
  readonly period: Period | null;
  readonly excludeReasons: readonly string[];
  readonly floor: number;
}

/** Kinds of cells. `closed` and `created` start a group of sums (`SUM`), `matured` of days since created (`outcomeDurations`). */
const CELL = { closed: 0, created: 10, matured: 20, undated: 24 } as const;

/** Offsets within a group of sums. The outcome is the first coordinate; squares take three kinds. */
const SUM = { count: 0, priced: 1, amount: 2, squares: 3 } as const;

const textList: Reader<readonly string[]> = (value = [], name) => {
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  throw new RangeError(`invalid ${name}: expected a list of texts, got ${shown(value)}`);
};

/**
 * Win rates (METRICS.md B4). By default won ÷ (won + lost) of what closed in the period: open opportunities are
 * neither, so a growing pipeline does not lower the rate.
 */
export const winRate: AdditiveMetric<WinRateQuestion, WinRateResult> = {
  name: 'winRate',
  read: parameters('winRate', { period: allTime, excludeReasons: textList, floor: whole(5) }),
  contribute,
  finish,
  mark: markCells,
};

function contribute(tables: Tables, { period, excludeReasons }: WinRateQuestion): Contributions {
  const out = new Contributions();
  const { asOf, events, now } = tables;
  const span = spanOf(period);
  const excluded = new Set<string | null>(excludeReasons);
  for (let row = 0; row < events.size; row++) {
    if (!now.live[row]) continue;
    const outcome = now.outcome[row] ?? OPEN;
    if (outcome === LOST && excluded.has(tables.lostReason(row))) continue;
    const created = events.createdDay[row] ?? NO_DAY;
    const closed = now.closedDay[row] ?? NO_DAY;
    const closedUndated = outcome !== OPEN && closed === NO_DAY;
    if (created === NO_DAY || closedUndated) out.add(row, 1, CELL.undated);
    const amount = now.amount[row] ?? Number.NaN;
    if (outcome !== OPEN && within(closed, span)) addSums(out, row, CELL.closed, outcome, amount);
    if (created === NO_DAY || !within(created, span)) continue;
    addSums(out, row, CELL.created, outcome, amount);
    const days = (outcome === OPEN ? asOf : closed) - created;
    // Closed before it was created: a clock was wrong, and no time to a closing is known.
    if (!closedUndated && days >= 0) out.add(row, 1, CELL.matured + outcome, 0, days);
  }
  return out;
}

function addSums(out: Contributions, row: number, kind: number, outcome: number, amount: number): void {
  out.add(row, 1, kind + SUM.count, outcome);
  if (Number.isNaN(amount)) return;
  out.add(row, 1, kind + SUM.priced, outcome);
  out.add(row, amount, kind + SUM.amount, outcome);
  out.addSquare(row, amount, kind + SUM.squares);
}

function finish({ params, selected, tables }: FinishInput<WinRateQuestion>): WinRateResult {
  const { period, floor } = params;
  const undated = selected.of(CELL.undated);
  const all = (kind: number): number =>
    [OPEN, WON, LOST].reduce((sum, outcome) => sum + selected.of(kind, outcome), 0);
  const byCount = (kind: number) =>
    rateCell(selected.of(kind + SUM.count, WON), all(kind + SUM.count), floor);
  const byAmount = (kind: number) => {
    const priced = all(kind + SUM.priced);
    const sums: AmountSums = {
      num: selected.of(kind + SUM.amount, WON),
      den: all(kind + SUM.amount),
      squares: selected.squares(kind + SUM.squares),
      priced,
      unpriced: all(kind + SUM.count) - priced,
    };
    return amountCell(sums, floor);
  };
  return {
    period,
    closedByCount: byCount(CELL.closed),
    closedByAmount: byAmount(CELL.closed),
    createdByCount: byCount(CELL.created),
    createdByAmount: byAmount(CELL.created),
    matured: matured({ params, selected, tables }),
    ...(undated > 0 && { excluded: { undated } }),
  };
}

function matured({
  params,
  selected,
  tables,
}: Pick<FinishInput<WinRateQuestion>, 'params' | 'selected' | 'tables'>): MaturedWinRate {
  if (tables.settings.history !== 'full') return { ...UNSAID_SHARES, suppressed: 'history' };
  const durations = outcomeDurations(selected, CELL.matured);
  const closed = endedFor(durations, CAUSE.won) + endedFor(durations, CAUSE.lost);
  const suppressed = suppression(closed, params.floor);
  return { n: sizeOf(durations), ...(suppressed ? UNSAID_SHARES : outcomeShares(durations)), suppressed };
}

/** { group: 'won' | 'lost' }: closed so in the period. */
function markCells({ group }: Mark): readonly CellName[] | null {
  const outcome = group === 'won' ? WON : group === 'lost' ? LOST : null;
  return outcome === null ? null : [[CELL.closed + SUM.count, outcome]];
}
