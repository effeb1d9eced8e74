import { NO_DAY } from '../schema/calendar-date.js';
import type { Period } from '../schema/document.js';
import { OPEN } from '../tables/stage-runs.js';
import type { Tables } from '../tables/tables.js';
import { aalenJohansen } from './competing-risks.js';
import { Contributions, type Statistics } from './contributions.js';
import type { CycleResult, CycleStart, TimeToClose } from './cycle-result.js';
import { cycleStart } from './cycle-start.js';
import { sizeOf, type DurationCount } from './durations.js';
import { histogramQuantile } from './histogram-quantile.js';
import { incidenceWithin, unsaidWithin } from './incidence-within.js';
import type { AdditiveMetric, FinishInput } from './metric.js';
import { CAUSE, endedFor, outcomeDurations } from './outcome-durations.js';
import { allTime, dayList, oneOf, parameters, spanOf, whole } from './parameters.js';
import { kaplanMeier, restrictedMean, survivalQuantile } from './survival.js';
import { suppression } from './wilson.js';
import { within } from './within.js';

interface CycleQuestion {
  readonly start: CycleStart;
  readonly period: Period | null;
  readonly days: readonly number[];
  readonly floor: number;
}

/** Kinds of cells; `duration` takes a kind per outcome (`outcomeDurations`). */
const CELL = { duration: 0, clockSkew: 4, noStart: 5, deleted: 6, undated: 7 } as const;

/**
 * How long it takes to win or lose (METRICS.md B2): Kaplan–Meier of the closing, Aalen–Johansen of winning.
 * Open opportunities are censored; an average of the winners alone would leave out whatever takes long.
 */
export const cycle: AdditiveMetric<CycleQuestion, CycleResult> = {
  name: 'cycle',
  read: parameters('cycle', {
    start: oneOf(['created', 'registered', 'firstStage', 'qualified'], 'created'),
    period: allTime,
    days: dayList([30, 60, 90, 180, 365]),
    floor: whole(5),
  }),
  contribute,
  finish,
};

function contribute(tables: Tables, { start, period }: CycleQuestion): Contributions {
  const out = new Contributions();
  const { asOf, events, now } = tables;
  const span = spanOf(period);
  for (let row = 0; row < events.size; row++) {
    if (!now.exists[row]) continue;
    if (now.deleted[row]) {
      out.add(row, 1, CELL.deleted);
      continue;
    }
    const from = cycleStart(tables, row, start);
    if (from === null) out.add(row, 1, CELL.noStart);
    else if (from === NO_DAY) out.add(row, 1, CELL.undated);
    if (from === null || from === NO_DAY || !within(from, span)) continue;
    const outcome = now.outcome[row] ?? OPEN;
    const to = outcome === OPEN ? asOf : (now.closedDay[row] ?? NO_DAY);
    if (to === NO_DAY) out.add(row, 1, CELL.undated);
    else if (to < from) out.add(row, 1, CELL.clockSkew);
    else out.add(row, 1, CELL.duration + outcome, 0, to - from);
  }
  return out;
}

function finish({ params, selected, tables }: FinishInput<CycleQuestion>): CycleResult {
  const { start, floor, days } = params;
  const unsaid = {
    timeToClose: null,
    winWithin: unsaidWithin(days),
  };
  if (tables.settings.history !== 'full' && (start === 'firstStage' || start === 'qualified')) {
    return { start, ...unsaid, wonOnly: { median: null, mean: null }, suppressed: 'history' };
  }
  const durations = outcomeDurations(selected, CELL.duration);
  const n = sizeOf(durations);
  const nWon = endedFor(durations, CAUSE.won);
  const nLost = endedFor(durations, CAUSE.lost);
  const suppressed = suppression(nWon + nLost, floor);
  const risks = aalenJohansen(durations);
  return {
    start,
    n,
    nWon,
    nLost,
    nOpen: n - nWon - nLost,
    ...(suppressed
      ? unsaid
      : {
          timeToClose: timeToClose(durations),
          winWithin: incidenceWithin(risks, CAUSE.won, days),
        }),
    wonOnly: { n: nWon, ...(suppressed ? { median: null, mean: null } : winnersAlone(durations, nWon)) },
    excluded: excluded(selected),
    suppressed,
  };
}

function timeToClose(durations: readonly DurationCount[]): TimeToClose {
  const survival = kaplanMeier(durations);
  return {
    median: survivalQuantile(survival, 0.5),
    p75: survivalQuantile(survival, 0.75),
    p90: survivalQuantile(survival, 0.9),
    rmst: restrictedMean(survival),
    tau: survival.tau,
  };
}

function winnersAlone(
  durations: readonly DurationCount[],
  nWon: number,
): { median: number | null; mean: number | null } {
  const winners = durations.map(({ t, exits }) => ({ value: t, count: exits[CAUSE.won] ?? 0 }));
  const sum = winners.reduce((all, { value, count }) => all + value * count, 0);
  return { median: histogramQuantile(winners, 0.5), mean: nWon === 0 ? null : sum / nWon };
}

function excluded(selected: Statistics): NonNullable<CycleResult['excluded']> {
  const undated = selected.of(CELL.undated);
  return {
    clockSkew: selected.of(CELL.clockSkew),
    noStart: selected.of(CELL.noStart),
    deleted: selected.of(CELL.deleted),
    ...(undated > 0 && { undated }),
  };
}
