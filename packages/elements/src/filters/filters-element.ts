import {
  isCalendarDate,
  YEARS,
  type Clause,
  type FieldsResult,
  type Period,
  type Pipeline,
  type ValueCountsResult,
} from '@pipeline-kit/model';
import {
  isServer,
  LitElement,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { cardStyles } from '../base/card-styles.js';
import { setCustomStates } from '../base/custom-states.js';
import { LanguageController } from '../controllers/language-controller.js';
import { PopoverController } from '../controllers/popover-controller.js';
import { QueryController } from '../controllers/query-controller.js';
import { RovingController } from '../controllers/roving-controller.js';
import { SourceController, type SourceHost } from '../controllers/source-controller.js';
import { textsFor, type Texts } from '../messages/catalogue.js';
import type { MessageOverrides } from '../messages/messages.js';
import { failureWords } from '../source/failure-words.js';
import { PipelineSourceElement } from '../source/pipeline-source-element.js';
import type { PipelineSource } from '../source/pipeline-source.js';
import type { Clock } from '../source/today.js';
import { version } from '../version.js';
import { FilterChanges } from './filter-changes.js';
import { fieldList, filterEditor } from './filter-editor.js';
import { filtersBar, type BarActions, type BarModel, type Chip } from './filters-bar.js';
import { filtersStyles } from './filters-styles.js';
import { asOfWords, chipsOf, chipWords, comparisonWords, periodWords } from './filters-words.js';
import { isEdited, kindOf, type EditedFilter, type OpenPart } from './open-part.js';
import { asOfChoices, comparisonChoices, periodChoices } from './period-choices.js';
import type { PeriodKind, PeriodReading } from './period-reading.js';
import { PeriodsController } from './periods-controller.js';
import type { RangeInput } from './range-input.js';

/**
 * What everything is filtered by, over a dashboard: the period and what it is compared with, a chip for every
 * clause, whoever chose it, and the day everything is looked at.
 *
 * @tag pipeline-filters
 * @slot - More controls, between the filters and the day.
 * @slot loading - In place of the skeleton.
 * @slot error - In place of what is said when there is no source.
 * @csspart base - The bar.
 * @csspart pick - The buttons of the period and of what it is compared with.
 * @csspart chip - A clause.
 * @csspart as-of - The button of the day.
 * @csspart popover - The choices.
 * @fires {PipelineSelectEvent} pipeline-select - The reader changed a filter, or took one back. Cancelable.
 */
export class PipelineFiltersElement extends LitElement implements SourceHost {
  static readonly version: string = version;
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, mode: 'open' };
  static override styles: CSSResultGroup = [...cardStyles, filtersStyles];

  static override get properties(): PropertyDeclarations {
    return {
      source: { type: String },
      noPeriod: { type: Boolean, attribute: 'no-period' },
      noAsOf: { type: Boolean, attribute: 'no-as-of' },
      messages: { attribute: false },
      clock: { attribute: false },
    };
  }

  /** The id of a `<pipeline-source>`; without it the one around the bar. */
  declare source: string | null;

  /** Leaves out the period and what it is compared with. */
  declare noPeriod: boolean;

  /** Leaves out the day. */
  declare noAsOf: boolean;

  /** Sentences and words in place of ours, for this bar. */
  declare messages: MessageOverrides | null;

  /** Tells the time; the page's own by default. */
  declare clock: Clock;

  // A bar filters what others show: it has no data of its own.
  readonly pipeline: null = null;
  readonly data: null = null;
  readonly src: null = null;

  readonly #changes: FilterChanges;
  readonly #internals: ElementInternals | null;
  readonly #source: SourceController;
  readonly #language: LanguageController;
  readonly #periods: PeriodsController;
  readonly #popover: PopoverController;
  readonly #roving: RovingController;
  readonly #fields: QueryController<{ readonly fields: FieldsResult }>;
  readonly #values: QueryController<{ readonly values: ValueCountsResult }>;

  #texts: Texts = textsFor('en');
  #chips: readonly Chip[] = [];
  #open: OpenPart | null = null;
  #search = '';
  #wrong: RangeInput | null = null;
  #wantsCustom = false;
  #spoken = '';
  /** What a change that the reader made comes to is said when it has come. */
  #awaited: { readonly words: () => string | null; readonly before: string | null } | null = null;
  /** The chip that gets the focus when the one that had it is gone; -1: what adds one. */
  #nextChip: number | null = null;

  constructor() {
    super();
    this.source = null;
    this.noPeriod = false;
    this.noAsOf = false;
    this.messages = null;
    this.clock = PipelineSourceElement.defaultClock;
    this.#changes = new FilterChanges(this);
    this.#internals = isServer ? null : (this.attachInternals?.() ?? null);
    this.#language = new LanguageController(this);
    this.#source = new SourceController(this);
    this.#fields = new QueryController(this);
    this.#values = new QueryController(this);
    this.#periods = new PeriodsController(this);
    this.#popover = new PopoverController(this, '.choices', () => {
      this.#open = null;
      this.requestUpdate();
    });
    this.#roving = new RovingController(this, (key) => this.#chipButton(key)?.focus());
  }

  /** Takes every filter back. */
  clear(): void {
    const { value: source } = this.#source;
    if (!source || !this.#changes.clear(source, this.#chips.map(wordsOf).join('; '))) return;
    this.#nextChip = -1;
    this.#say(this.#texts.filters.cleared);
  }

  protected override update(changed: PropertyValues<this>): void {
    const { value: source } = this.#source;
    const pipeline = source?.state.pipeline ?? null;
    const selection = source?.selection.value ?? [];
    this.#texts = textsFor(this.#language.language, pipeline?.currency, this.messages ?? undefined);
    this.#periods.follow(source);
    this.#chips = pipeline ? chipsOf(selection, this.#texts, pipeline) : [];
    this.#roving.setKeys(this.#chips.map(({ key }) => key));
    const edited = this.#edited;
    const isList = edited?.kind === 'text' || edited?.kind === 'flag';
    this.#fields.ask(pipeline, this.#open?.part === 'fields' ? { fields: { metric: 'fields' } } : null, []);
    this.#values.ask(
      pipeline,
      edited && isList ? { values: { metric: 'valueCounts', params: { field: edited.field } } } : null,
      edited ? selection.filter((clause) => !isEdited(edited, clause)) : [],
    );
    this.#sayAwaited();
    super.update(changed);
  }

  protected override render(): TemplateResult {
    const { value: source, isMissing } = this.#source;
    const pipeline = source?.state.pipeline ?? null;
    const { reading } = this.#periods;
    const texts = this.#texts;
    const isCompared = reading !== null && reading.kind !== 'own';
    return filtersBar({
      texts,
      problem: pipeline ? null : problemOf(this, source, isMissing, texts),
      isLoading: !pipeline || !reading,
      period: reading && !this.noPeriod ? periodWords(reading, texts) : null,
      comparison: isCompared && !this.noPeriod ? comparisonWords(reading, texts) : null,
      asOf: pipeline && !this.noAsOf ? asOfWords(pipeline, texts) : null,
      chips: this.#chips,
      open: this.#open?.part ?? null,
      choices: source && pipeline ? this.#choices(source, pipeline) : nothing,
      spoken: this.#spoken,
      tabIndex: (key) => this.#roving.tabIndex(key),
      act: this.#act,
    });
  }

  protected override updated(): void {
    const { value: source, isMissing } = this.#source;
    const isReady = source?.state.pipeline != null;
    const isFailed = !isReady && (isMissing || source?.state.failure != null);
    setCustomStates(this.#internals, {
      loading: !isReady && !isFailed,
      error: isFailed,
      ready: isReady,
    });
    if (this.#nextChip === null || this.#popover.isOpen) return;
    const chip = this.#chips[Math.min(this.#nextChip, this.#chips.length - 1)];
    const next = chip ? this.#chipButton(chip.key) : this.renderRoot.querySelector<HTMLElement>('.add');
    this.#nextChip = null;
    next?.focus();
  }

  readonly #act: BarActions = {
    toggle: (part, event) => this.#toggle({ part }, event.currentTarget as HTMLElement),
    toggled: (event) => {
      if (event.target === event.currentTarget) this.#popover.onToggle(event);
    },
    edit: ({ clause }, event) =>
      this.#toggle(
        { part: 'edit', field: clause.field, kind: kindOf(clause), source: clause.source, isNew: false },
        event.currentTarget as HTMLElement,
      ),
    remove: (chip) => this.#remove(chip),
    focus: ({ key }) => this.#roving.setActive(key),
    chipKey: (chip, event) => {
      if (event.key === 'Delete' || event.key === 'Backspace') {
        event.preventDefault();
        this.#remove(chip);
      } else if (this.#roving.handle(event, this.#language.direction)) event.preventDefault();
    },
    clear: () => this.clear(),
    keyDown: (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      if (!this.#popover.isOpen) this.clear();
      else this.#giveBack(this.#popover.close());
    },
  };

  #toggle(open: OpenPart, anchor: HTMLElement): void {
    const isSame = JSON.stringify(this.#open) === JSON.stringify(open);
    this.#popover.close();
    if (isSame) return;
    this.#show(open);
    this.#popover.open(anchor);
  }

  #show(open: OpenPart): void {
    this.#open = open;
    this.#search = '';
    this.#wrong = null;
    this.#wantsCustom = false;
  }

  #choices(source: PipelineSource, pipeline: Pipeline): TemplateResult | typeof nothing {
    const { reading } = this.#periods;
    const open = this.#open;
    if (open?.part === 'edit') return this.#editor(open, source, pipeline);
    if (open?.part === 'fields') return this.#fieldList();
    if (open?.part === 'asOf') {
      const reset = source.asOf === null ? null : () => this.#setAsOf(source, null);
      return asOfChoices(pipeline.asOf, this.#texts, (day) => this.#setAsOf(source, day), reset);
    }
    if (open?.part === 'period' && reading) return this.#periodChoices(reading);
    if (open?.part === 'comparison' && reading) {
      return comparisonChoices(reading, this.#texts, (comparison) => {
        this.#await(comparisonWords, this.#texts.filters.comparisonChosen);
        void this.#periods.compare(comparison);
      });
    }
    return nothing;
  }

  #periodChoices(reading: PeriodReading): TemplateResult {
    const choose = (kind: PeriodKind | Period): void => {
      this.#wantsCustom = kind === 'custom';
      this.requestUpdate();
      if (kind === 'custom') return;
      this.#await(periodWords, this.#texts.filters.periodChosen);
      void this.#periods.choose(kind);
    };
    const model = {
      reading,
      wantsCustom: this.#wantsCustom,
      wrong: this.#wrong,
      setWrong: this.#setWrong,
      choose,
    };
    return periodChoices(model, this.#texts);
  }

  #fieldList(): TemplateResult | typeof nothing {
    const { results } = this.#fields;
    if (!results) return nothing;
    return fieldList(results.fields, this.#texts, (field, kind) => {
      this.#show({ part: 'edit', field, kind, source: this.#changes.id, isNew: true });
      this.#popover.refocus();
    });
  }

  #editor(edited: EditedFilter, source: PipelineSource, pipeline: Pipeline): TemplateResult {
    const clause = source.selection.value.find((one) => isEdited(edited, one)) ?? null;
    const { results } = this.#values;
    return filterEditor(
      {
        field: edited.field,
        kind: edited.kind,
        clause,
        values: results?.values.field === edited.field ? results.values : null,
        pipeline,
        search: this.#search,
        wrong: this.#wrong,
        setSearch: (text) => {
          this.#search = text;
          this.requestUpdate();
        },
        setWrong: this.#setWrong,
        change: (next) => this.#change(edited, clause, next),
        back: edited.isNew
          ? () => {
              this.#show({ part: 'fields' });
              this.#popover.refocus();
            }
          : null,
      },
      this.#texts,
    );
  }

  readonly #setWrong = (input: RangeInput | null): void => {
    this.#wrong = input;
    this.requestUpdate();
  };

  /** The reader ticks or types: the clause is another, or gone. */
  #change({ source: owner }: EditedFilter, before: Clause | null, next: Clause | null): void {
    const { value: source } = this.#source;
    const pipeline = source?.state.pipeline;
    if (!source || !pipeline) return;
    if (!next) {
      if (before) this.#drop(source, before);
      return;
    }
    const clause = owner === undefined ? next : { ...next, source: owner };
    const words = wordsOf(chipWords(clause, this.#texts, pipeline));
    if (this.#changes.set(source, clause, words)) this.#say(this.#texts.filters.added(words));
  }

  #remove({ clause, key }: Chip): void {
    const { value: source } = this.#source;
    const at = this.#chips.findIndex((chip) => chip.key === key);
    if (source && this.#drop(source, clause)) this.#nextChip = this.#chips.length > 1 ? at : -1;
  }

  #drop(source: PipelineSource, clause: Clause): boolean {
    const chip = this.#chips.find((one) => one.clause === clause);
    const words = chip ? wordsOf(chip) : '';
    if (!this.#changes.drop(source, clause, words)) return false;
    this.#say(this.#texts.filters.removed(words, source.selection.value.length));
    return true;
  }

  #setAsOf(source: PipelineSource, day: string | null): void {
    const year = Number(day?.slice(0, 4));
    // While a year is typed, its first digits are years of their own.
    if (day !== null && (!isCalendarDate(day) || year < YEARS.first || year > YEARS.last)) return;
    source.setAsOf(day);
    const { pipeline } = source.state;
    if (pipeline) this.#say(this.#texts.filters.asOfChosen(this.#texts.format.date(pipeline.asOf)));
  }

  get #edited(): EditedFilter | null {
    return this.#open?.part === 'edit' ? this.#open : null;
  }

  /** Gives the focus back to what had opened the choices, or to what adds a filter where that is gone. */
  #giveBack(anchor: HTMLElement | null): void {
    (anchor?.isConnected ? anchor : this.renderRoot.querySelector<HTMLElement>('.add'))?.focus();
  }

  #chipButton(key: string): HTMLElement | null {
    const buttons = this.renderRoot.querySelectorAll<HTMLElement>('.label');
    return [...buttons].find((button) => button.dataset['key'] === key) ?? null;
  }

  /** Says what a choice of periods comes to, once it was read. */
  #await(words: typeof periodWords, sentence: (words: string) => string): void {
    const say = (): string | null => {
      const { reading } = this.#periods;
      return reading && sentence(words(reading, this.#texts));
    };
    this.#awaited = { words: say, before: say() };
  }

  #sayAwaited(): void {
    const said = this.#awaited?.words() ?? null;
    if (!this.#awaited || said === null || said === this.#awaited.before) return;
    this.#awaited = null;
    this.#spoken = said;
  }

  #say(sentence: string): void {
    this.#spoken = sentence;
    this.requestUpdate();
  }
}

function wordsOf({ name, value }: Pick<Chip, 'name' | 'value'>): string {
  return `${name} ${value}`;
}

/** Why there is nothing to filter; null while there may be soon. */
function problemOf(
  { localName, source: id }: PipelineFiltersElement,
  source: PipelineSource | null,
  isMissing: boolean,
  { source: say }: Texts,
): BarModel['problem'] {
  if (!source)
    return isMissing ? { text: id ? say.wrongSource(id) : say.noSource(localName), retry: null } : null;
  const { failure } = source.state;
  return failure && { text: failureWords(failure, say), retry: () => source.refresh() };
}
