import type { OpportunityRow } from '@pipeline-kit/model';
import type { Choice } from './pipeline-select-event.js';

/**
 * The reader wants to see the opportunities behind a mark. Cancel it to show them yourself, else the
 * widget opens them in its card.
 */
export class PipelineDrillEvent extends Event {
  readonly choice: Choice;
  readonly #rows: () => Promise<readonly OpportunityRow[]>;

  constructor(choice: Choice, rows: () => Promise<readonly OpportunityRow[]>) {
    super('pipeline-drill', { bubbles: true, composed: true, cancelable: true });
    this.choice = choice;
    this.#rows = rows;
  }

  /** The opportunities, read when asked for. */
  rows(): Promise<readonly OpportunityRow[]> {
    return this.#rows();
  }
}

declare global {
  interface HTMLElementEventMap {
    'pipeline-drill': PipelineDrillEvent;
  }
}
