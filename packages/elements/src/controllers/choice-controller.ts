import {
  clear,
  crossfilter,
  sameSelection,
  select,
  type Clause,
  type OpportunityRow,
  type Selection,
} from '@pipeline-kit/model';
import { PipelineDrillEvent } from '../events/pipeline-drill-event.js';
import { PipelineSelectEvent, type Choice } from '../events/pipeline-select-event.js';
import { clausesOf, paramsOf, type AskedMark } from '../base/asked-mark.js';
import type { WidgetView } from '../base/view.js';
import type { PipelineSource } from '../source/pipeline-source.js';

/** A mark and how a reader calls it. */
export interface NamedMark extends AskedMark {
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

  /** The widget's own clauses, one for each field; none when it filters by nothing. */
  clauses(source: PipelineSource | null): Selection {
    return source?.selection.value.filter((clause) => clause.source === this.id) ?? [];
  }

  /** What is chosen here without a filter. */
  get choice(): Choice | null {
    const choice = this.#scene()?.source.choice ?? null;
    return choice?.source === this.id ? choice : null;
  }

  isChosen(mark: AskedMark): boolean {
    const scene = this.#scene();
    if (!scene) return false;
    const [own, wanted] = [this.clauses(scene.source), clausesOf(mark, scene.view, this.id)];
    if (own.length > 0 && wanted.length > 0) return sameSelection(own, wanted);
    const { choice } = this;
    const asked = [mark.mark, paramsOf(mark, scene.view)];
    return choice !== null && JSON.stringify([choice.mark, choice.params]) === JSON.stringify(asked);
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
    const isSelected = !this.isChosen(named);
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
    const clauses = own ? [own] : this.clauses(scene.source);
    const choice = { source: this.id, metric, params, mark: {}, label, clauses };
    if (!this.#host.dispatchEvent(new PipelineSelectEvent(choice, own !== null))) return false;
    scene.source.selection.update((selection) => (own ? select(selection, own) : clear(selection, this.id)));
    return true;
  }

  /** @returns whether there was something to clear and the page did not mind */
  clear(): boolean {
    const scene = this.#scene();
    const { choice } = this;
    const clauses = this.clauses(scene?.source ?? null);
    if (!scene || !(clauses.length > 0 || choice)) return false;
    const { metric, params } = scene.view;
    const cleared = choice ?? { source: this.id, metric, params, mark: {}, label: '', clauses };
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
    const { metric, params, mark } = choice;
    const selection = this.selection(scene.source);
    const rows = (): Promise<readonly OpportunityRow[]> =>
      pipeline.opportunities({ metric, params, mark } as never, { selection });
    return this.#host.dispatchEvent(new PipelineDrillEvent(choice, rows)) ? rows : null;
  }

  #set(source: PipelineSource, choice: Choice | null): void {
    source.selection.update((selection) => [...clear(selection, this.id), ...(choice?.clauses ?? [])]);
    source.choose(choice);
  }

  #choiceOf(named: NamedMark, view: WidgetView): Choice {
    const { mark, label } = named;
    const params = paramsOf(named, view);
    return {
      source: this.id,
      metric: view.metric,
      params,
      mark,
      label,
      clauses: clausesOf(named, view, this.id),
    };
  }
}

let count = 0;
