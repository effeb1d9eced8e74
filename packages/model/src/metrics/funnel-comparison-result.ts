import type { FunnelParameters } from './funnel-result.js';
import type { CalendarDate, Period } from './result.js';

/** Parameters of `query('funnelComparison', …)`: those of the funnel, and with what it is compared. */
export interface FunnelComparisonParameters extends FunnelParameters {
  /** The same funnel as it stood at the end of an earlier day. */
  readonly priorAsOf?: CalendarDate;
  /** The same funnel of another period's cohort. One of the two is needed. */
  readonly priorPeriod?: Period;
}

/** One step of the funnel beside the same step before. */
export interface FunnelStepComparison {
  readonly from: string;
  readonly to: string;
  /** Null where the funnel does not say it. */
  readonly rate: number | null;
  readonly priorRate: number | null;
  /** `rate` − `priorRate`. */
  readonly diff: number | null;
  /** The difference's 95 % interval; null where the two share opportunities, or a step has no interval. */
  readonly lo: number | null;
  readonly hi: number | null;
}

export interface FunnelComparisonResult {
  readonly steps: readonly FunnelStepComparison[];
}
