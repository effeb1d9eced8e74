import { PipelineForecastElement } from '../forecast/forecast-element.js';
import { define } from './define.js';

define('pipeline-forecast', PipelineForecastElement);

declare global {
  interface HTMLElementTagNameMap {
    'pipeline-forecast': PipelineForecastElement;
  }
}
