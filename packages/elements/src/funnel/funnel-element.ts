import { type FunnelDefinition, type Period, type Pipeline } from '@pipeline-kit/model';
import type { PropertyDeclarations, TemplateResult } from 'lit';
import { oneOf } from '../base/one-of.js';
import { periodAttribute } from '../base/period-attribute.js';
import { PipelineWidget } from '../base/pipeline-widget.js';
import { segmented } from '../base/segmented.js';
import type { ViewContext, WidgetView } from '../base/view.js';
import type { QueryRequest, Requests } from '../controllers/query-controller.js';
import type { Texts } from '../messages/catalogue.js';
import { NO_PERIODS, periodsInForce, type Periods } from '../source/periods.js';
import { funnelView, type FunnelAnswers } from './funnel-view.js';

/**
 * How opportunities go from stage to stage: bars in stage order, what moved on, what is still open, what was
 * lost where, and the rate of each step with its interval.
 *
 * @tag pipeline-funnel
 */
export class PipelineFunnelElement extends PipelineWidget<FunnelAnswers> {
  static override get properties(): PropertyDeclarations {
    return {
      ...super.properties,
      definition: { type: String },
      by: { type: String },
      pipelineId: { type: String, attribute: 'pipeline-id' },
      cohortAxis: { type: String, attribute: 'cohort-axis' },
      period: { converter: periodAttribute },
      priorPeriod: { converter: periodAttribute, attribute: 'prior-period' },
    };
  }

  /** What a step counts; default 'entered-cohort'. */
  declare definition: FunnelDefinition;

  /** Whether bars and rates are of opportunities or of their amounts; default 'count'. */
  declare by: 'count' | 'amount';

  /** Which pipeline, where the document has several; default the first. */
  declare pipelineId: string | null;

  /** Which day `period` limits; default 'stageEntry'. */
  declare cohortAxis: 'stageEntry' | 'creation' | 'close';

  /** Whom to count; as an attribute `2026-01-01/2026-04-01`, the end not included. Default everyone. */
  declare period: Period | null;

  /** The period to compare with, written like `period`. */
  declare priorPeriod: Period | null;

  constructor() {
    super();
    this.definition = 'entered-cohort';
    this.by = 'count';
    this.pipelineId = null;
    this.cohortAxis = 'stageEntry';
    this.period = null;
    this.priorPeriod = null;
  }

  protected override widgetName({ funnel }: Texts): string {
    return funnel.name;
  }

  protected override requests(pipeline: Pipeline, shared: Periods): Requests<FunnelAnswers> {
    const { period, priorPeriod } = this.#periods(pipeline, shared);
    const funnel: QueryRequest<'funnel'> = { metric: 'funnel', params: this.#params(period) };
    if (!priorPeriod) return { funnel };
    const prior: QueryRequest<'funnel'> = { metric: 'funnel', params: this.#params(priorPeriod) };
    return {
      funnel,
      prior,
      comparison: { metric: 'funnelComparison', params: { ...this.#params(period), priorPeriod } },
    };
  }

  /**
   * The periods that say something of this funnel. Only an entered cohort is limited by the day of entry; what
   * stands in a stage today, all that is known of a source without history, is compared with nothing.
   */
  #periods({ history }: Pipeline, shared: Periods): Periods {
    const periods = periodsInForce(this, shared);
    const definition = history === 'full' ? this.#definition : 'snapshot';
    if (this.#axis === 'stageEntry' && definition !== 'entered-cohort') return NO_PERIODS;
    return definition === 'snapshot' ? { ...periods, priorPeriod: null } : periods;
  }

  #params(period: Period | null): NonNullable<QueryRequest<'funnel'>['params']> {
    const axis = this.#axis;
    return {
      definition: this.#definition,
      ...(this.pipelineId ? { pipeline: this.pipelineId } : {}),
      ...(period || axis !== 'stageEntry' ? { cohort: { axis, period } } : {}),
    };
  }

  protected override present(answers: FunnelAnswers, context: ViewContext): WidgetView {
    const { period } = this.#periods(context.pipeline, context.periods);
    return funnelView(answers, { by: this.#by, params: this.#params(period) }, context);
  }

  protected override toolbar({ funnel: say }: Texts): TemplateResult {
    const options = [
      ['count', say.byCount],
      ['amount', say.byAmount],
    ] as const;
    return segmented(say.by, options, this.#by, (by) => (this.by = by));
  }

  protected override get drawnFrom(): readonly unknown[] {
    return [this.#by];
  }

  get #definition(): FunnelDefinition {
    return oneOf(this, 'definition', this.definition, DEFINITIONS);
  }

  get #axis(): (typeof AXES)[number] {
    return oneOf(this, 'cohort-axis', this.cohortAxis, AXES);
  }

  get #by(): 'count' | 'amount' {
    return oneOf(this, 'by', this.by, BY);
  }
}

const BY = ['count', 'amount'] as const;
const AXES = ['stageEntry', 'creation', 'close'] as const;
const DEFINITIONS = ['entered-cohort', 'reached', 'visited', 'in-order', 'snapshot'] as const;
