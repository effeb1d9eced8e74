import type { PropertyDeclarations } from 'lit';
import { figureView } from '../base/figure-view.js';
import { oneOf } from '../base/one-of.js';
import { PipelineWidget } from '../base/pipeline-widget.js';
import type { ViewContext, WidgetView } from '../base/view.js';
import type { Requests } from '../controllers/query-controller.js';
import type { Texts } from '../messages/catalogue.js';
import type { SummaryFigure } from '../messages/summary-messages.js';
import { summaryFigure, type SummaryAnswers } from './summary-view.js';

/**
 * A single figure: what is open, won, weighted, or the win rate, of the quarter of the as-of day.
 *
 * @tag pipeline-summary
 */
export class PipelineSummaryElement extends PipelineWidget<SummaryAnswers> {
  static override get properties(): PropertyDeclarations {
    return { ...super.properties, figure: { type: String } };
  }

  /** Which figure; default 'open'. */
  declare figure: SummaryFigure;

  constructor() {
    super();
    this.figure = 'open';
  }

  protected override widgetName({ summary }: Texts): string {
    return summary.name[this.#figure];
  }

  protected override requests(): Requests<SummaryAnswers> {
    if (this.#figure === 'open') return { board: { metric: 'leaderboard' } };
    return this.#figure === 'winRate'
      ? { winRate: { metric: 'winRate' } }
      : { forecast: { metric: 'weightedForecast' } };
  }

  protected override present(answers: SummaryAnswers, { texts }: ViewContext): WidgetView {
    return figureView(summaryFigure(answers, this.#figure, texts), texts);
  }

  protected override get isFigure(): boolean {
    return true;
  }

  get #figure(): SummaryFigure {
    return oneOf(this, 'figure', this.figure, ['open', 'won', 'weighted', 'winRate']);
  }
}
