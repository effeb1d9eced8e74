import { PipelineVelocityElement } from '../velocity/velocity-element.js';
import { define } from './define.js';

define('pipeline-velocity', PipelineVelocityElement);

declare global {
  interface HTMLElementTagNameMap {
    'pipeline-velocity': PipelineVelocityElement;
  }
}
