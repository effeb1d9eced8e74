import { funnel } from './funnel.js';
import type { FunnelParameters, FunnelResult } from './funnel-result.js';
import type { AdditiveMetric, DirectMetric, Metric } from './metric.js';

/** What each metric is asked with and answers: the types of `query`. */
export interface MetricTypes {
  readonly funnel: { readonly params: FunnelParameters; readonly result: FunnelResult };
}

export type MetricName = keyof MetricTypes;

/** A metric whose parameters are its own affair: what `read` made goes to the same metric only. */
export type AnyMetric = AdditiveMetric<unknown, object> | DirectMetric<unknown, object>;

/** Every metric that `query` answers, by name. */
export const METRICS: ReadonlyMap<string, AnyMetric> = new Map([named(funnel)]);

function named<P, R extends object>(metric: Metric<P, R>): readonly [string, AnyMetric] {
  return [metric.name, metric as unknown as AnyMetric];
}
