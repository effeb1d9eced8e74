import type { DateStyle, NumberStyle } from '@pipeline-kit/model/schema';
import { currencyCode } from './currency-code.js';
import { fieldValue, isObject, scalarText } from './field-value.js';
import { readDate } from './read-date.js';
import { readFlag } from './read-flag.js';
import { readNumber } from './read-number.js';
import type { SourceRecord } from './source-record.js';

/** What the values under one path look like. Shares are of the filled values; 0 when none is filled. */
export interface ColumnProfile {
  readonly path: string;
  readonly filled: number;
  readonly distinct: number;
  /** Shares of filled values that read as a number, date, flag or currency in any style. */
  readonly numbers: number;
  readonly dates: number;
  readonly flags: number;
  readonly currencies: number;
  /** Texts that stand for "unknown" among them: `n/a`, `-`. */
  readonly blanks: readonly string[];
  /** Distinct texts, at most a hundred, with how often each occurs. */
  readonly texts: ReadonlyMap<string, number>;
  readonly min: number;
  readonly max: number;
}

/** How many records are profiled; the styles of dates and numbers are found in all of them. */
export const SAMPLE = 1000;
const MAX_DEPTH = 4;
const MAX_TEXTS = 100;
/** Objects keyed by ids have more paths than fields; the first are enough to see that. */
const MAX_PATHS = 400;
const BLANK = /^(?:n\/?a|#n\/a|null|none|nil|undefined|-+|–|—|\?|k\.? ?a\.?|s\/d|なし)$/i;
export const DATE_STYLES: readonly DateStyle[] = ['iso', 'dmy', 'mdy', 'ymd'];
const NUMBER_STYLES: readonly NumberStyle[] = ['plain', 'point', 'comma'];

/** Profiles of every path that leads to single values in the first 1,000 records. */
export function columnProfiles(records: readonly SourceRecord[]): ColumnProfile[] {
  const sample = records.slice(0, SAMPLE);
  const paths = new Set<string>();
  for (const { value } of sample) collectPaths(value, '', 1, paths);
  return [...paths].slice(0, MAX_PATHS).map((path) => profile(path, sample));
}

/** An epoch in milliseconds or seconds of a year around now, or a spreadsheet's serial of one. */
export function countStyle(value: unknown): DateStyle | null {
  const number =
    typeof value === 'number'
      ? value
      : /^\d{5,13}(?:\.\d+)?$/.test(String(value))
        ? Number(value)
        : Number.NaN;
  if (number >= 631_152_000_000 && number < 4_102_444_800_000) return 'epoch-ms';
  if (number >= 631_152_000 && number < 4_102_444_800) return 'epoch-s';
  return number >= 32_874 && number < 73_051 ? 'serial' : null;
}

function collectPaths(
  value: Readonly<Record<string, unknown>>,
  prefix: string,
  depth: number,
  paths: Set<string>,
): void {
  for (const key of Object.keys(value)) {
    const child = value[key];
    // A list has no single value; a key that would need escaping in a path is left alone.
    if (Array.isArray(child) || (prefix !== '' && key.includes('.'))) continue;
    const path = prefix + key;
    if (!isObject(child)) paths.add(path);
    else if (depth < MAX_DEPTH && !key.includes('.')) collectPaths(child, `${path}.`, depth + 1, paths);
  }
}

function profile(path: string, records: readonly SourceRecord[]): ColumnProfile {
  const texts = new Map<string, number>();
  const distinct = new Set<unknown>();
  const blanks = new Set<string>();
  const count = { filled: 0, numbers: 0, dates: 0, flags: 0, currencies: 0 };
  let min = Infinity;
  let max = -Infinity;
  for (const record of records) {
    const value = fieldValue(record.value, path);
    const text = scalarText(value)?.trim() ?? '';
    if (text === '') continue;
    if (BLANK.test(text)) {
      blanks.add(text);
      continue;
    }
    count.filled += 1;
    distinct.add(value);
    if (texts.size < MAX_TEXTS || texts.has(text)) texts.set(text, (texts.get(text) ?? 0) + 1);
    const number = typeof value === 'boolean' ? null : anyNumber(value);
    if (number !== null) {
      count.numbers += 1;
      min = Math.min(min, number);
      max = Math.max(max, number);
    }
    if (countStyle(value) !== null || DATE_STYLES.some((style) => readDate(value, style) !== null))
      count.dates += 1;
    if (readFlag(value) !== null) count.flags += 1;
    if (typeof value === 'string' && currencyCode(value) !== null) count.currencies += 1;
  }
  const share = (part: number): number => (count.filled === 0 ? 0 : part / count.filled);
  return {
    path,
    filled: count.filled,
    distinct: distinct.size,
    numbers: share(count.numbers),
    dates: share(count.dates),
    flags: share(count.flags),
    currencies: share(count.currencies),
    blanks: [...blanks],
    texts,
    min,
    max,
  };
}

function anyNumber(value: unknown): number | null {
  for (const style of NUMBER_STYLES) {
    const read = readNumber(value, style);
    if (read) return Number(`${read.decimal.digits}e${read.decimal.exponent}`);
  }
  return null;
}
