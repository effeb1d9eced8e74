import type { DataIssue } from '@pipeline-kit/model/schema';
import { truncation } from './envelope.js';
import { isObject } from './field-value.js';
import { recordsAt } from './json-records.js';
import type { RecordList } from './json-records.js';
import type { SourceRecord } from './source-record.js';

/**
 * The records of a response, of several pages of it in order, or of a bare list; `key` is where a page
 * keeps them. Places of pages begin with the page, `[1].records[3]`. Truncated is what the last page
 * says, or pages that hold fewer records than the first one counts.
 */
export function pageRecords(input: unknown, key: string): RecordList {
  if (!Array.isArray(input)) return recordsAt(input, key);
  const pages = input as readonly unknown[];
  if (!pages.some((page) => isObject(page) && Object.hasOwn(page, key))) return recordsAt(input, '');
  const records: SourceRecord[] = [];
  const issues: DataIssue[] = [];
  for (const [index, page] of pages.entries()) {
    const prefix = `[${index}].`;
    // Every page but the last says that there is more; that is no loss.
    const read = recordsAt({ [key]: isObject(page) ? page[key] : undefined }, key);
    for (const { value, place } of read.records) records.push({ value, place: prefix + place });
    for (const issue of read.issues) issues.push({ ...issue, path: prefix + issue.path });
  }
  const more = truncation(pages.at(-1), records.length);
  if (more === null) return { records, issues };
  const reason = `a part of the list only: ${more}`;
  return {
    records,
    issues: [{ path: `[${pages.length - 1}]`, reason, code: 'missing', effect: 'kept' }, ...issues],
    truncated: true,
  };
}
