import type { DateStyle, NumberStyle } from '@pipeline-kit/model/schema';
import { countStyle, DATE_STYLES } from './column-profile.js';
import { readDate } from './read-date.js';
import { readNumber } from './read-number.js';

/** A style, and whether the values left a choice; then `example` is a value with two readings. */
export interface StyleGuess<Style> {
  readonly style: Style;
  /** Null when the values have one reading. */
  readonly example: string | null;
  readonly other: Style | null;
}

/** What the dates of one column give away about the order of day and month. */
export interface DateEvidence {
  /** The style, when every value is a count of days or milliseconds. */
  readonly counted: DateStyle | null;
  /** How many values can only be read day first, month first, year first. */
  readonly dmy: number;
  readonly mdy: number;
  readonly ymd: number;
  /** A value that reads both ways, null when none does. */
  readonly example: string | null;
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A two-digit year in front is read only where nothing else can be: 23/02/26 is a day of 2026. */
function stylesOf(value: string): DateStyle[] {
  const reads = DATE_STYLES.filter((style) => readDate(value, style) !== null);
  return reads.length > 1 && !reads.includes('iso') ? reads.filter((style) => style !== 'ymd') : reads;
}

/** Collects the evidence of one column's values. */
export function dateEvidence(values: Iterable<unknown>): DateEvidence {
  const counts = new Map<DateStyle, number>();
  let written = 0;
  let [dmy, mdy, ymd] = [0, 0, 0];
  let example: string | null = null;
  for (const value of values) {
    const count = countStyle(value);
    if (count !== null) counts.set(count, (counts.get(count) ?? 0) + 1);
    if (typeof value !== 'string' || value.trim() === '') continue;
    if (ISO_DAY.test(value)) {
      written += 1;
      continue;
    }
    const reads = stylesOf(value);
    if (reads.length === 0) continue;
    written += 1;
    if (reads.includes('iso')) continue;
    // Dots between numbers put the day first wherever they are in use.
    if (reads.length === 1 || (reads.includes('dmy') && value.includes('.'))) {
      if (reads.includes('dmy')) dmy += 1;
      else if (reads.includes('mdy')) mdy += 1;
      else ymd += 1;
    } else if (readDate(value, 'dmy')?.day !== readDate(value, 'mdy')?.day) {
      example ??= value;
    }
  }
  const [counted] = [...counts].sort(([, a], [, b]) => b - a);
  return { counted: counted && counted[1] > written ? counted[0] : null, dmy, mdy, ymd, example };
}

/**
 * The style of one column, by its own evidence or else by that of the other columns of the file, which
 * is written by one hand. Without any the choice is open and `fallback` is assumed.
 */
export function guessDateStyle(
  own: DateEvidence,
  all: readonly DateEvidence[],
  fallback: 'dmy' | 'mdy',
): StyleGuess<DateStyle> {
  if (own.counted) return { style: own.counted, example: null, other: null };
  if (own.ymd > own.dmy + own.mdy) return { style: 'ymd', example: null, other: null };
  const votes = own.dmy + own.mdy > 0 ? [own] : all;
  const dmy = votes.reduce((sum, { dmy: count }) => sum + count, 0);
  const mdy = votes.reduce((sum, { mdy: count }) => sum + count, 0);
  if (dmy + mdy === 0) {
    if (own.example === null) return { style: 'iso', example: null, other: null };
    return { style: fallback, example: own.example, other: fallback === 'dmy' ? 'mdy' : 'dmy' };
  }
  const style = dmy >= mdy ? 'dmy' : 'mdy';
  // Both orders in one file: the majority is a choice, not a finding.
  const disputed = dmy > 0 && mdy > 0;
  return {
    style,
    example: disputed ? own.example : null,
    other: disputed ? (style === 'dmy' ? 'mdy' : 'dmy') : null,
  };
}

/** The style of numbers, by values that have one reading; `1.234` and `1,234` alone leave the choice open. */
export function guessNumberStyle(values: Iterable<unknown>): StyleGuess<NumberStyle> {
  let [point, comma, grouped] = [0, 0, 0];
  let example: { text: string; style: NumberStyle; other: NumberStyle } | null = null;
  for (const value of values) {
    if (typeof value !== 'string' || !/\D/.test(value)) continue;
    const plain = amountIn(value, 'plain');
    const asPoint = amountIn(value, 'point');
    const asComma = amountIn(value, 'comma');
    if (asPoint !== null && plain === null) grouped += 1;
    if (asPoint !== null && asComma === null) point += 1;
    else if (asComma !== null && asPoint === null) comma += 1;
    else if (asPoint !== asComma) {
      // Of the two readings the one with thousands is assumed: sums of money have no third decimal.
      const dots = value.includes('.');
      example ??= { text: value, style: dots ? 'comma' : 'point', other: dots ? 'plain' : 'comma' };
    }
  }
  if (point + comma === 0 && example)
    return { style: example.style, example: example.text, other: example.other };
  if (comma > point)
    return {
      style: 'comma',
      example: point > 0 ? (example?.text ?? null) : null,
      other: point > 0 ? 'point' : null,
    };
  const disputed = comma > 0;
  return {
    style: grouped > 0 ? 'point' : 'plain',
    example: disputed ? (example?.text ?? null) : null,
    other: disputed ? 'comma' : null,
  };
}

function amountIn(value: string, style: NumberStyle): number | null {
  const read = readNumber(value, style);
  return read && Number(`${read.decimal.digits}e${read.decimal.exponent}`);
}
