import type { ForecastChart } from '@pipeline-kit/charts';
import type { Period, Pipeline } from '@pipeline-kit/model';
import { nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { oneOf } from '../base/one-of.js';
import { periodAttribute } from '../base/period-attribute.js';
import { PipelineWidget } from '../base/pipeline-widget.js';
import { segmented } from '../base/segmented.js';
import type { ViewContext, WidgetView } from '../base/view.js';
import type { QueryRequest, Requests } from '../controllers/query-controller.js';
import type { Texts } from '../messages/catalogue.js';
import type { Periods } from '../source/periods.js';
import { wholeOf } from '../base/whole-of.js';
import type { ForecastAnswers } from './forecast-answers.js';
import { forecastPeriods, type ForecastScope } from './forecast-periods.js';
import { hasCategories } from './forecast-table.js';
import { forecastView } from './forecast-view.js';
import type { Hidden } from './forecast-words.js';

/**
 * What is won and what is open and due, period by period: by the seller's category, weighted, against the quota,
 * and how far the open pipeline covers the rest of it. What is overdue or has no close date stands apart.
 *
 * @tag pipeline-forecast
 */
export class PipelineForecastElement extends PipelineWidget<ForecastAnswers> {
  static override get properties(): PropertyDeclarations {
    return {
      ...super.properties,
      mode: { type: String },
      unit: { type: String },
      periodsBefore: { type: Number, attribute: 'periods-before' },
      periodsAfter: { type: Number, attribute: 'periods-after' },
      period: { converter: periodAttribute },
    };
  }

  /** Whether a category is labelled by itself ('single', the default) or with all nearer to won ('cumulative'). */
  declare mode: 'single' | 'cumulative';

  /** How long a period is: 'quarter' (the default) or 'month'. */
  declare unit: 'month' | 'quarter';

  /** How many periods before the one in the middle, 0 to 11; default 3. */
  declare periodsBefore: number;

  /** How many after it, 0 to 11; default 2. */
  declare periodsAfter: number;

  /** The period in the middle, as an attribute `2026-04-01/2026-07-01`; default the one of the as-of day. */
  declare period: Period | null;

  #hidden: Hidden = { overdue: false, noCloseDate: false };

  constructor() {
    super();
    this.mode = 'single';
    this.unit = 'quarter';
    this.periodsBefore = 3;
    this.periodsAfter = 2;
    this.period = null;
  }

  protected override widgetName({ forecast }: Texts): string {
    return forecast.name;
  }

  protected override requests(pipeline: Pipeline, shared: Periods): Requests<ForecastAnswers> {
    const scope = this.#scope(shared);
    const entries = forecastPeriods(pipeline, scope).flatMap((period): [string, QueryRequest][] => [
      [`forecast ${period.from}`, { metric: 'weightedForecast', params: { period } }],
      [`coverage ${period.from}`, { metric: 'coverage', params: { period, unit: scope.unit } }],
    ]);
    return Object.fromEntries(entries);
  }

  protected override present(answers: ForecastAnswers, context: ViewContext): WidgetView {
    const reading = { ...this.#scope(context.periods), mode: this.#mode, hidden: this.#hidden };
    return forecastView(answers, reading, context);
  }

  // Where the seller tells no categories apart there is nothing to add up.
  protected override toolbar({ forecast: say }: Texts): TemplateResult | typeof nothing {
    if (!hasCategories(Object.values(this.results ?? {}))) return nothing;
    const options = [
      ['single', say.modes.single],
      ['cumulative', say.modes.cumulative],
    ] as const;
    return segmented(say.mode, options, this.#mode, (mode) => (this.mode = mode));
  }

  protected override get drawnFrom(): readonly unknown[] {
    return [this.#mode];
  }

  // What a narrow picture leaves out is said in the foot: only the picture knows what that is.
  protected override updated(): void {
    super.updated();
    const { chart } = this;
    if (!chart) return;
    const { shown } = chart as ForecastChart;
    const hidden = { overdue: !shown.includes('overdue'), noCloseDate: !shown.includes('noCloseDate') };
    if (hidden.overdue === this.#hidden.overdue && hidden.noCloseDate === this.#hidden.noCloseDate) return;
    this.#hidden = hidden;
    queueMicrotask(() => this.requestUpdate());
  }

  #scope(shared: Periods): ForecastScope {
    return {
      unit: oneOf(this, 'unit', this.unit, UNITS),
      before: wholeOf(this, 'periods-before', this.periodsBefore, 3, 11),
      after: wholeOf(this, 'periods-after', this.periodsAfter, 2, 11),
      period: this.period ?? shared.period,
    };
  }

  get #mode(): 'single' | 'cumulative' {
    return oneOf(this, 'mode', this.mode, MODES);
  }
}

const MODES = ['single', 'cumulative'] as const;
const UNITS = ['quarter', 'month'] as const;
