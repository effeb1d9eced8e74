import type { DataIssue } from '../schema/data-issue.js';
import { dateOf } from '../schema/calendar-date.js';
import type { Calendar, CalendarDate, HistoryGrade, PipelineDocument } from '../schema/document.js';
import { readDocument, type ReadResult } from '../schema/read-document.js';
import type { Clause, Selection } from '../schema/clause.js';
import { readSelection } from '../schema/selection-schema.js';
import { METRICS, type MetricName, type MetricTypes } from '../metrics/registry.js';
import type { Mark } from '../metrics/metric.js';
import { arqueroTables, type PipelineTables } from '../tables/arquero-tables.js';
import { modelSettings, type PipelineOptions } from '../tables/model-settings.js';
import { pipelineLog, Tables, type PipelineLog } from '../tables/tables.js';
import { Answers } from './answers.js';
import { asOfDay } from './as-of.js';
import { opportunityRow, type OpportunityRow } from './opportunity-row.js';

export interface QueryOptions {
  /** Whom to count; everyone by default. */
  readonly selection?: Selection;
  /** Also ids and rows per opportunity. */
  readonly trace?: boolean;
  readonly signal?: AbortSignal;
}

/** Values of fields, as in `{ stage: ['proposal'], partner: [null] }`: a shorthand for set clauses. */
export type FieldValues = Readonly<Record<string, readonly (string | number | boolean | null)[]>>;

/** A mark of a metric's chart: which opportunities stand behind it. */
export interface MarkQuestion<N extends MetricName = MetricName> {
  readonly metric: N;
  readonly params?: MetricTypes[N]['params'];
  readonly mark: Mark;
}

/** One pipeline, looked at from one day. It never changes; another day or document is another pipeline. */
export interface Pipeline {
  readonly document: PipelineDocument;
  /** What was set aside while reading, with path and reason: the first 1,000 in full. */
  readonly issues: readonly DataIssue[];
  /** How many records were set aside in all. */
  readonly dropped: number;
  readonly asOf: CalendarDate;
  readonly currency: string;
  readonly timeZone: string;
  /** The fiscal calendar in force. */
  readonly calendar: Calendar;
  readonly history: HistoryGrade;
  /** Arquero tables over the columns that the metrics read. */
  readonly tables: PipelineTables;
  /** The result of a metric as plain data. A RangeError names an unknown metric, parameter or value. */
  query<N extends MetricName>(
    metric: N,
    params?: MetricTypes[N]['params'],
    options?: QueryOptions,
  ): Promise<MetricTypes[N]['result']>;
  /** The opportunities behind a mark, or those with these values, in document order. */
  opportunities(asked: FieldValues | MarkQuestion, options?: QueryOptions): Promise<OpportunityRow[]>;
  /** The same document looked at with other options; nothing is read again. */
  with(options: PipelineOptions): Pipeline;
}

/**
 * Reads a document (an object, its JSON text or UTF-8 bytes) and answers questions about it.
 * Bad records are set aside in `issues`; a `DocumentError` when the input is no document at all.
 */
export function createPipeline(input: unknown, options: PipelineOptions = {}): Pipeline {
  return pipelineOf(readDocument(input), options);
}

function pipelineOf(
  read: ReadResult,
  options: PipelineOptions,
  log: PipelineLog = pipelineLog(read.document, modelSettings(read.document, options)),
): Pipeline {
  const { document, issues, dropped } = read;
  const { settings } = log;
  const tables = new Tables(log, asOfDay(options.asOf, document, log));
  const answers = new Answers(tables);
  let arquero: PipelineTables | undefined;
  return {
    document,
    issues,
    dropped,
    asOf: dateOf(tables.asOf),
    currency: settings.currency,
    timeZone: settings.zone.name,
    calendar: settings.calendar,
    history: settings.history,
    get tables() {
      arquero ??= arqueroTables(tables);
      return arquero;
    },
    async query(metric, params = {}, { selection = [], trace = false, signal } = {}) {
      signal?.throwIfAborted();
      return answers.result(metric, { ...params }, readSelection(selection), trace) as never;
    },
    async opportunities(asked, { selection = [], signal } = {}) {
      signal?.throwIfAborted();
      const read = readSelection(selection);
      const rows = isMarkQuestion(asked)
        ? answers.members(asked.metric, { ...asked.params }, asked.mark, read)
        : answers.rows([...read, ...clausesOf(asked)]);
      return rows.map((row) => opportunityRow(tables, row));
    },
    with(other) {
      // Another day needs another look at the log, not another log.
      const isOnlyDay = Object.keys(other).every((name) => name === 'asOf');
      return pipelineOf(read, { ...options, ...other }, isOnlyDay ? log : undefined);
    },
  };
}

/** Names of the metrics that `query` answers. */
export function metricNames(): readonly string[] {
  return [...METRICS.keys()];
}

function isMarkQuestion(asked: FieldValues | MarkQuestion): asked is MarkQuestion {
  return typeof (asked as MarkQuestion).metric === 'string';
}

function clausesOf(values: FieldValues): readonly Clause[] {
  return readSelection(Object.entries(values).map(([field, list]) => ({ field, in: list })));
}
