import type { DaySpan } from '../schema/fiscal-calendar.js';

/** How much of a period has passed, and as much of the prior one. */
export interface ElapsedShare {
  /** Days up to and with the as-of: 1 to `lengthDays`. */
  readonly elapsedDays: number;
  readonly lengthDays: number;
  readonly priorElapsedDays: number;
  readonly priorLengthDays: number;
  /** The first `priorElapsedDays` of the prior period. */
  readonly prior: DaySpan;
}

/** The prior period cut to the share of the period that has passed by the end of `asOf` (METRICS.md P). */
export function elapsedShare(period: DaySpan, priorPeriod: DaySpan, asOf: number): ElapsedShare {
  const lengthDays = period.to - period.from;
  const priorLengthDays = priorPeriod.to - priorPeriod.from;
  const elapsedDays = Math.min(Math.max(asOf - period.from + 1, 1), lengthDays);
  // elapsed ÷ length × prior length, halves up, in whole numbers.
  const priorElapsedDays = Math.max(
    1,
    Math.floor((2 * elapsedDays * priorLengthDays + lengthDays) / (2 * lengthDays)),
  );
  return {
    elapsedDays,
    lengthDays,
    priorElapsedDays,
    priorLengthDays,
    prior: { from: priorPeriod.from, to: priorPeriod.from + priorElapsedDays },
  };
}
