import { PipelineFunnelElement } from '../funnel/funnel-element.js';
import { define } from './define.js';

define('pipeline-funnel', PipelineFunnelElement);

declare global {
  interface HTMLElementTagNameMap {
    'pipeline-funnel': PipelineFunnelElement;
  }
}
