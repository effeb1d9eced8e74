import type { Growth, GrowthRate } from './segments-result.js';
import { suppression, wilson, Z } from './wilson.js';

/** Sums of one period and of the one before it. */
export interface GrowthSums {
  readonly count: number;
  readonly priorCount: number;
  readonly priced: number;
  readonly priorPriced: number;
  readonly amount: number;
  readonly priorAmount: number;
  /** Σ amount². */
  readonly squares: number;
  readonly priorSquares: number;
}

const UNSAID: GrowthRate = { growth: null, lo: null, hi: null };

/** Growth per day from the prior period (`priorDays` long) to this one (`days` up to the as-of). */
export function growthOf(sums: GrowthSums, days: number, priorDays: number, floor: number): Growth {
  const { count, priorCount, amount, priorAmount, priced, priorPriced } = sums;
  const suppressed = suppression(count + priorCount, floor);
  return {
    count,
    priorCount,
    amount,
    priorAmount,
    unpriced: count - priced,
    priorUnpriced: priorCount - priorPriced,
    suppressed,
    countGrowth: suppressed ? UNSAID : countGrowth(count, priorCount, days, priorDays),
    amountGrowth: suppressed ? UNSAID : amountGrowth(sums, days, priorDays),
  };
}

/**
 * Given n₁ + n₀, n₁ is binomial with π/(1 − π) = (rate₁·t₁)/(rate₀·t₀), so Wilson limits of π give limits of
 * the ratio of two Poisson rates (Przyborowski & Wilenski 1940, with a score interval).
 */
function countGrowth(count: number, prior: number, days: number, priorDays: number): GrowthRate {
  const { lo, hi } = wilson(count / (count + prior), count + prior);
  const ratio = (share: number): number | null =>
    share >= 1 ? null : (share / (1 - share)) * (priorDays / days) - 1;
  return {
    growth: prior === 0 ? null : count / days / (prior / priorDays) - 1,
    lo: ratio(lo),
    hi: ratio(hi),
  };
}

/** The delta method on the logarithm of each sum: the relative variance of Σa is Σa² ÷ (Σa)². */
function amountGrowth(sums: GrowthSums, days: number, priorDays: number): GrowthRate {
  const { amount, priorAmount, squares, priorSquares } = sums;
  if (priorAmount === 0) return UNSAID;
  if (amount === 0) return { growth: -1, lo: null, hi: null };
  const ratio = amount / days / (priorAmount / priorDays);
  const width = Z * Math.sqrt(squares / amount ** 2 + priorSquares / priorAmount ** 2);
  return { growth: ratio - 1, lo: ratio * Math.exp(-width) - 1, hi: ratio * Math.exp(width) - 1 };
}
