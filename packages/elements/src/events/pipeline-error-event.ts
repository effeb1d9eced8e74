import type { SourceFailure } from '../source/source-failure.js';

/** A source has no data, and why. */
export class PipelineErrorEvent extends Event {
  readonly failure: SourceFailure;

  constructor(failure: SourceFailure) {
    super('pipeline-error', { bubbles: true, composed: true });
    this.failure = failure;
  }
}

declare global {
  interface HTMLElementEventMap {
    'pipeline-error': PipelineErrorEvent;
  }
}
