import { calendar } from './calendar.js';
import type { CalendarParameters, CalendarResult } from './calendar-result.js';
import { convert } from './convert.js';
import type { ConvertParameters, ConvertResult } from './convert-result.js';
import { priorPeriod } from './prior-period.js';
import type { PriorPeriodParameters, PriorPeriodResult } from './prior-period-result.js';
import { weightedForecast } from './weighted-forecast.js';
import type { WeightedForecastParameters, WeightedForecastResult } from './weighted-forecast-result.js';
import { leaderboard } from './leaderboard.js';
import type { LeaderboardParameters, LeaderboardResult } from './leaderboard-result.js';
import { coverage } from './coverage.js';
import type { CoverageParameters, CoverageResult } from './coverage-result.js';
import { fields } from './fields.js';
import type { FieldsParameters, FieldsResult } from './fields-result.js';
import { funnel } from './funnel.js';
import type { FunnelParameters, FunnelResult } from './funnel-result.js';
import { histogram } from './histogram.js';
import type { HistogramParameters, HistogramResult } from './histogram-result.js';
import type { AdditiveMetric, DirectMetric, Metric } from './metric.js';
import { segments } from './segments.js';
import type { SegmentsParameters, SegmentsResult } from './segments-result.js';
import { slippage } from './slippage.js';
import type { SlippageParameters, SlippageResult } from './slippage-result.js';
import { stageVelocity } from './stage-velocity.js';
import type { StageVelocityParameters, StageVelocityResult } from './stage-velocity-result.js';
import { stageVelocityTrend } from './stage-velocity-trend.js';
import type {
  StageVelocityTrendParameters,
  StageVelocityTrendResult,
} from './stage-velocity-trend-result.js';
import { winRate } from './win-rate.js';
import type { WinRateParameters, WinRateResult } from './win-rate-result.js';
import { cycle } from './cycle.js';
import type { CycleParameters, CycleResult } from './cycle-result.js';
import { salesVelocity } from './sales-velocity.js';
import type { SalesVelocityParameters, SalesVelocityResult } from './sales-velocity-result.js';
import { eventualAdvance } from './eventual-advance.js';
import type { EventualAdvanceParameters, EventualAdvanceResult } from './eventual-advance-result.js';
import { funnelComparison } from './funnel-comparison.js';
import type { FunnelComparisonParameters, FunnelComparisonResult } from './funnel-comparison-result.js';
import { valueCounts } from './value-counts.js';
import type { ValueCountsParameters, ValueCountsResult } from './value-counts-result.js';
import { waterfall } from './waterfall.js';
import type { WaterfallParameters, WaterfallResult } from './waterfall-result.js';
import type { WithoutHistory } from './without-history.js';

/** What each metric is asked with and answers: the types of `query`. */
export interface MetricTypes {
  readonly calendar: { readonly params: CalendarParameters; readonly result: CalendarResult };
  readonly convert: { readonly params: ConvertParameters; readonly result: ConvertResult };
  readonly priorPeriod: { readonly params: PriorPeriodParameters; readonly result: PriorPeriodResult };
  readonly weightedForecast: {
    readonly params: WeightedForecastParameters;
    readonly result: WeightedForecastResult;
  };
  readonly leaderboard: { readonly params: LeaderboardParameters; readonly result: LeaderboardResult };
  readonly coverage: { readonly params: CoverageParameters; readonly result: CoverageResult };
  readonly fields: { readonly params: FieldsParameters; readonly result: FieldsResult };
  readonly histogram: { readonly params: HistogramParameters; readonly result: HistogramResult };
  readonly valueCounts: { readonly params: ValueCountsParameters; readonly result: ValueCountsResult };
  readonly funnel: { readonly params: FunnelParameters; readonly result: FunnelResult };
  readonly stageVelocity: {
    readonly params: StageVelocityParameters;
    readonly result: StageVelocityResult | WithoutHistory;
  };
  readonly stageVelocityTrend: {
    readonly params: StageVelocityTrendParameters;
    readonly result: StageVelocityTrendResult | WithoutHistory;
  };
  readonly winRate: { readonly params: WinRateParameters; readonly result: WinRateResult };
  readonly cycle: { readonly params: CycleParameters; readonly result: CycleResult };
  readonly salesVelocity: { readonly params: SalesVelocityParameters; readonly result: SalesVelocityResult };
  readonly eventualAdvance: {
    readonly params: EventualAdvanceParameters;
    readonly result: EventualAdvanceResult | WithoutHistory;
  };
  readonly funnelComparison: {
    readonly params: FunnelComparisonParameters;
    readonly result: FunnelComparisonResult | WithoutHistory;
  };
  readonly waterfall: {
    readonly params: WaterfallParameters;
    readonly result: WaterfallResult | WithoutHistory;
  };
  readonly segments: { readonly params: SegmentsParameters; readonly result: SegmentsResult };
  readonly slippage: {
    readonly params: SlippageParameters;
    readonly result: SlippageResult | WithoutHistory;
  };
}

export type MetricName = keyof MetricTypes;

/** A metric whose parameters are its own affair: what `read` made goes to the same metric only. */
export type AnyMetric = AdditiveMetric<unknown, object> | DirectMetric<unknown, object>;

/** Every metric that `query` answers, by name. */
export const METRICS: ReadonlyMap<string, AnyMetric> = new Map([
  named(calendar),
  named(convert),
  named(priorPeriod),
  named(weightedForecast),
  named(leaderboard),
  named(coverage),
  named(fields),
  named(funnel),
  named(histogram),
  named(segments),
  named(slippage),
  named(stageVelocity),
  named(stageVelocityTrend),
  named(winRate),
  named(cycle),
  named(salesVelocity),
  named(eventualAdvance),
  named(funnelComparison),
  named(valueCounts),
  named(waterfall),
]);

function named<P, R extends object>(metric: Metric<P, R>): readonly [string, AnyMetric] {
  return [metric.name, metric as unknown as AnyMetric];
}
