import { LOST, OPEN, WON } from '../tables/stage-runs.js';
import { aalenJohansen, finalIncidence } from './competing-risks.js';
import type { Statistics } from './contributions.js';
import { CENSORED, durationCounts, type Duration, type DurationCount } from './durations.js';

/** An opportunity that went to another pipeline, beside the outcomes `OPEN`, `WON` and `LOST`. */
export const MOVED = 3;

/** The causes of `outcomeDurations`, by index. */
export const CAUSE = { won: 0, lost: 1, moved: 2 } as const;

const CAUSES: readonly (readonly [outcome: number, cause: number])[] = [
  [OPEN, CENSORED],
  [WON, CAUSE.won],
  [LOST, CAUSE.lost],
  [MOVED, CAUSE.moved],
];

/** How opportunities end. All null where it cannot be said. */
export interface OutcomeShares {
  /** The share won by the longest time observed. */
  readonly Fwon: number | null;
  readonly Flost: number | null;
  readonly stillOpen: number | null;
  /** Fwon ÷ (Fwon + Flost): what the win rate will be if those still open go on like the others. */
  readonly share: number | null;
}

export const UNSAID_SHARES: OutcomeShares = { Fwon: null, Flost: null, stillOpen: null, share: null };

/**
 * Days until opportunities ended, or how long they have been open: the cells of the kinds `kind + OPEN`, `+ WON`,
 * `+ LOST` and `+ MOVED` with the days as second coordinate. Causes are `CAUSE`.
 */
export function outcomeDurations(selected: Statistics, kind: number): DurationCount[] {
  const found: Duration[] = [];
  for (const [outcome, cause] of CAUSES) {
    for (const { b, sum } of selected.each(kind + outcome)) found.push({ t: b, cause, count: sum });
  }
  return durationCounts(found, Object.keys(CAUSE).length);
}

/** Aalen–Johansen of won and lost at the longest time observed. */
export function outcomeShares(durations: readonly DurationCount[]): OutcomeShares {
  if (durations.length === 0) return UNSAID_SHARES;
  const risks = aalenJohansen(durations);
  const Fwon = finalIncidence(risks, CAUSE.won);
  const Flost = finalIncidence(risks, CAUSE.lost);
  return { Fwon, Flost, stillOpen: risks.left, share: Fwon + Flost === 0 ? null : Fwon / (Fwon + Flost) };
}

/** How many of the durations ended for a cause. */
export function endedFor(durations: readonly DurationCount[], cause: number): number {
  return durations.reduce((sum, { exits }) => sum + (exits[cause] ?? 0), 0);
}
