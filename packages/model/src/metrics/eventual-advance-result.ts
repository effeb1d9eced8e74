import type { IncidenceWithin } from './incidence-within.js';
import type { Period, Suppressed } from './result.js';

/** Parameters of `query('eventualAdvance', …)`; all have defaults. */
export interface EventualAdvanceParameters {
  /** Default: the document's first pipeline. */
  readonly pipeline?: string;
  /** Default 30, 60, 90 and 180. */
  readonly days?: readonly number[];
  /** First entries to count, by day; null, the default, is all of time. */
  readonly period?: Period | null;
  /** The number of entries below which nothing is said; default 5. */
  readonly floor?: number;
}

export interface EventualAdvance {
  readonly stage: string;
  /** Opportunities that entered the stage. */
  readonly n: number;
  readonly nAdvanced: number;
  readonly nLost: number;
  readonly nMoved: number;
  readonly nOpen: number;
  /** Days of the longest time observed; null without any. */
  readonly tau: number | null;
  readonly suppressed: Suppressed;
  /** The share that moves on within so many days. */
  readonly within: readonly IncidenceWithin[];
  /** First entered on no known day; absent when there are none. */
  readonly excluded?: { readonly undated: number };
}

export interface EventualAdvanceResult {
  /** Open stages of the pipeline, in order. */
  readonly stages: readonly EventualAdvance[];
}

export type { IncidenceWithin };
