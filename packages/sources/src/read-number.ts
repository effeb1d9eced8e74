import type { NumberStyle } from '@pipeline-kit/model/schema';
import { currencyCode, isSharedSign } from './currency-code.js';

/** A decimal number, exactly: `digits` × 10^`exponent`. */
export interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

/** What a text with a number in it says. */
export interface ReadNumber {
  readonly decimal: Decimal;
  /** ISO 4217 code that stood beside the number; null when none did or the sign has several meanings. */
  readonly currency: string | null;
  readonly percent: boolean;
}

const MAX_LENGTH = 64;
const DIGITS = /^\d+$/;
const PLAIN = /^([+-]?)(?:(\d+)(?:\.(\d*))?|\.(\d+))(?:[eE]([+-]?\d{1,2}))?$/;
// Groups of three, or of two before the last three as India writes them; one sign between them all.
// No group begins with 0, so 0.750 is no 750.
const GROUPED = {
  point: /^([+-]?)([1-9]\d{0,2}([,' ])\d{2,3}(?:\3\d{2,3})*)(?:\.(\d*))?$/,
  comma: /^([+-]?)([1-9]\d{0,2}([.' ])\d{2,3}(?:\3\d{2,3})*)(?:,(\d*))?$/,
};
const LAST_GROUP = /\D\d{3}$/;
const SIGN_FIRST = /^([+-]?) ?(\D{1,5}?) ?([+-]?[\d.][^]*)$/;
const SIGN_LAST = /^([+-]?[\d.][^]*?) ?([^\d.,' ][^\d,' ]{0,4})$/;

/**
 * The one reader of numbers: a number, or a text in the style and nothing else. Null for everything
 * that is none, the empty text and `n/a` and `12,5` in style 'plain' among them; never 0 for those.
 */
export function readNumber(value: unknown, style: NumberStyle = 'plain'): ReadNumber | null {
  if (typeof value === 'number') {
    const decimal = Number.isFinite(value) ? plain(String(value)) : null;
    return decimal && { decimal, currency: null, percent: false };
  }
  if (typeof value !== 'string' || value.length > MAX_LENGTH) return null;
  if (DIGITS.test(value)) return { decimal: decimalOf('', value, '', 0), currency: null, percent: false };
  const { text, currency, percent } = strip(value);
  const decimal = styled(text, style);
  return decimal && { decimal, currency, percent };
}

/** The nearest binary number, for values that are not money. */
export function toNumber({ digits, exponent }: Decimal): number {
  return Number(`${digits}e${exponent}`);
}

/** Takes blanks, an accountant's brackets, a percent sign and a currency off. */
function strip(value: string): { text: string; currency: string | null; percent: boolean } {
  let text = value
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .replace(/[\u2019\u02BC]/g, "'")
    .replace(/[\u2212\u2013]/g, '-')
    .trim();
  const brackets = /^\(([^()]*)\)$/.exec(text);
  if (brackets) text = `-${brackets[1]?.trim() ?? ''}`;
  if (text.endsWith('%')) return { text: text.slice(0, -1).trim(), currency: null, percent: true };
  const [, sign = '', before = '', rest = ''] = SIGN_FIRST.exec(text) ?? [];
  if (isMoney(before)) return { text: sign + rest, currency: currencyCode(before), percent: false };
  const [, number = '', after = ''] = SIGN_LAST.exec(text) ?? [];
  if (isMoney(after)) return { text: number, currency: currencyCode(after), percent: false };
  return { text, currency: null, percent: false };
}

/** Any other word beside a number makes the text no number. */
function isMoney(sign: string): boolean {
  return sign !== '' && (currencyCode(sign) !== null || isSharedSign(sign));
}

function styled(text: string, style: NumberStyle): Decimal | null {
  if (style === 'plain') return plain(text);
  const parts = GROUPED[style].exec(text);
  if (parts && LAST_GROUP.test(parts[2] ?? '')) {
    return decimalOf(parts[1] ?? '', (parts[2] ?? '').replace(/\D/g, ''), parts[4] ?? '', 0);
  }
  if (style === 'point') return plain(text);
  return text.includes('.') ? null : plain(text.replace(',', '.'));
}

function plain(text: string): Decimal | null {
  const parts = PLAIN.exec(text);
  if (!parts) return null;
  const [, sign = '', whole = '', fraction, bareFraction = '', exponent = '0'] = parts;
  return decimalOf(sign, whole, fraction ?? bareFraction, Number(exponent));
}

function decimalOf(sign: string, whole: string, fraction: string, exponent: number): Decimal {
  const digits = BigInt(whole + fraction);
  return { digits: sign === '-' ? -digits : digits, exponent: exponent - fraction.length };
}
