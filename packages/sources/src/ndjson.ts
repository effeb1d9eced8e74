import type { DataIssue } from '@pipeline-kit/model/schema';
import { describeValue } from './describe-value.js';
import { isObject } from './field-value.js';
import type { RecordList } from './json-records.js';
import type { SourceRecord } from './source-record.js';

/**
 * The records of newline-delimited JSON: one object a line, blank lines passed over. A line that does
 * not parse or is no object is set aside. Null when not even the first filled line parses, since then
 * the text is something else.
 */
export function readNdjson(text: string): RecordList | null {
  const records: SourceRecord[] = [];
  const issues: DataIssue[] = [];
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (line.trim() === '') continue;
    const value = parse(line);
    if (value === undefined && records.length === 0) return null;
    const place = `line ${index + 1}`;
    if (isObject(value) && !Array.isArray(value)) records.push({ value, place });
    else {
      const found = value === undefined ? 'text that is no JSON' : describeValue(value);
      issues.push({
        path: place,
        reason: `expected an object, got ${found}`,
        code: 'invalid',
        effect: 'dropped',
      });
    }
  }
  return { records, issues };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
