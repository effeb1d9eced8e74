import type { Period, Quantile, Suppressed } from './result.js';
import type { StageVelocityParameters } from './stage-velocity-result.js';

/** Parameters of `query('stageVelocityTrend', …)`. */
export interface StageVelocityTrendParameters extends Omit<StageVelocityParameters, 'period'> {
  readonly stage: string;
  /** Periods of entry; they may overlap. */
  readonly periods: readonly Period[];
}

/** Time in a stage of those that entered it in a period. */
export interface VelocityOfPeriod {
  readonly period: Period;
  /** Durations used, running ones included. */
  readonly n: number;
  readonly nOpen: number;
  readonly median: Quantile;
  readonly suppressed: Suppressed;
}

export interface StageVelocityTrendResult {
  readonly stage: string;
  /** In the order in which they were asked for. */
  readonly periods: readonly VelocityOfPeriod[];
}
