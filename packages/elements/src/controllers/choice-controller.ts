import {
  clear,
  crossfilter,
  sameSelection,
  select,
  type Clause,
  type Mark,
  type OpportunityRow,
  type Selection,
} from '@pipeline-kit/model';
import { PipelineDrillEvent } from '../events/pipeline-drill-event.js';
import { PipelineSelectEvent, type Choice } from '../events/pipeline-select-event.js';
import type { WidgetView } from '../base/view.js';
import type { PipelineSource } from '../source/pipeline-source.js';

/** A mark and how a reader calls it. */
export interface NamedMark {
  readonly mark: Mark;
  readonly label: string;
}

/** What a choice is made in. */
export interface ChoiceScene {
  readonly source: PipelineSource;
  readonly view: WidgetView;
}

/**
 * What the reader has chosen in one widget. A choice that a filter can name becomes a clause of the
 * source's selection, which every other widget follows; any choice is what a list of rows shows.
 */
export class ChoiceController {
  /** Names the widget in clauses. */
  readonly id: string;
  readonly #host: HTMLElement;
  readonly #scene: () => ChoiceScene | null;

  /** @param scene - where the widget stands now; null while it shows no figures */
  constructor(host: HTMLElement, scene: () => ChoiceScene | null) {
    this.#host = host;
    this.#scene = scene;
    this.id = `${host.localName}-${(count += 1)}`;
  }

  /** Everyone's choices but the widget's own: what its figures follow. */
  selection(source: PipelineSource | null): Selection {
    return source ? crossfilter(source.selection.value, this.id) : [];
  }

  /** The widget's own clauses, one for each field. */
  clauses(source: PipelineSource): Selection {
    return source.selection.value.filter((clause) => clause.source === this.id);
  }

  /** The widget's own clause; null when it filters by nothing. */
  get clause(): Clause | null {
    return this.#scene()?.source.selection.value.find(({ source }) => source === this.id) ?? null;
  }

  /** What is chosen here without a filter. */
  get choice(): Choice | null {
    const choice = this.#scene()?.source.choice ?? null;
    return choice?.source === this.id ? choice : null;
  }

  isChosen(mark: Mark): boolean {
    const scene = this.#scene();
    if (!scene) return false;
    const [own, wanted] = [this.clause, this.#clauseOf(mark, scene.view)];
    if (own && wanted) return sameSelection([own], [wanted]);
    return JSON.stringify(this.choice?.mark) === JSON.stringify(mark);
  }

  /**
   * The reader presses a mark: chosen when it was not, else not any more.
   *
   * @returns whether it is chosen now; null when the page handles it itself
   */
  toggle(named: NamedMark): boolean | null {
    const scene = this.#scene();
    if (!scene) return null;
    const choice = this.#choiceOf(named, scene.view);
    const isSelected = !this.isChosen(named.mark);
    if (!this.#host.dispatchEvent(new PipelineSelectEvent(choice, isSelected))) return null;
    this.#set(scene.source, isSelected ? choice : null);
    return isSelected;
  }

  /**
   * The reader chooses by a clause that no mark stands for; null takes the choice back.
   *
   * @returns whether the page did not mind
   */
  set(clause: Clause | null, label: string): boolean {
    const scene = this.#scene();
    if (!scene) return false;
    const { metric, params } = scene.view;
    const own = clause && { ...clause, source: this.id };
    const choice = { source: this.id, metric, params, mark: {}, label, clause: own ?? this.clause };
    if (!this.#host.dispatchEvent(new PipelineSelectEvent(choice, own !== null))) return false;
    scene.source.selection.update((selection) => (own ? select(selection, own) : clear(selection, this.id)));
    return true;
  }

  /** @returns whether there was something to clear and the page did not mind */
  clear(): boolean {
    const scene = this.#scene();
    const { clause, choice } = this;
    if (!scene || !(clause || choice)) return false;
    const { metric, params } = scene.view;
    const cleared = choice ?? { source: this.id, metric, params, mark: {}, label: '', clause };
    if (!this.#host.dispatchEvent(new PipelineSelectEvent(cleared, false))) return false;
    this.#set(scene.source, null);
    return true;
  }

  /**
   * The reader wants to see the opportunities of a mark.
   *
   * @returns reads them; null when the page shows them itself
   */
  drill(named: NamedMark): (() => Promise<readonly OpportunityRow[]>) | null {
    const scene = this.#scene();
    const pipeline = scene?.source.state.pipeline;
    if (!scene || !pipeline) return null;
    const choice = this.#choiceOf(named, scene.view);
    const { metric, params } = scene.view;
    const selection = this.selection(scene.source);
    const rows = (): Promise<readonly OpportunityRow[]> =>
      pipeline.opportunities({ metric, params, mark: named.mark } as never, { selection });
    return this.#host.dispatchEvent(new PipelineDrillEvent(choice, rows)) ? rows : null;
  }

  #set(source: PipelineSource, choice: Choice | null): void {
    const clause = choice?.clause ?? null;
    source.selection.update((selection) => {
      const others = clear(selection, this.id);
      return clause ? select(others, clause) : others;
    });
    source.choose(choice);
  }

  #choiceOf({ mark, label }: NamedMark, view: WidgetView): Choice {
    const { metric, params } = view;
    return { source: this.id, metric, params, mark, label, clause: this.#clauseOf(mark, view) };
  }

  #clauseOf(mark: Mark, view: WidgetView): Clause | null {
    const clause = view.clause(mark);
    return clause && { ...clause, source: this.id };
  }
}

let count = 0;
