import { MAX_AMOUNT } from '../schema/money.js';
import type { ConvertResult } from './convert-result.js';
import type { DirectMetric } from './metric.js';
import { dayOrAsOf, parameters, shown, type Reader } from './parameters.js';

interface ConvertQuestion {
  readonly amount: number | null;
  readonly currency: string;
  readonly day: number;
}

const amount: Reader<number | null> = (value, name) => {
  if (value === null) return null;
  if (Number.isInteger(value) && Math.abs(value as number) <= MAX_AMOUNT) return value as number;
  throw new RangeError(`invalid ${name}: expected an integer of minor units, got ${shown(value)}`);
};

const currency: Reader<string> = (value, name) => {
  if (typeof value === 'string' && /^[A-Z]{3}$/.test(value)) return value;
  throw new RangeError(`invalid ${name}: expected a currency code such as "EUR", got ${shown(value)}`);
};

/**
 * An amount in the reporting currency by the rate of a day, whatever the rate policy (METRICS.md P).
 * Rates later than the as-of are not known yet.
 */
export const convert: DirectMetric<ConvertQuestion, ConvertResult> = {
  name: 'convert',
  clauses: { ignored: 'all' },
  read: parameters('convert', { amount, currency, day: dayOrAsOf }),
  compute: ({ params, tables: { rates, settings } }) => ({
    amount: params.amount === null ? null : rates.convert(params.amount, params.currency, params.day),
    currency: settings.currency,
  }),
};
