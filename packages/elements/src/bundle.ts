// What a script tag loads: every tag registered, and what a page's own script needs of the model.
import './define/all.js';

export {
  createPipeline,
  DocumentError,
  metricNames,
  readDocument,
  SelectionStore,
} from '@pipeline-kit/model';
export * from './index.js';
