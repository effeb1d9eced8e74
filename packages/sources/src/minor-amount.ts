import { MAX_AMOUNT, minorDigits } from '@pipeline-kit/model/schema';
import type { Minor, MoneyUnit } from '@pipeline-kit/model/schema';
import type { Decimal } from './read-number.js';

/**
 * The decimal as whole minor units of the currency, halves away from zero, without a step through
 * binary fractions. Null when it is beyond what a number holds exactly.
 */
export function minorAmount(
  { digits, exponent }: Decimal,
  currency: string,
  unit: MoneyUnit = 'major',
): Minor | null {
  const places = exponent + (unit === 'minor' ? 0 : minorDigits(currency) - (unit === 'micros' ? 6 : 0));
  if (Math.abs(places) > 120) return digits === 0n || places < 0 ? 0 : null;
  const minor =
    places >= 0 ? digits * 10n ** BigInt(places) : roundedQuotient(digits, 10n ** BigInt(-places));
  return minor >= -MAX && minor <= MAX ? Number(minor) : null;
}

const MAX = BigInt(MAX_AMOUNT);

function roundedQuotient(digits: bigint, divisor: bigint): bigint {
  const size = digits < 0n ? -digits : digits;
  const rounded = (size * 2n + divisor) / (divisor * 2n);
  return digits < 0n ? -rounded : rounded;
}
