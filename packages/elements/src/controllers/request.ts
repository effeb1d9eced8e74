import {
  clear,
  type CalendarDate,
  type FieldValues,
  type MarkQuestion,
  type MetricName,
  type MetricTypes,
  type OpportunityRow,
  type Pipeline,
  type PriorPeriodParameters,
  type Selection,
} from '@pipeline-kit/model';

/** One question to a pipeline: a metric and what it is asked with. */
export type QueryRequest<N extends MetricName = MetricName> = {
  readonly [Name in N]: {
    readonly metric: Name;
    readonly params?: MetricTypes[Name]['params'];
    /** Clauses beside everyone's, for this question alone. */
    readonly also?: Selection;
    /** Asks as of another day. */
    readonly asOf?: CalendarDate;
    /** Asks of the period before, at the same elapsed share and as of its own day, in place of `params.period`. */
    readonly before?: PriorPeriodParameters;
  };
}[N];

/** A question for opportunities: those behind a mark, or with these values. */
export interface RowsRequest {
  readonly opportunities: FieldValues | MarkQuestion;
  /** Whose clauses do not count: a mark names its opportunities without the filter it has set. */
  readonly without?: string;
}

/** The answer to a question. */
export function answerTo(
  pipeline: Pipeline,
  request: QueryRequest | RowsRequest,
  selection: Selection,
  signal: AbortSignal,
): Promise<object> {
  return 'opportunities' in request
    ? rowsOf(pipeline, request, selection, signal)
    : resultOf(pipeline, request, selection, signal);
}

function rowsOf(
  pipeline: Pipeline,
  { opportunities, without }: RowsRequest,
  selection: Selection,
  signal: AbortSignal,
): Promise<OpportunityRow[]> {
  const asked = without === undefined ? selection : clear(selection, without);
  return pipeline.opportunities(opportunities, { selection: asked, signal });
}

async function resultOf(
  pipeline: Pipeline,
  { metric, params, also = [], asOf, before }: QueryRequest,
  selection: Selection,
  signal: AbortSignal,
): Promise<object> {
  const options = { selection: [...selection, ...also], signal };
  if (!before) return pipelineAt(pipeline, asOf).query(metric, params, options);
  const prior = await pipeline.query('priorPeriod', before, { signal });
  return pipelineAt(pipeline, prior.asOf).query(metric, { ...params, period: prior.period }, options);
}

/** The same pipeline as of another day; the same object for the same day. */
function pipelineAt(pipeline: Pipeline, asOf: CalendarDate = pipeline.asOf): Pipeline {
  if (asOf === pipeline.asOf) return pipeline;
  let days = others.get(pipeline);
  if (!days) others.set(pipeline, (days = new Map()));
  let other = days.get(asOf);
  if (!other) days.set(asOf, (other = pipeline.with({ asOf })));
  return other;
}

/** Pipelines at other days live as long as their own: a chart of the course of a figure asks some again and again. */
const others = new WeakMap<Pipeline, Map<CalendarDate, Pipeline>>();
