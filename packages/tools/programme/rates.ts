import { civil, weekday, type PlanRate, type Rate } from '@pipeline-kit/model/schema';
import { dayText } from './log.js';
import type { Plan } from './options.js';
import { randomOf } from './random.js';

const currencies: readonly { readonly currency: string; readonly level: number }[] = [
  { currency: 'USD', level: 0.92 },
  { currency: 'GBP', level: 1.16 },
];

/** Euro per unit: on the first of each month, and on every working day of the last year. */
export function ratesOf(plan: Plan): Rate[] {
  return currencies.flatMap(({ currency, level }, index) => {
    const random = randomOf(plan.seed, 4, index);
    const rates: Rate[] = [];
    let rate = level;
    for (let day = plan.firstDay - 31; day <= plan.lastDay; day += 1) {
      // A walk that is drawn back to its level, as exchange rates seldom are but pictures need.
      rate += random.normal() * 0.0028 + (level - rate) * 0.004;
      const daily = day > plan.lastDay - 365 && weekday(day) <= 5;
      if (daily || civil(day).dayOfMonth === 1)
        rates.push({ currency, date: dayText(day), rate: rate.toFixed(4) });
    }
    return rates;
  });
}

/** What the budget was made with. */
export function planRatesOf(): PlanRate[] {
  return currencies.map(({ currency, level }) => ({ currency, rate: level.toFixed(2) }));
}
