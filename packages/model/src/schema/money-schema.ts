import * as z from 'zod/mini';
import type { PlanRate, Quota, Rate } from './document.js';
import { named } from './json-hints.js';
import { quickCheck, withCheck } from './quick-check.js';
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
const isQuota = quickCheck(quota);

export const quotaSchema: Schema<Quota> = named(
  'Quota',
  withCheck(
    quota.check(z.refine<Quota>(endsAfterItStarts, { error: 'a day after `from`', path: ['to'] })),
    (value) => isQuota(value) && endsAfterItStarts(value as Quota),
  ),
);

function endsAfterItStarts({ from, to }: Quota): boolean {
  return from < to;
}
