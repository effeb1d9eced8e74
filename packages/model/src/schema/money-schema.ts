import * as z from 'zod/mini';
import type { PlanRate, Quota, Rate } from './document.js';
import { named } from './json-hints.js';
import { planOf, withPlan } from './schema-plan.js';
import { amount, calendarDate, currency, decimal, record, reference } from './values.js';
import type { Schema } from './values.js';

export const rateSchema: Schema<Rate> = named(
  'Rate',
  record({ currency, date: calendarDate, rate: decimal }),
);

export const planRateSchema: Schema<PlanRate> = named('PlanRate', record({ currency, rate: decimal }));

const quota = record({
  partner: z.nullable(reference),
  from: calendarDate,
  to: calendarDate,
  amount,
  currency,
});
const { isClean, isReadable, copy } = planOf(quota);

export const quotaSchema: Schema<Quota> = named(
  'Quota',
  withPlan(quota.check(z.refine<Quota>(endsAfterItStarts, { error: 'a day after `from`', path: ['to'] })), {
    isClean: (value) => isClean(value) && endsAfterItStarts(value as Quota),
    isReadable: (value) => isReadable(value) && endsAfterItStarts(value as Quota),
    copy,
  }),
);

function endsAfterItStarts({ from, to }: Quota): boolean {
  return from < to;
}
