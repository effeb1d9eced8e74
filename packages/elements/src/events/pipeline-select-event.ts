import type { Mark, Selection } from '@pipeline-kit/model';

/** What a reader chose, or chose no more. */
export interface Choice {
  /** The id of the widget, as its clause names it. */
  readonly source: string;
  readonly metric: string;
  /** What the metric was asked with, for this mark. */
  readonly params: object;
  readonly mark: Mark;
  /** The mark in words. */
  readonly label: string;
  /** What the other widgets filter by; none for a mark that no filter can name. */
  readonly clauses: Selection;
}

/** The reader chose a mark, or took the choice back. Cancel it to handle the choice yourself. */
export class PipelineSelectEvent extends Event {
  readonly choice: Choice;
  /** Whether it is chosen from now on. */
  readonly selected: boolean;

  constructor(choice: Choice, selected: boolean) {
    super('pipeline-select', { bubbles: true, composed: true, cancelable: true });
    this.choice = choice;
    this.selected = selected;
  }
}

declare global {
  interface HTMLElementEventMap {
    'pipeline-select': PipelineSelectEvent;
  }
}
