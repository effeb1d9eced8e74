import type { Period } from '@pipeline-kit/model';

/** What the widgets of a source look at together, where they name nothing of their own. */
export interface Periods {
  /** Null: each metric's own default, the fiscal quarter of the as-of day or all of time. */
  readonly period: Period | null;
  /** What the period is compared with; null: nothing. */
  readonly priorPeriod: Period | null;
}

export const NO_PERIODS: Periods = { period: null, priorPeriod: null };

/** A widget's own periods before the shared ones; a widget with a period of its own compares with its own alone. */
export function periodsInForce(own: Periods, shared: Periods): Periods {
  if (own.period) return own;
  return { period: shared.period, priorPeriod: own.priorPeriod ?? shared.priorPeriod };
}
