import { clear, sameChoice, select, without, type Clause, type Selection } from '@pipeline-kit/model';
import { PipelineSelectEvent } from '../events/pipeline-select-event.js';
import type { PipelineSource } from '../source/pipeline-source.js';

/**
 * What a reader does to the clauses of a source, whoever chose them. The page is asked first, and may filter in its
 * own way: each change says whether it was made.
 */
export class FilterChanges {
  /** Names the bar in the clauses that are added there. */
  readonly id: string;
  readonly #host: HTMLElement;

  constructor(host: HTMLElement) {
    this.#host = host;
    this.id = `${host.localName}-${(count += 1)}`;
  }

  /** Chooses by a clause, in place of what its source had chosen in its field. */
  set(source: PipelineSource, clause: Clause, label: string): boolean {
    if (!this.#ask([clause], label, true)) return false;
    source.selection.update((all) => select(all, clause));
    return true;
  }

  drop(source: PipelineSource, clause: Clause, label: string): boolean {
    if (!this.#ask([clause], label, false)) return false;
    source.selection.update((all) => without(all, clause));
    // A mark whose filter is gone is chosen no more.
    const isOfMark = (one: Clause): boolean => one.source === clause.source && sameChoice(one, clause);
    if (source.choice?.clauses.some(isOfMark)) source.choose(null);
    return true;
  }

  /** Takes every clause back; false where there is none. */
  clear(source: PipelineSource, label: string): boolean {
    const clauses = source.selection.value;
    if (clauses.length === 0 || !this.#ask(clauses, label, false)) return false;
    source.selection.update((all) => clear(all));
    source.choose(null);
    return true;
  }

  #ask(clauses: Selection, label: string, selected: boolean): boolean {
    const field = clauses[0]?.field;
    const params = field === undefined ? {} : { field };
    const choice = { source: this.id, metric: 'valueCounts', params, mark: {}, label, clauses };
    return this.#host.dispatchEvent(new PipelineSelectEvent(choice, selected));
  }
}

let count = 0;
