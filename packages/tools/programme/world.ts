import { civil, weekday } from '@pipeline-kit/model/schema';
import type { Plan } from './options.js';
import { partnersOf, type PartnerFacts } from './partners.js';

/** What all opportunities of a programme share. */
export interface World {
  readonly plan: Plan;
  readonly partners: readonly PartnerFacts[];
  /** Running totals of the partners' weights, the last one the sum. */
  readonly partnerTotals: readonly number[];
  /** Running totals of the days' weights: how many opportunities are created up to a day. */
  readonly dayTotals: readonly number[];
}

export function worldOf(plan: Plan): World {
  const partners = partnersOf(plan);
  const days = Array.from({ length: plan.lastDay - plan.firstDay + 1 }, (_, i) => plan.firstDay + i);
  return {
    plan,
    partners,
    partnerTotals: running(partners.map((partner) => partner.weight)),
    dayTotals: running(days.map((day) => dayWeight(day, plan.firstDay))),
  };
}

/** The first index whose running total exceeds the share of the whole. */
export function indexAt(totals: readonly number[], share: number): number {
  const wanted = share * (totals.at(-1) ?? 0);
  let low = 0;
  let high = totals.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (totals[middle]! > wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** How busy the months are, January first. */
const months = [1, 1.05, 1.15, 1, 1, 1.05, 0.85, 0.65, 1.15, 1.15, 1.1, 0.7];

/** Twelve per cent more each year, few at weekends, quiet in August and December. */
function dayWeight(day: number, firstDay: number): number {
  const growth = 1 + (0.12 * (day - firstDay)) / 365;
  return growth * months[civil(day).month - 1]! * (weekday(day) > 5 ? 0.04 : 1);
}

function running(weights: readonly number[]): readonly number[] {
  let sum = 0;
  return weights.map((weight) => (sum += weight));
}
