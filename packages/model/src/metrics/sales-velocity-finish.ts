import type { DaySpan } from '../schema/fiscal-calendar.js';
import type { Statistics } from './contributions.js';
import { sizeOf } from './durations.js';
import type { FinishInput } from './metric.js';
import { outcomeDurations, outcomeShares, UNSAID_SHARES } from './outcome-durations.js';
import { spanOf } from './parameters.js';
import { SALES, type SalesVelocityQuestion } from './sales-velocity-cells.js';
import type {
  ClassicSalesVelocity,
  SalesVelocityResult,
  ThroughputSalesVelocity,
} from './sales-velocity-result.js';
import { rateCell, suppression } from './wilson.js';

/** Sums → both forms of the sales velocity; below the floor of wins only what was counted. */
export function finishSalesVelocity({
  params,
  selected,
  tables,
}: FinishInput<SalesVelocityQuestion>): SalesVelocityResult {
  const suppressed = suppression(selected.of(SALES.won), params.floor);
  const days = daysUpTo(spanOf(params.period), tables.asOf);
  const undated = selected.of(SALES.undated);
  const classic = classicForm(selected, suppressed !== null);
  return {
    period: params.period,
    days,
    qualifiedStage: params.qualifiedStage,
    classic,
    throughput:
      tables.settings.history === 'full'
        ? throughputForm(selected, days, classic.A, suppressed !== null)
        : {
            lambda: null,
            ...withoutShare(UNSAID_SHARES),
            W: null,
            A: null,
            amountPerDay: null,
            suppressed: 'history',
          },
    suppressed,
    ...(undated > 0 && { excluded: { undated } }),
  };
}

function daysUpTo({ from, to }: DaySpan, asOf: number): number {
  return Math.max(0, Math.min(to, asOf + 1) - from);
}

function classicForm(selected: Statistics, isSuppressed: boolean): ClassicSalesVelocity {
  const N = selected.of(SALES.open);
  const nClosed = selected.of(SALES.won) + selected.of(SALES.lost);
  const nPriced = selected.of(SALES.priced);
  const nCycle = selected.of(SALES.cycles);
  const { rate: W, lo, hi } = rateCell(selected.of(SALES.won), nClosed, isSuppressed ? Infinity : 1);
  const A = isSuppressed ? null : ratio(selected.of(SALES.amount), nPriced);
  const L = isSuppressed ? null : ratio(selected.of(SALES.cycleDays), nCycle);
  const perCycle = product(N, W, A);
  return {
    N,
    W,
    Wlo: lo,
    Whi: hi,
    nClosed,
    A,
    nPriced,
    L,
    nCycle,
    amountPerDay: perCycle === null || L === null ? null : ratio(perCycle, L),
  };
}

function throughputForm(
  selected: Statistics,
  days: number,
  amount: number | null,
  isSuppressed: boolean,
): ThroughputSalesVelocity {
  const durations = outcomeDurations(selected, SALES.entered);
  const nEntered = sizeOf(durations);
  const lambda = ratio(nEntered, days);
  const shares = isSuppressed ? UNSAID_SHARES : outcomeShares(durations);
  const W = shares.share;
  return {
    lambda,
    nEntered,
    ...withoutShare(shares),
    W,
    A: amount,
    amountPerDay: product(lambda, W, amount),
  };
}

function withoutShare({ Fwon, Flost, stillOpen }: typeof UNSAID_SHARES): Omit<typeof UNSAID_SHARES, 'share'> {
  return { Fwon, Flost, stillOpen };
}

function ratio(num: number, den: number): number | null {
  return den === 0 ? null : num / den;
}

function product(...factors: readonly (number | null)[]): number | null {
  return factors.reduce((all, factor) => (all === null || factor === null ? null : all * factor), 1);
}
