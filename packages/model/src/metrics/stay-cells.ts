import { NO_DAY } from '../schema/calendar-date.js';
import type { DaySpan } from '../schema/fiscal-calendar.js';
import { EXITS } from '../tables/visits.js';
import type { Contributions, Statistics } from './contributions.js';
import { CENSORED, durationCounts, type Duration, type DurationCount } from './durations.js';
import type { StageStay } from './stage-stays.js';
import type { ExitKind } from './stage-velocity-result.js';
import { within } from './within.js';

/**
 * Kinds of cells of a histogram of stays. First coordinate: the lane, whatever a figure is made for (a stage,
 * a period). The stays take one kind per exit, in the order of `EXITS`; their second coordinate is the duration.
 */
export const STAY = { exit: 0, passThrough: 6, undated: 7 } as const;

export const EXIT_KINDS: readonly ExitKind[] = EXITS.filter((exit) => exit !== 'open');

export type StayUnit = 'days' | 'hours';

const HOUR = 3_600_000;

/** Counts a stay in a lane when it was entered in the span; one that began on no known day is only counted as such. */
export function addStay(
  out: Contributions,
  stay: StageStay,
  lane: number,
  { unit, span }: { readonly unit: StayUnit; readonly span: DaySpan | null },
): void {
  const { row, exit, enteredDay, passThrough } = stay;
  if (enteredDay === NO_DAY) {
    out.add(row, 1, STAY.undated, lane);
    return;
  }
  if (!within(enteredDay, span)) return;
  const duration = unit === 'days' ? stay.days : out.cells.code(stay.milliseconds);
  out.add(row, 1, STAY.exit + exit, lane, duration);
  out.add(row, passThrough, STAY.passThrough, lane);
}

/** The durations of each lane; causes are `EXIT_KINDS`. */
export function staysByLane(selected: Statistics, lanes: number, unit: StayUnit): DurationCount[][] {
  const found: Duration[][] = Array.from({ length: lanes }, () => []);
  for (const [exit, kind] of EXITS.entries()) {
    const cause = kind === 'open' ? CENSORED : EXIT_KINDS.indexOf(kind);
    for (const { a, b, sum } of selected.each(STAY.exit + exit)) {
      found[a]?.push({ t: unit === 'days' ? b : selected.cells.value(b) / HOUR, cause, count: sum });
    }
  }
  return found.map((durations) => durationCounts(durations, EXIT_KINDS.length));
}
