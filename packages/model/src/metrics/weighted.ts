import { PROBABILITY_SCALE, weigh } from '../tables/probability.js';
import type { Tables } from '../tables/tables.js';

/** Amount × probability of an open opportunity, to a minor unit; null when either is unknown. */
export function weighted({ now }: Tables, row: number): number | null {
  const amount = now.amount[row] ?? Number.NaN;
  const scaled = now.probability[row] ?? -1;
  return Number.isNaN(amount) || scaled < 0 ? null : weigh(amount, scaled);
}

/** The probability in force, to four decimals; null without one (METRICS.md D1). */
export function probabilityOf({ now }: Tables, row: number): number | null {
  const scaled = now.probability[row] ?? -1;
  return scaled < 0 ? null : scaled / PROBABILITY_SCALE;
}
