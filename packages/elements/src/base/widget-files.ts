import type { Chart } from '@pipeline-kit/charts';
import type { ExportFormat } from '../events/pipeline-export-event.js';
import { csvOf } from '../export/csv.js';
import { pngFile } from '../export/png-file.js';
import { svgText } from '../export/svg-text.js';
import type { TableModel } from './table-model.js';

/** What a widget can be saved from; null is what it does not have. */
export interface FileParts {
  readonly table: TableModel | null;
  readonly chart: Chart | null;
  /** The colour the picture stands on. */
  readonly ground: string;
}

/** A widget as a file. Rejects with a RangeError where there is nothing to make it from. */
export async function widgetFile(format: ExportFormat, { table, chart, ground }: FileParts): Promise<Blob> {
  if (format === 'csv') {
    if (!table) throw new RangeError('nothing to export: table');
    // The mark at the start tells spreadsheets that the text is UTF-8.
    return new Blob(['\ufeff', csvOf(table)], { type: 'text/csv;charset=utf-8' });
  }
  if (!chart) throw new RangeError('nothing to export: chart');
  const text = svgText(chart.svg);
  if (format === 'svg') return new Blob([text], { type: 'image/svg+xml' });
  return pngFile(text, chart.width, chart.height, ground);
}
