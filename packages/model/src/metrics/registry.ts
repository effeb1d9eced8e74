import { funnel } from './funnel.js';
import type { FunnelParameters, FunnelResult } from './funnel-result.js';
import type { AdditiveMetric, DirectMetric, Metric } from './metric.js';
import { segments } from './segments.js';
import type { SegmentsParameters, SegmentsResult } from './segments-result.js';
import { slippage } from './slippage.js';
import type { SlippageParameters, SlippageResult } from './slippage-result.js';
import { waterfall } from './waterfall.js';
import type { WaterfallParameters, WaterfallResult } from './waterfall-result.js';
import type { WithoutHistory } from './without-history.js';

/** What each metric is asked with and answers: the types of `query`. */
export interface MetricTypes {
  readonly funnel: { readonly params: FunnelParameters; readonly result: FunnelResult };
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
  named(funnel),
  named(segments),
  named(slippage),
  named(waterfall),
]);

function named<P, R extends object>(metric: Metric<P, R>): readonly [string, AnyMetric] {
  return [metric.name, metric as unknown as AnyMetric];
}
