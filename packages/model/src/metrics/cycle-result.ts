import type { IncidenceWithin } from './incidence-within.js';
import type { Period, Quantile, Suppressed } from './result.js';

/** From when the days to a closing are counted. */
export type CycleStart = 'created' | 'registered' | 'firstStage' | 'qualified';

/** Parameters of `query('cycle', …)`; all have defaults. */
export interface CycleParameters {
  readonly start?: CycleStart;
  /** Starts to count, by day; null, the default, is all of time. */
  readonly period?: Period | null;
  /** Where `winWithin` is asked for; default 30, 60, 90, 180 and 365. */
  readonly days?: readonly number[];
  /** The number of closed opportunities below which nothing is said; default 5. */
  readonly floor?: number;
}

/** Days until an opportunity is won or lost, open ones censored. */
export interface TimeToClose {
  readonly median: Quantile;
  readonly p75: Quantile;
  readonly p90: Quantile;
  /** The mean up to `tau`. */
  readonly rmst: number | null;
  /** The longest time observed. */
  readonly tau: number | null;
}

export interface CycleResult {
  readonly start: CycleStart;
  /** Opportunities used, open ones included. Counts are absent where there is too little stage history. */
  readonly n?: number;
  readonly nWon?: number;
  readonly nLost?: number;
  readonly nOpen?: number;
  readonly timeToClose: TimeToClose | null;
  /** The share of all that is won within so many days of its start. */
  readonly winWithin: readonly IncidenceWithin[];
  /** Days of the winners alone: naive, as it leaves out whatever takes long. */
  readonly wonOnly: { readonly n?: number; readonly median: number | null; readonly mean: number | null };
  readonly excluded?: {
    /** Closed before they started: a clock was wrong. */
    readonly clockSkew: number;
    readonly noStart: number;
    readonly deleted: number;
    /** Started, or closed, on no known day; absent when there are none. */
    readonly undated?: number;
  };
  readonly suppressed: Suppressed;
}
