const NONE = new Set('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' '));
const THREE = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '));

/** ISO 4217 for "no currency": what amounts are in when nothing says. They are written as plain numbers. */
export const NO_CURRENCY = 'XXX';

/** The largest amount that an event may set, in minor units. */
export const MAX_AMOUNT: number = 1e14;

/** Decimal places of a currency's minor unit (ISO 4217): 0, 2 or 3. */
export function minorDigits(currency: string): number {
  return NONE.has(currency) ? 0 : THREE.has(currency) ? 3 : 2;
}

/** A rate as an exact fraction. */
export interface Fraction {
  readonly num: bigint;
  readonly den: bigint;
}

/** The exact fraction of a decimal text such as `1.0950`; null when the text is no positive decimal. */
export function decimalFraction(text: string): Fraction | null {
  const parts = /^(\d{1,30})(?:\.(\d{1,30}))?$/.exec(text.trim());
  if (!parts) return null;
  const [, whole = '0', fraction = ''] = parts;
  const num = BigInt(whole + fraction);
  return num === 0n ? null : { num, den: 10n ** BigInt(fraction.length) };
}

/** `amount` × the fraction, to the nearest integer, halves away from zero. */
export function timesFraction(amount: number, { num, den }: Fraction): number {
  const product = BigInt(Math.abs(amount)) * num * 2n + den;
  const rounded = Number(product / (den * 2n));
  return amount < 0 ? 0 - rounded : rounded;
}
