import {
  createPipeline,
  DocumentError,
  readDocument,
  type DataIssue,
  type Pipeline,
} from '@pipeline-kit/model';
import type { OpenOptions } from '@pipeline-kit/sources';
import type { SourceSettings } from './pipeline-source.js';
import { today } from './today.js';

/** A pipeline, and everything that was set aside on the way to it. */
export interface ReadPipeline {
  readonly pipeline: Pipeline;
  readonly issues: readonly DataIssue[];
}

/**
 * A pipeline of any data, looked at today where no day is asked for: at once for a document, later for
 * anything else, because the readers of other shapes are loaded when they are needed. Throws, or rejects
 * with, what makes the data unreadable.
 */
export function readPipeline(data: unknown, settings: SourceSettings): ReadPipeline | Promise<ReadPipeline> {
  if (settings.mapping) return readForeign(data, settings);
  try {
    const { document, issues } = readDocument(data);
    return {
      pipeline: createPipeline(document, optionsOf(document.settings.reportTimeZone, settings)),
      issues,
    };
  } catch (error) {
    if (error instanceof DocumentError) return readForeign(data, settings);
    throw error;
  }
}

async function readForeign(data: unknown, settings: SourceSettings): Promise<ReadPipeline> {
  const { openPipeline } = await import('@pipeline-kit/sources');
  const { timeZone, currency } = settings.options;
  const how: OpenOptions = {
    settings: {
      ...(timeZone === undefined ? {} : { reportTimeZone: timeZone }),
      ...(currency === undefined ? {} : { reportingCurrency: currency }),
    },
    ...(settings.mapping ? { mapping: settings.mapping as NonNullable<OpenOptions['mapping']> } : {}),
  };
  const { document, issues } = openPipeline(data, how);
  const pipeline = createPipeline(document, optionsOf(document.settings.reportTimeZone, settings));
  return { pipeline, issues: [...issues, ...pipeline.issues] };
}

/**
 * The report zone, and with it the day on which it is read, is known only with the document. Where the clock
 * tells no day, the document's own last one is left to the pipeline.
 */
function optionsOf(reportTimeZone: string, { options, clock }: SourceSettings): SourceSettings['options'] {
  const asOf = options.asOf ?? today(clock, options.timeZone ?? reportTimeZone);
  return asOf === null ? options : { ...options, asOf };
}
