import { PipelineSummaryElement } from '../summary/summary-element.js';
import { define } from './define.js';

define('pipeline-summary', PipelineSummaryElement);

declare global {
  interface HTMLElementTagNameMap {
    'pipeline-summary': PipelineSummaryElement;
  }
}
