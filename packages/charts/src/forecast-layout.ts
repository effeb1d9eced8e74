import type { ForecastColumn } from './forecast-columns.js';
import type { Frame } from './frame.js';

/** A bar in its place: `at` of the column, the inline size of its bar and of the column. */
export interface PlacedColumn {
  readonly column: ForecastColumn;
  readonly at: number;
  readonly length: number;
  readonly bar: number;
}

/** What a column needs beside its bar. */
export interface ColumnNeeds {
  /** The widest text under the bar. */
  readonly under: number;
  /** The widest label beside it; 0 without. */
  readonly beside: number;
}

/** Between a bar and the labels beside it. */
export const BESIDE = 9;

/**
 * The columns that fit, in order. Where there is little room the oldest periods leave first, then
 * what stands apart, then the farthest; the running period stays to the end.
 */
export function forecastLayout(
  { width }: Frame,
  columns: readonly ForecastColumn[],
  needs: (column: ForecastColumn) => ColumnNeeds,
): readonly PlacedColumn[] {
  const [thin, thick] = width >= 820 ? [52, 110] : width >= 480 ? [30, 64] : [26, 40];
  const barOf = ({ kind }: ForecastColumn): number => (kind === 'present' ? thick : thin);
  const least = (column: ForecastColumn): number => {
    const { under, beside } = needs(column);
    return Math.max(36, under, barOf(column) + (beside > 0 ? BESIDE + beside : 0));
  };
  const gaps = (list: readonly ForecastColumn[]): number =>
    list.reduce((sum, column, i) => sum + gapBefore(list, i, column), 0);
  const size = (list: readonly ForecastColumn[]): number =>
    list.reduce((sum, column) => sum + least(column), 0) + gaps(list);

  let shown = columns;
  while (size(shown) > width && shown.length > 1) shown = without(shown);
  const weights = shown.map(({ kind }) => (kind === 'present' ? 2 : 0.7));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const spare = Math.max(0, width - size(shown));
  let at = 0;
  return shown.map((column, i) => {
    at += gapBefore(shown, i, column);
    const length = least(column) + (spare * (weights[i] ?? 0)) / total;
    const placed = { column, at, length, bar: Math.min(barOf(column), length) };
    at += length;
    return placed;
  });
}

function gapBefore(list: readonly ForecastColumn[], i: number, { kind }: ForecastColumn): number {
  if (i === 0) return 0;
  return kind === 'apart' && list[i - 1]?.kind !== 'apart' ? 24 : 10;
}

function without(columns: readonly ForecastColumn[]): readonly ForecastColumn[] {
  const past = columns.filter(({ kind }) => kind === 'past');
  const future = columns.filter(({ kind }) => kind === 'future');
  const apart = columns.filter(({ kind }) => kind === 'apart');
  if (past.length > 1) return columns.filter((column) => column !== past[0]);
  if (apart.length > 0) return columns.filter(({ kind }) => kind !== 'apart');
  const leaves = future.length > 1 ? future.at(-1) : (past[0] ?? future[0] ?? columns.at(-1));
  return columns.filter((column) => column !== leaves);
}
