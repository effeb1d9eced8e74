import { createPipeline, type DataIssue, type Pipeline } from '@pipeline-kit/model';
import { openPipeline, type OpenOptions } from '@pipeline-kit/sources';
import type { SourceSettings } from './pipeline-source.js';
import { today } from './today.js';

/**
 * A pipeline of any data, looked at today where no day is asked for, and everything that was set aside on
 * the way. Throws what makes the data unreadable.
 */
export function readPipeline(
  data: unknown,
  { options, mapping, clock }: SourceSettings,
): { readonly pipeline: Pipeline; readonly issues: readonly DataIssue[] } {
  const { timeZone, currency } = options;
  const settings = {
    ...(timeZone === undefined ? {} : { reportTimeZone: timeZone }),
    ...(currency === undefined ? {} : { reportingCurrency: currency }),
  };
  const how: OpenOptions = mapping
    ? { settings, mapping: mapping as NonNullable<OpenOptions['mapping']> }
    : { settings };
  const opened = openPipeline(data, how);
  // The report zone is known for certain only now.
  const asOf = options.asOf ?? today(clock, timeZone ?? opened.document.settings.reportTimeZone);
  const pipeline = createPipeline(opened.document, { ...options, asOf });
  return { pipeline, issues: opened.mapping ? [...opened.issues, ...pipeline.issues] : opened.issues };
}
