import type { Pipeline } from '@pipeline-kit/model';

/** A source has its data: once for each time it was read. */
export class PipelineLoadEvent extends Event {
  readonly pipeline: Pipeline;

  constructor(pipeline: Pipeline) {
    super('pipeline-load', { bubbles: true, composed: true });
    this.pipeline = pipeline;
  }
}

declare global {
  interface HTMLElementEventMap {
    'pipeline-load': PipelineLoadEvent;
  }
}
