/** How often a value occurs. */
export interface Tally {
  readonly value: number;
  readonly count: number;
}

/**
 * A quantile of finished values by linear interpolation, type 7 of Hyndman and Fan (1996): the median of
 * two values lies half way between them. Null without values.
 */
export function histogramQuantile(tallies: readonly Tally[], q: number): number | null {
  const sorted = tallies.toSorted((a, b) => a.value - b.value);
  const n = sorted.reduce((total, { count }) => total + count, 0);
  if (n === 0) return null;
  const position = (n - 1) * q;
  const below = valueAt(sorted, Math.floor(position));
  const above = valueAt(sorted, Math.ceil(position));
  return below + (above - below) * (position - Math.floor(position));
}

/** The value at a place, counted from 0, among all values in order. */
function valueAt(sorted: readonly Tally[], place: number): number {
  let passed = 0;
  for (const { value, count } of sorted) {
    passed += count;
    if (place < passed) return value;
  }
  return Number.NaN;
}
