export { define, versions, type ElementClass } from './define/define.js';
export { version } from './version.js';

export { PipelineWidget } from './base/pipeline-widget.js';
export type { WidgetStatus } from './base/widget-state.js';
export type { DrawOptions, Line, MarkWords, ViewContext, WidgetView } from './base/view.js';
export type { TableCell, TableColumn, TableModel } from './base/table-model.js';
export type { QueryRequest, Requests } from './controllers/query-controller.js';

export { PipelineSourceElement } from './source/pipeline-source-element.js';
export {
  PipelineSource,
  type SourceInput,
  type SourceSettings,
  type SourceState,
} from './source/pipeline-source.js';
export { sourceContext } from './source/source-context.js';
export { SourceFailure, type FailureCode } from './source/source-failure.js';
export type { Fetcher, Progress } from './source/fetch-bytes.js';
export type { Clock } from './source/today.js';

export { PipelineForecastElement } from './forecast/forecast-element.js';
export { PipelineFunnelElement } from './funnel/funnel-element.js';
export { PipelineFiltersElement } from './filters/filters-element.js';
export { PipelineRangeElement } from './range/range-element.js';
export { PipelineSummaryElement } from './summary/summary-element.js';
export { PipelineVelocityElement } from './velocity/velocity-element.js';

export { PipelineDrillEvent } from './events/pipeline-drill-event.js';
export { PipelineErrorEvent } from './events/pipeline-error-event.js';
export { PipelineExportEvent, type ExportFormat } from './events/pipeline-export-event.js';
export { PipelineLoadEvent } from './events/pipeline-load-event.js';
export { PipelineSelectEvent, type Choice } from './events/pipeline-select-event.js';

export { setMessages, textsFor, type Texts } from './messages/catalogue.js';
export type { Format, PluralForms } from './messages/format.js';
export type { MessageOverrides, Messages, Terms } from './messages/messages.js';
