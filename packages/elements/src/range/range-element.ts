import { showBrush, type RangeChart } from '@pipeline-kit/charts';
import type { Clause, HistogramField, Pipeline } from '@pipeline-kit/model';
import { isRangeClause } from '@pipeline-kit/model';
import {
  html,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { oneOf } from '../base/one-of.js';
import { PipelineWidget } from '../base/pipeline-widget.js';
import type { ViewContext, WidgetView } from '../base/view.js';
import type { QueryRequest, Requests } from '../controllers/query-controller.js';
import type { Texts } from '../messages/catalogue.js';
import type { RangeOutcome } from '../messages/range-messages.js';
import { cssom } from '../strict/cssom.js';
import { BrushController } from './brush-controller.js';
import { clauseBetween, edgeNumbers, endsOf, isOnEdges, rangeOf } from './range-clause.js';
import { edgeAt, isWhole, type RangeEnd, type RangeEnds } from './range-ends.js';
import { rangeStyles } from './range-styles.js';
import { edgeWords, rangeView, rangeWords, type RangeAnswers } from './range-view.js';

/**
 * How the opportunities spread over amounts, created or close dates, as a small histogram with a brush: what is
 * brushed over filters every other widget, while it is dragged.
 *
 * @tag pipeline-range
 * @csspart brush - What lies on the picture, with both ends in it.
 * @csspart handle - An end of the brush.
 */
export class PipelineRangeElement extends PipelineWidget<RangeAnswers> {
  static override styles: CSSResultGroup = [PipelineWidget.styles, rangeStyles];

  static override get properties(): PropertyDeclarations {
    return {
      ...super.properties,
      field: { type: String },
      outcome: { type: String },
      bins: { type: Number },
    };
  }

  /** What the histogram is of: 'amount' (the default), 'createdDate' or 'closeDate'. */
  declare field: HistogramField;

  /** Which opportunities it counts: 'open' (the default), 'won', 'lost' or 'all'. The range filters them all. */
  declare outcome: RangeOutcome;

  /** How many bins at most, 4 to 100; default 40. */
  declare bins: number;

  readonly #brush: BrushController;

  constructor() {
    super();
    this.field = 'amount';
    this.outcome = 'open';
    this.bins = 40;
    this.#brush = new BrushController(this, {
      last: () => this.#last,
      ends: () => this.#ends,
      edgeAt: (share) => edgeAt(share, this.results ? edgeNumbers(this.results.histogram) : []),
      direction: () => this.direction,
      move: (ends) => this.#move(ends),
      settle: () => this.speak(this.#finding),
      clear: () => this.clear(),
      focus: (end) =>
        this.renderRoot.querySelector<HTMLElement>(`.handle.${end}`)?.focus({ preventScroll: true }),
    });
  }

  #finding = '';

  protected override widgetName({ range }: Texts): string {
    return range.name[this.#field];
  }

  protected override requests(_pipeline: Pipeline): Requests<RangeAnswers> {
    const histogram: QueryRequest<'histogram'> = { metric: 'histogram', params: this.#params };
    const clause = rangeOf(this.clauses, this.#field);
    const known = this.results?.histogram;
    // Bins that a bound cuts through do not add up: those are counted for themselves.
    const isCut = clause && known?.field === this.#field && !isOnEdges(clause, known);
    return isCut ? { histogram, chosen: { ...histogram, also: [clause] } } : { histogram };
  }

  get #params(): NonNullable<QueryRequest<'histogram'>['params']> {
    return {
      field: this.#field,
      outcome: oneOf(this, 'outcome', this.outcome, OUTCOMES),
      bins: binsOf(this.bins),
    };
  }

  protected override present(answers: RangeAnswers, context: ViewContext): WidgetView {
    const clause = rangeOf(this.clauses, this.#field);
    const view = rangeView(answers, { clause, hasPicture: !this.table, params: this.#params }, context);
    this.#finding = view.finding;
    return view;
  }

  /** The field's name stands beside it. */
  protected override chip(clause: Clause, { texts }: ViewContext): string {
    return isRangeClause(clause) ? rangeWords(clause, texts) : '';
  }

  protected override controls(): TemplateResult {
    const { range: say } = this.texts;
    const name = say.name[this.#field];
    const isChosen = rangeOf(this.clauses, this.#field) !== null;
    return html`
      <div
        class="area ${isChosen ? 'chosen' : ''}"
        part="brush"
        role="group"
        aria-label=${say.group(name)}
        @pointerdown=${this.#brush.onPointerDown}
        @pointermove=${this.#brush.onPointerMove}
        @pointerup=${this.#brush.onPointerUp}
        @pointercancel=${this.#brush.onPointerCancel}
        ${cssom({ _from: this.#share('from'), _to: this.#share('to') })}
      >
        <div class="span"></div>
        ${this.#handle('from', say.lowEnd(name))} ${this.#handle('to', say.highEnd(name))}
      </div>
    `;
  }

  #handle(end: RangeEnd, name: string): TemplateResult {
    return html`
      <div
        class="handle ${end}"
        part="handle"
        role="slider"
        tabindex="0"
        aria-label=${name}
        aria-orientation="horizontal"
        aria-valuemin="0"
        aria-valuemax=${this.#last}
        aria-valuenow=${this.#ends[end]}
        aria-valuetext=${this.#valueWords(end)}
        @keydown=${(event: KeyboardEvent) => this.#brush.onKeyDown(event, end)}
        @keyup=${this.#brush.onKeyUp}
      ></div>
    `;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    // What was chosen of another field can no longer be seen or moved here.
    if (changed.has('field') && this.hasUpdated && this.clauses.length > 0) this.clear();
  }

  protected override updated(): void {
    super.updated();
    const { chart, results } = this;
    if (!chart || !results) return;
    const clause = rangeOf(this.clauses, this.#field);
    const edges = edgeNumbers(results.histogram);
    const { from, to } = this.#ends;
    showBrush(chart as RangeChart, clause && { from: edges[from] ?? null, to: edges[to] ?? null });
  }

  #move(ends: RangeEnds): void {
    const result = this.results?.histogram;
    if (!result) return;
    const clause = isWhole(ends, this.#last) ? null : clauseBetween(ends, result);
    const words = clause && isRangeClause(clause) ? rangeWords(clause, this.texts) : '';
    this.choose(clause, `${this.widgetName(this.texts)} ${words}`.trim());
  }

  get #last(): number {
    return Math.max(0, (this.results?.histogram.edges.length ?? 0) - 1);
  }

  get #ends(): RangeEnds {
    const result = this.results?.histogram;
    if (!result) return { from: 0, to: 0 };
    return endsOf(rangeOf(this.clauses, result.field), result);
  }

  /** Where an end stands along the axis. */
  #share(end: RangeEnd): string {
    const edges = this.results ? edgeNumbers(this.results.histogram) : [];
    const [first = 0, last = 1] = [edges[0], edges.at(-1)];
    const at = edges[this.#ends[end]] ?? first;
    return `${(100 * (at - first)) / (last - first || 1)}%`;
  }

  #valueWords(end: RangeEnd): string {
    const { range: say } = this.texts;
    const at = this.#ends[end];
    if (end === 'from' && at === 0) return say.noLowEnd;
    if (end === 'to' && at === this.#last) return say.noHighEnd;
    return edgeWords(this.results?.histogram.edges[at] ?? 0, this.texts);
  }

  get #field(): HistogramField {
    return oneOf(this, 'field', this.field, FIELDS);
  }
}

const FIELDS = ['amount', 'createdDate', 'closeDate'] as const;
const OUTCOMES = ['open', 'won', 'lost', 'all'] as const;

function binsOf(bins: number): number {
  return Number.isInteger(bins) && bins >= 4 && bins <= 100 ? bins : 40;
}
