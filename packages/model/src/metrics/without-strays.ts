/** A value and how often it occurs. */
export interface Counted {
  readonly value: number;
  readonly count: number;
}

/** The first and the last value that an axis should hold. */
export interface AxisEnds {
  readonly low: number;
  readonly high: number;
}

/** With fewer values no one of them is a stray. */
const ENOUGH = 20;
const SHARE = 0.01;

/**
 * The ends of an axis for values in rising order: all of them, unless the hundredth part at an end lies so far off
 * that the other ninety-nine would have less than two thirds of the axis. Null when there are no values.
 */
export function withoutStrays(values: readonly Counted[]): AxisEnds | null {
  const [first, last] = [values[0]?.value, values.at(-1)?.value];
  if (first === undefined || last === undefined) return null;
  const total = values.reduce((sum, { count }) => sum + count, 0);
  if (total < ENOUGH) return { low: first, high: last };
  const beside = Math.ceil(SHARE * (total - 1));
  const low = afterSkipping(values, beside) ?? first;
  const high = afterSkipping(values.toReversed(), beside) ?? last;
  const room = (high - low) / 2;
  return {
    low: low - first > room ? low : first,
    high: last - high > room ? high : last,
  };
}

/** The first value that is left when `count` of them are left out. */
function afterSkipping(values: readonly Counted[], count: number): number | undefined {
  let skipped = 0;
  return values.find((each) => (skipped += each.count) > count)?.value;
}
