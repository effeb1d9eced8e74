import { civil, dayNumber, type Period, type Quota } from '@pipeline-kit/model/schema';
import { dayText } from './log.js';
import type { Plan } from './options.js';
import type { PartnerFacts } from './partners.js';

/** The company's quota for each quarter, and those of the partners above registered. */
export function quotasOf(plan: Plan, partners: readonly PartnerFacts[]): Quota[] {
  const ours = partners.filter((partner) => partner.tier !== 'registered' && !partner.distributor);
  const whole = partners.reduce((sum, partner) => sum + partner.weight, 0);
  return quarters(plan).flatMap((period, index): Quota[] => {
    const amount = companyQuota(plan, index);
    const quota = (partner: string | null, share: number): Quota => ({
      partner,
      ...period,
      amount: nice(amount * share),
      currency: 'EUR',
    });
    return [quota(null, 1), ...ours.map(({ partner, weight }) => quota(partner.id, (0.95 * weight) / whole))];
  });
}

/** Minor units; it grows with the size of the programme and from year to year, and the first quarters ramp up. */
function companyQuota(plan: Plan, quarter: number): number {
  const ramp = Math.min(1, 0.25 + quarter * 0.25);
  return (plan.opportunities / 3000) * 248_000_000 * ramp * (1 + 0.014 * quarter);
}

/** The quarters from the first day to two after the last. */
function quarters(plan: Plan): Period[] {
  const { year, month } = civil(plan.firstDay);
  const start = (index: number): number => dayNumber(year, month + index * 3, 1);
  const periods: Period[] = [];
  for (let index = 0; start(index) <= plan.lastDay + 184; index += 1) {
    periods.push({ from: dayText(start(index)), to: dayText(start(index + 1)) });
  }
  return periods;
}

/** To two significant digits, and never nothing. */
function nice(minor: number): number {
  const euros = minor / 100;
  let step = 100;
  while (step * 100 < euros) step *= 10;
  return Math.max(step, Math.round(euros / step) * step) * 100;
}
