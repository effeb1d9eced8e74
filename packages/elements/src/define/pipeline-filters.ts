import { PipelineFiltersElement } from '../filters/filters-element.js';
import { define } from './define.js';

define('pipeline-filters', PipelineFiltersElement);

declare global {
  interface HTMLElementTagNameMap {
    'pipeline-filters': PipelineFiltersElement;
  }
}
