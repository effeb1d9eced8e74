import type { DataIssue } from '@pipeline-kit/model/schema';
import { describeValue } from './describe-value.js';
import { truncation } from './envelope.js';
import { fieldValue, isObject } from './field-value.js';
import { SourceError } from './source-error.js';
import type { SourceRecord } from './source-record.js';
import { tableRecords } from './table-records.js';

export interface RecordList {
  readonly records: readonly SourceRecord[];
  readonly issues: readonly DataIssue[];
  /** Whether the source says that it has more records than these. */
  readonly truncated?: boolean;
}

/** Keys under which envelopes keep their list; they go before other keys with lists as long. */
const ENVELOPE = new Set([
  'records',
  'value',
  'results',
  'result',
  'data',
  'list',
  'items',
  'opportunities',
  'deals',
  'edges',
  'rows',
  'values',
]);
const MAX_DEPTH = 6;

/** The place of a record that is the whole of its source. */
export const LONE = 'record[0]';

/**
 * Paths of the lists that could be the records, the likeliest first: the top itself, then the longest
 * lists of objects (or of rows) inside the envelope. Lists inside records are not looked at. A lone
 * object comes last, as a list of one.
 */
export function findRecordLists(json: unknown): string[] {
  if (isList(json)) return [''];
  const found: { path: string; length: number; named: boolean }[] = [];
  const look = (value: unknown, path: string, depth: number): void => {
    if (!isObject(value) || Array.isArray(value) || depth > MAX_DEPTH) return;
    for (const [key, child] of Object.entries(value)) {
      const childPath = path ? `${path}.${key}` : key;
      if (isList(child)) found.push({ path: childPath, length: child.length, named: ENVELOPE.has(key) });
      else look(child, childPath, depth + 1);
    }
  };
  look(json, '', 0);
  found.sort((a, b) => b.length - a.length || Number(b.named) - Number(a.named));
  const paths = found.map(({ path }) => path);
  return isObject(json) && !Array.isArray(json) ? [...paths, ''] : paths;
}

/**
 * The records of the list at the path, `` for the top. What is no object is set aside with its place.
 * A list of rows (`[["Stage","Amount"],["Won",5]]`) is read as a table, an object as a list of one.
 */
export function recordsAt(json: unknown, path: string): RecordList {
  const list = path === '' ? json : fieldValue(json, path);
  if (Array.isArray(list)) {
    const found = isRows(list) ? fromRows(list) : fromItems(list, path);
    const more = truncation(json, list.length);
    if (more === null) return found;
    const issue: DataIssue = {
      path: path || 'records',
      reason: `a part of the list only: ${more}`,
      code: 'missing',
      effect: 'kept',
    };
    return { records: found.records, issues: [issue, ...found.issues], truncated: true };
  }
  if (isObject(list))
    return { records: [{ value: list, place: path === '' ? LONE : `${path}[0]` }], issues: [] };
  throw new SourceError(`expected a list of records, found ${describeValue(list)}`, path);
}

function isList(value: unknown): value is unknown[] {
  return (
    Array.isArray(value) && (isRows(value) || value.some((item) => isObject(item) && !Array.isArray(item)))
  );
}

function isRows(list: readonly unknown[]): boolean {
  return (
    list.length > 1 &&
    list.every(Array.isArray) &&
    (list[0] as unknown[]).every((cell: unknown) => typeof cell === 'string')
  );
}

function fromItems(list: readonly unknown[], path: string): RecordList {
  const records: SourceRecord[] = [];
  const issues: DataIssue[] = [];
  for (const [index, value] of list.entries()) {
    const place = `${path}[${index}]`;
    if (isObject(value) && !Array.isArray(value)) records.push({ value, place });
    else
      issues.push({
        path: place,
        reason: `expected an object, got ${describeValue(value)}`,
        code: 'invalid',
        effect: 'dropped',
      });
  }
  return { records, issues };
}

function fromRows(list: readonly unknown[]): RecordList {
  const rows = (list as readonly unknown[][]).map((cells, index) => ({
    row: index + 1,
    cells: cells.map(cellText),
  }));
  return tableRecords(rows);
}

function cellText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
