import type { CoverageResult, NaiveVelocity, StageVelocity } from '@pipeline-kit/model';

/** What a chart reads of one stage of `query('stageVelocity')` (METRICS.md § B1). */
export type VelocityStage = Pick<
  StageVelocity,
  'stage' | 'unit' | 'nOpen' | 'exits' | 'median' | 'p25' | 'p75' | 'p90' | 'tau' | 'suppressed'
> & { readonly naive: Pick<NaiveVelocity, 'completedMean'> | null };

/** What a chart reads of `query('stageVelocity')`. */
export interface VelocityStages {
  readonly stages: readonly VelocityStage[];
}

/** What a chart reads of `query('coverage')` (METRICS.md § E). */
export type QuotaFigures = Pick<CoverageResult, 'quota' | 'attainment' | 'coverage'>;
