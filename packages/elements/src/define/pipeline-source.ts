import { PipelineSourceElement } from '../source/pipeline-source-element.js';
import { define } from './define.js';

define('pipeline-source', PipelineSourceElement);

declare global {
  interface HTMLElementTagNameMap {
    'pipeline-source': PipelineSourceElement;
  }
}
