import type { Chart } from '@pipeline-kit/charts';
import { clear, type Clause, type Pipeline, type Selection } from '@pipeline-kit/model';
import {
  html,
  isServer,
  LitElement,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { ChartController } from '../controllers/chart-controller.js';
import { ChoiceController } from '../controllers/choice-controller.js';
import { LanguageController } from '../controllers/language-controller.js';
import { QueryController, type Requests } from '../controllers/query-controller.js';
import { SizeController } from '../controllers/size-controller.js';
import { SourceController, type SourceHost } from '../controllers/source-controller.js';
import { PipelineExportEvent, type ExportFormat } from '../events/pipeline-export-event.js';
import { download } from '../export/download.js';
import { textsFor, type Texts } from '../messages/catalogue.js';
import type { MessageOverrides } from '../messages/messages.js';
import { say } from '../messages/warnings.js';
import { NO_PERIODS, type Periods } from '../source/periods.js';
import { PipelineSourceElement } from '../source/pipeline-source-element.js';
import type { Clock } from '../source/today.js';
import { version } from '../version.js';
import { clausesOf } from './asked-mark.js';
import { card, type CardActions } from './card.js';
import { cardStyles } from './card-styles.js';
import { clauseWords } from './clause-words.js';
import { measureIn } from './measure.js';
import { methodLines } from './common-methods.js';
import { setCustomStates } from './custom-states.js';
import { methodsList } from './methods-panel.js';
import { panel } from './panel.js';
import { hidePopover, showPopoverAt } from './place-popover.js';
import { RowsController } from './rows-controller.js';
import type { PictureMark, PictureOptions, ViewContext, WidgetView } from './view.js';
import { widgetFile } from './widget-files.js';
import { widgetState, type WidgetState, type WidgetStatus } from './widget-state.js';

/**
 * What every widget is: it finds its source, asks it, and shows the answer in a card with its four states,
 * its picture, its table, its methods and its choices. A widget adds what it asks (`requests`) and what it
 * says of the answer (`present`).
 *
 * @slot title - In place of the widget's name.
 * @slot summary - In place of the sentence with the finding.
 * @slot toolbar - More controls in the head.
 * @slot footer - More notes in the foot.
 * @slot loading - In place of the skeleton.
 * @slot empty - In place of what is said when nothing is left.
 * @slot error - In place of what is said when there is no answer.
 * @csspart base - The card.
 * @csspart header - Name, switches, buttons.
 * @csspart name - The widget's name.
 * @csspart finding - The sentence, or the figure.
 * @csspart evidence - What the sentence rests on.
 * @csspart plot - The picture.
 * @csspart table - The same as a table.
 * @csspart panel - The methods, and the opportunities behind a mark.
 * @csspart tooltip - What is said of the mark under the pointer or the focus.
 * @csspart menu - The menu with the files.
 * @csspart footer - Notes below the picture.
 * @fires {PipelineSelectEvent} pipeline-select - The reader chose a mark, or took the choice back. Cancelable.
 * @fires {PipelineDrillEvent} pipeline-drill - The reader wants the opportunities behind a mark. Cancelable.
 * @fires {PipelineExportEvent} pipeline-export - The reader wants a file. Cancelable.
 * @fires {PipelineLoadEvent} pipeline-load - The widget's own data were read.
 * @fires {PipelineErrorEvent} pipeline-error - The widget's own data could not be read.
 */
export abstract class PipelineWidget<R extends object = object> extends LitElement implements SourceHost {
  static readonly version: string = version;
  /** Open by default; set `mode: 'closed'` before the first widget is made. */
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, mode: 'open' };
  static override styles: CSSResultGroup = [...cardStyles];

  static override get properties(): PropertyDeclarations {
    return {
      source: { type: String },
      src: { type: String },
      table: { type: Boolean },
      noTable: { type: Boolean, attribute: 'no-table' },
      headingLevel: { type: Number, attribute: 'heading-level' },
      data: { attribute: false },
      pipeline: { attribute: false },
      messages: { attribute: false },
      clock: { attribute: false },
    };
  }

  /** The id of a `<pipeline-source>`; without it the one around the widget. */
  declare source: string | null;

  /** The address of data of the widget's own. */
  declare src: string | null;

  /** Shows the table in place of the picture. */
  declare table: boolean;

  /** Leaves out the button that shows the table. The list of marks stays. */
  declare noTable: boolean;

  /** The level of the finding among the page's headings, 1 to 6; default 3. */
  declare headingLevel: number;

  /** Data of the widget's own, as a source takes them. */
  declare data: unknown;

  /** A pipeline of the host's own making; goes before everything else. */
  declare pipeline: Pipeline | null;

  /** Sentences and words in place of ours, for this widget. */
  declare messages: MessageOverrides | null;

  /** Tells the time; the page's own by default. */
  declare clock: Clock;

  readonly #internals: ElementInternals | null;
  readonly #source: SourceController;
  readonly #query: QueryController<R>;
  readonly #language: LanguageController;
  readonly #size: SizeController;
  readonly #choice: ChoiceController;
  readonly #chart: ChartController;
  readonly #rows: RowsController;

  #texts: Texts = textsFor('en');
  #context: ViewContext | null = null;
  #view: WidgetView | null = null;
  #state: WidgetState = { status: 'loading', words: null, notice: null };
  #isCounted = false;
  #isMenuOpen = false;
  #spoken = '';
  #drawn = 0;

  constructor() {
    super();
    this.source = null;
    this.src = null;
    this.table = false;
    this.noTable = false;
    this.headingLevel = 3;
    this.data = null;
    this.pipeline = null;
    this.messages = null;
    this.clock = PipelineSourceElement.defaultClock;
    this.#internals = isServer ? null : (this.attachInternals?.() ?? null);
    this.#language = new LanguageController(this);
    this.#source = new SourceController(this);
    this.#query = new QueryController<R>(this);
    this.#size = new SizeController(this, () => this.renderRoot.querySelector('.inside'));
    this.#choice = new ChoiceController(this, () => {
      const source = this.#source.value;
      return source && this.#view ? { source, view: this.#view } : null;
    });
    this.#rows = new RowsController(this);
    this.#chart = new ChartController(this, {
      name: () => this.#texts.card.marks(this.widgetName(this.#texts)),
      words: (mark) => this.#wordsOf(mark),
      isChosen: (mark) => this.#choice.isChosen(mark),
      press: (mark) => this.#press(mark),
      open: (mark) => this.#open(mark),
      escape: () => this.clear(),
      point: (mark) => this.#source.value?.selection.setHighlight(this.#pointedClause(mark)),
    });
  }

  /** 'loading', 'empty', 'error' or 'ready'. */
  get status(): WidgetStatus {
    return this.#state.status;
  }

  /** Resolves when the widget shows figures, or says why it shows none. */
  get loaded(): Promise<WidgetStatus> {
    const settle = async (update: Promise<unknown>): Promise<WidgetStatus> => {
      await update;
      const isSettled = this.#state.status !== 'loading' && !this.#query.isPending;
      return isSettled ? this.#state.status : settle(this.#next());
    };
    return settle(this.updateComplete);
  }

  /** Reads the source again. */
  refresh(): void {
    this.#source.value?.refresh();
  }

  /** Takes back what was chosen in this widget. */
  clear(): void {
    if (this.#choice.clear()) this.#say(this.#texts.card.unfiltered(this.#view?.finding ?? ''));
    this.requestUpdate();
  }

  /** The results as CSV text, safe to open in a spreadsheet. */
  async toCSV(): Promise<string> {
    return (await this.#file('csv')).text();
  }

  /** The picture as SVG text that stands alone. */
  async toSVG(): Promise<string> {
    return (await this.#file('svg')).text();
  }

  /** The picture as a PNG. */
  async toPNG(): Promise<Blob> {
    return this.#file('png');
  }

  /** The widget's name, as its card shows it. */
  protected abstract widgetName(texts: Texts): string;

  /** What the widget asks its pipeline, each question under the name of its result. */
  protected abstract requests(pipeline: Pipeline, periods: Periods): Requests<R>;

  /** What the widget says of the answers. */
  protected abstract present(results: R, context: ViewContext): WidgetView;

  /** Switches in the head. */
  protected toolbar(_texts: Texts): TemplateResult | typeof nothing {
    return nothing;
  }

  /** What the picture depends on beside results, texts and size. */
  protected get drawnFrom(): readonly unknown[] {
    return [];
  }

  /** Whether the finding is a single large figure. */
  protected get isFigure(): boolean {
    return false;
  }

  /** What lies on the picture where its marks alone are not enough to choose with. */
  protected controls(): TemplateResult | typeof nothing {
    return nothing;
  }

  /**
   * The picture where it is not one drawing: a table, a grid of figures. The element that stands for a mark has
   * `data-mark="KEY"`, the button in it that takes the focus `data-key="KEY"`; the view names the marks.
   */
  protected picture(_options: PictureOptions): TemplateResult | typeof nothing {
    return nothing;
  }

  /** Links in the foot that change how much the picture shows. */
  protected more(_texts: Texts): TemplateResult | typeof nothing {
    return nothing;
  }

  /** What can be switched in the methods panel. */
  protected methodsTools(_texts: Texts): TemplateResult | typeof nothing {
    return nothing;
  }

  /** What the chip in the head says of the widget's choice. */
  protected chip(clause: Clause, context: ViewContext): string {
    return clauseWords(clause, context.texts, context.pipeline);
  }

  protected get texts(): Texts {
    return this.#texts;
  }

  protected get direction(): 'ltr' | 'rtl' {
    return this.#language.direction;
  }

  /** The answers as they came last; null before the first. */
  protected get results(): R | null {
    return this.#query.results;
  }

  /** The picture that is shown; null while there is none. */
  protected get chart(): Chart | null {
    return this.#chart.chart;
  }

  /** The widget's own clauses. */
  protected get clauses(): Selection {
    return this.#choice.clauses(this.#source.value);
  }

  /**
   * Chooses by a clause that no mark stands for; null takes the choice back.
   *
   * @returns whether the page did not mind
   */
  protected choose(clause: Clause | null, label: string): boolean {
    return this.#choice.set(clause, label);
  }

  /** Says a sentence to those who listen. */
  protected speak(sentence: string): void {
    this.#say(sentence);
    this.requestUpdate();
  }

  protected override update(changed: PropertyValues<this>): void {
    const source = this.#source.value;
    const pipeline = source?.state.pipeline ?? null;
    const selection = this.#choice.selection(source);
    this.#texts = textsFor(this.#language.language, pipeline?.currency, this.messages ?? undefined);
    const periods = source?.periods ?? NO_PERIODS;
    this.#context = pipeline && { texts: this.#texts, pipeline, selection, periods };
    this.#query.ask(pipeline, pipeline && this.requests(pipeline, periods), selection);
    const { results, error } = this.#query;
    this.#view = results && this.#context ? this.present(results, this.#context) : null;
    this.#state = widgetState({
      tag: this.localName,
      sourceId: this.source,
      source,
      isMissing: this.#source.isMissing,
      error,
      view: this.#view,
      context: this.#context,
      texts: this.#texts,
      clearAll: () => source?.selection.update((all) => clear(all)),
    });
    super.update(changed);
  }

  protected override render(): TemplateResult {
    const { status } = this.#state;
    const source = this.#source.value;
    const view = this.#view;
    const picture =
      status === 'ready' && view?.marks ? this.picture(this.#pictureOptions(view.marks)) : nothing;
    return card({
      texts: this.#texts,
      name: this.widgetName(this.#texts),
      state: this.#state,
      view,
      isStale: this.#isStale,
      headingLevel: this.#level,
      isFigure: this.isFigure,
      toolbar: status === 'ready' ? this.toolbar(this.#texts) : nothing,
      chosen: this.#chosenWords(),
      isTable: this.table,
      hasTable: !this.noTable && view?.table != null,
      hasChart: view?.draw != null || picture !== nothing,
      hasDrawing: view?.draw != null,
      isMenuOpen: this.#isMenuOpen,
      isCounted: this.#isCounted,
      panel: this.#panel(),
      progress: source?.state.progress ?? null,
      drawn: this.#drawn,
      spoken: this.#spoken,
      rowsLink: this.#rowsLink(),
      more: status === 'ready' ? this.more(this.#texts) : nothing,
      picture,
      controls: status === 'ready' && view?.draw ? this.controls() : nothing,
      act: this.#act,
    });
  }

  // Not in render: a node among the template's values is lost when the element hydrates, and a server has
  // no document to draw with.
  protected override updated(): void {
    const { status } = this.#state;
    setCustomStates(this.#internals, {
      loading: status === 'loading',
      empty: status === 'empty',
      error: status === 'error',
      ready: status === 'ready',
      stale: status === 'ready' && this.#isStale,
    });
    const view = this.#view;
    const highlight = JSON.stringify(this.#source.value?.selection.highlight ?? null);
    this.#chart.show({
      draw: status === 'ready' ? (view?.draw ?? null) : null,
      marks: status === 'ready' ? (view?.marks ?? null) : null,
      inputs: [status === 'ready' ? this.#query.results : null, this.#texts, ...this.drawnFrom],
      options: { width: this.#size.width, locale: this.#texts.locale, direction: this.#language.direction },
      isStale: this.#isStale,
      isPointedAt: (mark) => highlight !== 'null' && JSON.stringify(this.#pointedClause(mark)) === highlight,
    });
    if (status === 'ready') this.#drawn = this.#chart.height || this.#drawn;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  /** Resolved by the next update. */
  readonly #waiting: (() => void)[] = [];

  #next(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  get #level(): number {
    const { headingLevel: level } = this;
    if (Number.isInteger(level) && level >= 1 && level <= 6) return level;
    say.badAttribute(
      this.localName,
      'heading-level',
      this.getAttribute('heading-level') ?? String(level),
      '3',
    );
    return 3;
  }

  get #isStale(): boolean {
    return (
      this.#query.isPending || this.#source.value?.state.status === 'loading' || this.#state.notice !== null
    );
  }

  readonly #act: CardActions = {
    clear: () => this.clear(),
    toggleTable: () => {
      this.table = !this.table;
      this.#closeMenu();
    },
    toggleMenu: (event) => this.#toggleMenu(event.currentTarget as HTMLElement),
    menuToggled: (event) => {
      this.#isMenuOpen = (event as ToggleEvent).newState === 'open';
      this.requestUpdate();
    },
    export: (format) => void this.#export(format),
    toggleCounted: () => {
      this.#isCounted = !this.#isCounted;
      this.#rows.close();
      this.requestUpdate();
    },
    stop: () => this.#source.value?.stop(),
    pointerMove: (event) => this.#chart.onPointerMove(event),
    pointerLeave: () => this.#chart.onPointerLeave(),
    click: (event) => this.#chart.onClick(event),
    doubleClick: (event) => this.#chart.onDoubleClick(event),
    keyDown: (event) => this.#chart.onKeyDown(event),
    focusIn: (event) => this.#chart.onFocusIn(event),
    focusOut: () => this.#chart.onFocusOut(),
  };

  #pictureOptions(marks: readonly PictureMark[]): PictureOptions {
    const box = this.renderRoot.querySelector('.drawing');
    return {
      width: this.#size.width,
      direction: this.#language.direction,
      measure: box ? measureIn(box) : (text, size) => (text.length * size) / 2,
      tabIndex: (key) => this.#chart.tabIndex(key),
      isChosen: (key) => {
        const mark = marks.find((one) => one.key === key);
        return mark !== undefined && this.#choice.isChosen(mark);
      },
    };
  }

  #wordsOf(mark: PictureMark): ReturnType<ConstructorParameters<typeof ChartController>[1]['words']> {
    const { card: say } = this.#texts;
    const view = this.#view;
    if (!view) return { words: { title: mark.label, lines: [], count: 0 }, hints: [] };
    const words = view.describe(mark);
    const filters = clausesOf(mark, view).length > 0;
    const choose = filters ? say.enterFilters(words.title) : say.enterChooses;
    const isChosen = this.#choice.isChosen(mark);
    return { words, hints: [isChosen ? say.enterClears : choose, say.shiftEnterOpens(words.count)] };
  }

  #press(mark: PictureMark): void {
    const view = this.#view;
    if (!view) return;
    const { title: label, count } = view.describe(mark);
    const isChosen = this.#choice.toggle({ ...mark, label });
    const { card: say } = this.#texts;
    if (isChosen === false) this.#say(say.unfiltered(view.finding));
    if (isChosen) {
      const filters = clausesOf(mark, view).length > 0;
      this.#say(filters ? say.filtered(label, view.finding) : say.chosen(label, count));
    }
    this.requestUpdate();
  }

  #open(mark: PictureMark): void {
    const label = this.#view?.describe(mark).title ?? mark.label;
    const rows = this.#choice.drill({ ...mark, label });
    if (!rows) return;
    this.#isCounted = false;
    this.#rows.open(label, rows);
  }

  /** What other widgets outline while a mark is pointed at; null where one clause does not name it. */
  #pointedClause(mark: PictureMark | null): Clause | null {
    const clauses = mark && this.#view ? clausesOf(mark, this.#view) : [];
    return clauses.length === 1 ? (clauses[0] ?? null) : null;
  }

  #chosenWords(): string | null {
    const { choice } = this.#choice;
    if (choice) return choice.label;
    const [clause] = this.clauses;
    return clause && this.#context ? this.chip(clause, this.#context) : null;
  }

  #rowsLink(): TemplateResult | typeof nothing {
    const mark = this.#choice.choice && this.#chart.marks.find((one) => this.#choice.isChosen(one));
    if (!mark || !this.#view) return nothing;
    const text = this.#texts.card.showRows(this.#view.describe(mark).count);
    return html`<button type="button" class="link" @click=${() => this.#open(mark)}>${text}</button>`;
  }

  #panel(): TemplateResult | null {
    const view = this.#view;
    const context = this.#context;
    if (!view || !context || this.#state.status !== 'ready') return null;
    const { card: say } = this.#texts;
    if (this.#rows.isOpen) return this.#rows.panel(context);
    if (!this.#isCounted) return null;
    const lines = methodLines(
      view,
      this.#query.results ?? {},
      context,
      this.#source.value?.state.issues ?? [],
    );
    const content = html`${methodsList(lines)}${this.methodsTools(this.#texts)}`;
    return panel(say.howCounted, say.close, content, this.#act.toggleCounted);
  }

  #say(sentence: string): void {
    this.#spoken = sentence;
  }

  #toggleMenu(button: HTMLElement): void {
    const menu = this.renderRoot.querySelector<HTMLElement>('.menu');
    if (!menu) return;
    if (this.#isMenuOpen) hidePopover(menu);
    else
      showPopoverAt(
        menu,
        button.getBoundingClientRect(),
        this.#language.direction === 'rtl' ? 'start' : 'end',
      );
  }

  #closeMenu(): void {
    const menu = this.renderRoot.querySelector<HTMLElement>('.menu');
    if (menu) hidePopover(menu);
  }

  async #export(format: ExportFormat): Promise<void> {
    this.#closeMenu();
    const fileName = `${this.localName}.${format}`;
    if (!this.dispatchEvent(new PipelineExportEvent(format, fileName, () => this.#file(format)))) return;
    try {
      download(await this.#file(format), fileName, this.ownerDocument);
    } catch {
      this.#say(this.#texts.card.exportFailed);
      this.requestUpdate();
    }
  }

  async #file(format: ExportFormat): Promise<Blob> {
    await this.loaded;
    const base = this.renderRoot.querySelector('.card');
    const ground = base ? getComputedStyle(base).backgroundColor : 'Canvas';
    return widgetFile(format, { table: this.#view?.table ?? null, chart: this.#chart.chart, ground });
  }
}
