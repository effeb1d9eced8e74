import type { Quantile, Suppressed } from '@pipeline-kit/model';

/** How visits to a stage end. */
export type ExitKind = 'advance' | 'back' | 'lost' | 'won' | 'moved';

/** What a chart reads of one stage of `query('stageVelocity')` (METRICS.md § B1). */
export interface VelocityStage {
  readonly stage: string;
  readonly unit: 'days' | 'hours';
  readonly nOpen: number;
  readonly exits: Readonly<Record<ExitKind, number>>;
  readonly median: Quantile;
  readonly p25: Quantile;
  readonly p75: Quantile;
  readonly p90: Quantile;
  /** The longest duration observed. */
  readonly tau: number | null;
  readonly naive: { readonly completedMean: number | null } | null;
  readonly suppressed: Suppressed;
}

/** What a chart reads of `query('stageVelocity')`. */
export interface VelocityStages {
  readonly stages: readonly VelocityStage[];
}

/** What a chart reads of `query('coverage')` (METRICS.md § E). */
export interface QuotaFigures {
  readonly quota: number | null;
  readonly attainment: number | null;
  readonly coverage: number | null;
}
