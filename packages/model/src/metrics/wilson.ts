import type { AmountCell, Cell, Suppressed } from './result.js';

/** The normal quantile of 97.5 %: every interval is a 95 % interval. */
export const Z = 1.959963984540054;

export interface Interval {
  readonly lo: number;
  readonly hi: number;
}

/** Wilson's score interval for a share `p` of `n`; `n` may be an effective number. Wilson (1927). */
export function wilson(p: number, n: number): Interval {
  const z2 = Z * Z;
  const centre = (p + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z / (1 + z2 / n)) * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  return { lo: p <= 0 ? 0 : centre - half, hi: p >= 1 ? 1 : centre + half };
}

/** Newcombe's hybrid score interval of `rate − prior` for independent rates. Newcombe (1998), method 10. */
export function newcombe(
  rate: { readonly rate: number } & Interval,
  prior: { readonly rate: number } & Interval,
): Interval {
  const diff = rate.rate - prior.rate;
  return {
    lo: diff - Math.hypot(rate.rate - rate.lo, prior.hi - prior.rate),
    hi: diff + Math.hypot(rate.hi - rate.rate, prior.rate - prior.lo),
  };
}

/** Why a figure that rests on `count` is not said: 'zero', 'floor' or null. */
export function suppression(count: number, floor: number): Suppressed {
  return count === 0 ? 'zero' : count < floor ? 'floor' : null;
}

/** A rate with its interval; nothing is said below the floor. */
export function rateCell(num: number, den: number, floor: number): Cell {
  const suppressed = suppression(den, floor);
  if (suppressed) return { num, den, rate: null, lo: null, hi: null, suppressed };
  const rate = num / den;
  return { num, den, rate, ...wilson(rate, den), suppressed };
}

/** A rate without an interval. */
export function bareCell(num: number, den: number, floor: number): Cell {
  const suppressed = suppression(den, floor);
  return { num, den, rate: suppressed ? null : num / den, lo: null, hi: null, suppressed };
}

/**
 * A rate by amount with a Wilson interval on Kish's effective number (Σa)² ÷ Σa² of the
 * denominator. `squares` is Σa², `priced` the number of priced opportunities, on which the floor rests.
 */
export function amountCell(
  { num, den, squares, priced, unpriced }: AmountSums,
  floor: number,
  interval = true,
): AmountCell {
  // A denominator of zero money has no rate, whatever the number of opportunities in it.
  const suppressed = priced > 0 && den === 0 ? 'zero' : suppression(priced, floor);
  if (suppressed) return { num, den, rate: null, lo: null, hi: null, nEff: null, unpriced, suppressed };
  const rate = num / den;
  const nEff = (den * den) / squares;
  const { lo, hi } = interval ? wilson(rate, nEff) : { lo: null, hi: null };
  return { num, den, rate, lo, hi, nEff: interval ? nEff : null, unpriced, suppressed };
}

export interface AmountSums {
  readonly num: number;
  readonly den: number;
  readonly squares: number;
  readonly priced: number;
  readonly unpriced: number;
}
