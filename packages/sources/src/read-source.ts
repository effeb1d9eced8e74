import type { DataIssue, Mapping } from '@pipeline-kit/model/schema';
import { readCsv } from './csv.js';
import { decodeText } from './decode-text.js';
import { describeValue } from './describe-value.js';
import { isObject } from './field-value.js';
import { findRecordLists, recordsAt } from './json-records.js';
import type { RecordList } from './json-records.js';
import { readNdjson } from './ndjson.js';
import { SourceError } from './source-error.js';
import { tableRecords } from './table-records.js';

/** What is known about the source before a field is looked at. */
export type SourceFrame = Pick<Mapping, 'records' | 'table'>;

/** One list of the source that could be its records. */
export interface SourceList {
  readonly frame: SourceFrame;
  readonly read: () => RecordList;
}

export type Source =
  | { readonly format: 'document'; readonly value: unknown }
  | {
      readonly format: 'json' | 'ndjson' | 'csv';
      /** The parsed value of JSON. */
      readonly value?: unknown;
      readonly lists: readonly SourceList[];
      readonly issues: readonly DataIssue[];
    };

const DOCUMENT = 'pipeline-kit/document@';

/**
 * Finds out what the input is: our own document, JSON, newline-delimited JSON or separated values, as
 * text, bytes or a value parsed already. Throws a SourceError that says what else it is.
 */
export function readSource(input: unknown, frame: SourceFrame = {}): Source {
  if (typeof input !== 'string' && !(input instanceof Uint8Array)) return fromJson(input, frame, []);
  const { text: decoded, issues } =
    typeof input === 'string' ? { text: input, issues: [] } : decodeText(input, frame.table?.encoding);
  const text = decoded.startsWith('\uFEFF') ? decoded.slice(1) : decoded;
  const start = text.slice(0, 2000).trimStart();
  if (text.trim() === '') throw new SourceError('expected JSON or CSV, found nothing: the text is empty');
  refuseMarkup(start);
  if (start.startsWith('{') || start.startsWith('[')) {
    const parsed = parseJson(text);
    if (parsed.ok) return fromJson(parsed.value, frame, issues);
    const lines = start.startsWith('{') ? readNdjson(text) : null;
    if (lines) return { format: 'ndjson', lists: [{ frame: {}, read: () => lines }], issues };
    throw new SourceError(`begins like JSON but is none: ${parsed.reason}; it may be cut off`);
  }
  if (/^(?:"[^",;\t|]*"|true|false|null|-?\d[\d.eE+-]*)\s*$/.test(text)) {
    throw new SourceError(`expected a list of records, found a single value: ${start.slice(0, 40)}`);
  }
  return fromCsv(text, frame, issues);
}

function fromJson(value: unknown, frame: SourceFrame, issues: readonly DataIssue[]): Source {
  if (isObject(value) && typeof value['schema'] === 'string' && value['schema'].startsWith(DOCUMENT)) {
    return { format: 'document', value };
  }
  const paths = frame.records === undefined ? findRecordLists(value) : [frame.records];
  if (paths.length === 0) throw new SourceError(`expected a list of records, found ${describeValue(value)}`);
  const lists = paths.map((path) => ({
    frame: { ...frame, records: path },
    read: () => recordsAt(value, path),
  }));
  return { format: 'json', value, lists, issues };
}

function fromCsv(text: string, frame: SourceFrame, issues: readonly DataIssue[]): Source {
  const { separator, headerRow } = frame.table ?? {};
  const csv = readCsv(text, separator === undefined ? {} : { separator });
  const table = tableRecords(csv.rows, headerRow);
  if (table.records.length === 0) {
    const columns = table.columns.slice(0, 8).join(', ');
    throw new SourceError(`a table without rows: only the column names ${columns}`, `row ${table.headerRow}`);
  }
  const found = { ...frame.table, separator: csv.separator, headerRow: table.headerRow };
  const list = { records: table.records, issues: [...csv.issues, ...table.issues] };
  return { format: 'csv', lists: [{ frame: { table: found }, read: () => list }], issues };
}

function parseJson(text: string): { ok: true; value: unknown } | { ok: false; reason: string } {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    // A SyntaxError, or a RangeError of an engine that ran out of stack on deep nesting.
    return { ok: false, reason: (error as Error).message };
  }
}

/** A page where data were expected is most often a log-in page. */
function refuseMarkup(start: string): void {
  if (/^<(?:!doctype html|html|head|body)/i.test(start)) {
    const title = /<title[^>]*>([^<]{1,80})/i.exec(start)?.[1]?.trim();
    const named = title ? ` (title: ${title})` : '';
    throw new SourceError(
      `expected JSON or CSV, found an HTML page${named}; a log-in or error page, perhaps`,
    );
  }
  if (/^<\?xml|^<[a-z][\w:-]*[\s>]/i.test(start)) throw new SourceError('expected JSON or CSV, found XML');
}
