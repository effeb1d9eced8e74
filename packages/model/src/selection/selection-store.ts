import type { Clause, Selection } from './clause.js';
import { EVERYTHING, sameSelection } from './selection.js';

/** The selection of a store has changed. */
export class SelectionChangeEvent extends Event {
  readonly selection: Selection;
  readonly previous: Selection;

  constructor(selection: Selection, previous: Selection) {
    super('change');
    this.selection = selection;
    this.previous = previous;
  }
}

/** Another mark is pointed at, or none. */
export class HighlightChangeEvent extends Event {
  readonly highlight: Clause | null;

  constructor(highlight: Clause | null) {
    super('highlight');
    this.highlight = highlight;
  }
}

interface SelectionStoreEvents {
  change: SelectionChangeEvent;
  highlight: HighlightChangeEvent;
}

/**
 * Holds one selection for everyone who shows the pipeline, and what is pointed at meanwhile, which
 * filters nothing. Tells only real changes: setting an equal selection is no event.
 *
 * @fires change - the selection is another
 * @fires highlight - something else is pointed at
 */
export class SelectionStore extends EventTarget {
  #value: Selection;
  #highlight: Clause | null = null;

  constructor(value: Selection = EVERYTHING) {
    super();
    this.#value = value;
  }

  override addEventListener<K extends keyof SelectionStoreEvents>(
    type: K,
    listener: (event: SelectionStoreEvents[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void {
    super.addEventListener(type, listener, options);
  }

  get value(): Selection {
    return this.#value;
  }

  /** What is pointed at now; null for nothing. */
  get highlight(): Clause | null {
    return this.#highlight;
  }

  set(value: Selection): void {
    const previous = this.#value;
    if (sameSelection(value, previous)) return;
    this.#value = value;
    this.dispatchEvent(new SelectionChangeEvent(value, previous));
  }

  /** Sets what `change` makes of the selection: `store.update((selection) => select(selection, clause))`. */
  update(change: (selection: Selection) => Selection): void {
    this.set(change(this.#value));
  }

  setHighlight(highlight: Clause | null): void {
    const before = this.#highlight;
    const isSame = highlight === before || (highlight && before && sameSelection([highlight], [before]));
    if (isSame) return;
    this.#highlight = highlight;
    this.dispatchEvent(new HighlightChangeEvent(highlight));
  }
}
