import type { Period, Pipeline } from '@pipeline-kit/model';
import type { PropertyDeclarations } from 'lit';
import { oneOf } from '../base/one-of.js';
import { periodAttribute } from '../base/period-attribute.js';
import { PipelineWidget } from '../base/pipeline-widget.js';
import type { ViewContext, WidgetView } from '../base/view.js';
import type { QueryRequest, Requests } from '../controllers/query-controller.js';
import type { Texts } from '../messages/catalogue.js';
import { periodsInForce, type Periods } from '../source/periods.js';
import { velocityView, type VelocityAnswers } from './velocity-view.js';

/**
 * How long visits to each stage last: the median with its interval on the middle half, the slowest tenth, and
 * what is still running, which counts. Above it sales velocity as a product of its four factors.
 *
 * @tag pipeline-velocity
 * @csspart factors - The product over the picture.
 */
export class PipelineVelocityElement extends PipelineWidget<VelocityAnswers> {
  static override get properties(): PropertyDeclarations {
    return {
      ...super.properties,
      basis: { type: String },
      unit: { type: String },
      naive: { type: Boolean },
      noFactors: { type: Boolean, attribute: 'no-factors' },
      pipelineId: { type: String, attribute: 'pipeline-id' },
      period: { converter: periodAttribute },
      priorPeriod: { converter: periodAttribute, attribute: 'prior-period' },
    };
  }

  /** Each visit, only the first, or all visits of an opportunity together; default 'visit'. */
  declare basis: 'visit' | 'first' | 'cumulative';

  /** Default 'days'. */
  declare unit: 'days' | 'hours';

  /** Shows the mean of the ended visits as well, and why it is too short. */
  declare naive: boolean;

  /** Leaves sales velocity and its factors out. */
  declare noFactors: boolean;

  /** Which pipeline, where the document has several; default the first. */
  declare pipelineId: string | null;

  /** Visits that began in this period; as an attribute `2026-01-01/2026-04-01`. Default all. */
  declare period: Period | null;

  /** The period to compare with, written like `period`. */
  declare priorPeriod: Period | null;

  constructor() {
    super();
    this.basis = 'visit';
    this.unit = 'days';
    this.naive = false;
    this.noFactors = false;
    this.pipelineId = null;
    this.period = null;
    this.priorPeriod = null;
  }

  protected override widgetName({ velocity }: Texts): string {
    return velocity.name;
  }

  protected override requests(_pipeline: Pipeline, shared: Periods): Requests<VelocityAnswers> {
    const { period, priorPeriod } = periodsInForce(this, shared);
    const pipeline = this.pipelineId ? { pipeline: this.pipelineId } : {};
    const velocity: QueryRequest<'stageVelocity'> = { metric: 'stageVelocity', params: this.#params(period) };
    return {
      velocity,
      ...(priorPeriod && { prior: { ...velocity, params: this.#params(priorPeriod) } }),
      ...(!this.noFactors && {
        sales: { metric: 'salesVelocity', params: { ...pipeline, ...(period && { period }) } },
      }),
    };
  }

  protected override present(answers: VelocityAnswers, context: ViewContext): WidgetView {
    const { period } = periodsInForce(this, context.periods);
    const reading = {
      pipeline: this.pipelineId ?? undefined,
      naive: this.naive,
      params: this.#params(period),
    };
    return velocityView(answers, reading, context);
  }

  protected override get drawnFrom(): readonly unknown[] {
    return [this.naive];
  }

  #params(period: Period | null): NonNullable<QueryRequest<'stageVelocity'>['params']> {
    return {
      basis: oneOf(this, 'basis', this.basis, ['visit', 'first', 'cumulative']),
      unit: oneOf(this, 'unit', this.unit, ['days', 'hours']),
      ...(this.pipelineId ? { pipeline: this.pipelineId } : {}),
      ...(period ? { period } : {}),
    };
  }
}
