import { PipelineRangeElement } from '../range/range-element.js';
import { define } from './define.js';

define('pipeline-range', PipelineRangeElement);

declare global {
  interface HTMLElementTagNameMap {
    'pipeline-range': PipelineRangeElement;
  }
}
