import { PipelineErrorEvent } from '../events/pipeline-error-event.js';
import { PipelineLoadEvent } from '../events/pipeline-load-event.js';
import type { PipelineSource } from './pipeline-source.js';

/** Tells a page, at this element, what a source tells its own listeners. */
export function forwardEvents(source: PipelineSource, element: Element): void {
  source.addEventListener('pipeline-load', (event) => {
    element.dispatchEvent(new PipelineLoadEvent((event as PipelineLoadEvent).pipeline));
  });
  source.addEventListener('pipeline-error', (event) => {
    element.dispatchEvent(new PipelineErrorEvent((event as PipelineErrorEvent).failure));
  });
}
