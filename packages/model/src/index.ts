export * from './schema/index.js';
export * from './selection/index.js';
export {
  createPipeline,
  metricNames,
  type FieldValues,
  type MarkQuestion,
  type Pipeline,
  type QueryOptions,
} from './engine/create-pipeline.js';
export type { OpportunityRow } from './engine/opportunity-row.js';
export type { Mark } from './metrics/metric.js';
export type { MetricName, MetricTypes } from './metrics/registry.js';
export type { AmountCell, Cell, Quantile, Suppressed } from './metrics/result.js';
export type * from './metrics/calendar-result.js';
export type * from './metrics/convert-result.js';
export type * from './metrics/prior-period-result.js';
export type * from './metrics/weighted-forecast-result.js';
export type * from './metrics/coverage-result.js';
export type * from './metrics/fields-result.js';
export type * from './metrics/funnel-result.js';
export type * from './metrics/histogram-result.js';
export type * from './metrics/value-counts-result.js';
export type * from './metrics/funnel-comparison-result.js';
export type * from './metrics/eventual-advance-result.js';
export type * from './metrics/sales-velocity-result.js';
export type * from './metrics/cycle-result.js';
export type * from './metrics/win-rate-result.js';
export type * from './metrics/stage-velocity-trend-result.js';
export type * from './metrics/stage-velocity-result.js';
export type * from './metrics/leaderboard-result.js';
export type * from './metrics/waterfall-result.js';
export type * from './metrics/slippage-result.js';
export type * from './metrics/segments-result.js';
export type { PipelineTables } from './tables/arquero-tables.js';
export type { PipelineOptions } from './tables/model-settings.js';
export type { WithoutHistory } from './metrics/without-history.js';
