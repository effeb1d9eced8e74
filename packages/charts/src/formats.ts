import { minorDigits, NO_CURRENCY } from '@pipeline-kit/model/schema';

/** How numbers are written in one language, and amounts in one currency. */
export interface Formats {
  readonly locale: string;
  /** `1,236`. */
  readonly count: (value: number) => string;
  /** `3.5`, always with one decimal. */
  readonly decimal: (value: number) => string;
  /** `58%` of a rate; with more than 10,000 counted one decimal. */
  readonly percent: (rate: number, n?: number) => string;
  /** `12–25%`; one figure where both ends read alike. */
  readonly percentRange: (lo: number, hi: number, n?: number) => string;
  /** `15` points of a difference of rates, without a sign. */
  readonly points: (difference: number) => string;
  /** `2.4×`. */
  readonly ratio: (value: number) => string;
  /** `€1.25m` of minor units: compact, three significant digits unless said otherwise. */
  readonly money: (minor: number, digits?: number) => string;
  /** `€50k` on an axis: no digit that says nothing. */
  readonly moneyTick: (minor: number) => string;
  /** `1248300` of minor units, for other programs. */
  readonly major: (minor: number) => number;
  /** `€1,248,300.00`, for tooltips, tables and exports. */
  readonly fullMoney: (minor: number) => string;
}

const known = new Map<string, Formats>();

/** The formats of a language and a currency, built once. Amounts without a currency are plain numbers. */
export function formatsFor(locale: string, currency?: string): Formats {
  const key = `${locale} ${currency ?? ''}`;
  let formats = known.get(key);
  if (!formats) {
    formats = build(locale, currency);
    known.set(key, formats);
  }
  return formats;
}

function build(locale: string, currency: string | undefined): Formats {
  const number = (options: Intl.NumberFormatOptions): Intl.NumberFormat =>
    new Intl.NumberFormat(locale, options);
  const isNamed = currency !== undefined && currency !== NO_CURRENCY;
  const unit: Intl.NumberFormatOptions = isNamed ? { style: 'currency', currency } : {};
  const major = 10 ** (currency === undefined ? 0 : minorDigits(currency));
  const count = number({ maximumFractionDigits: 0 });
  const percents = [0, 1].map((digits) => number({ style: 'percent', ...fraction(digits) }));
  const decimal = number(fraction(1));
  const whole = number({ ...unit, ...fraction(0) });
  const full = number(currency === undefined ? {} : { ...unit, ...fraction(minorDigits(currency)) });
  const tick = number({ ...unit, notation: 'compact', maximumSignificantDigits: 3 });
  const compact = [2, 3].map((digits) =>
    number({
      ...unit,
      notation: 'compact',
      minimumSignificantDigits: digits,
      maximumSignificantDigits: digits,
    }),
  );
  const percentOf = (n: number): Intl.NumberFormat => (n > 10_000 ? percents[1] : percents[0]) ?? count;

  return {
    locale,
    count: (value) => count.format(value),
    percent: (rate, n = 0) => percentOf(n).format(rate),
    percentRange: (lo, hi, n = 0) => range(percentOf(n), lo, hi),
    points: (difference) => count.format(Math.abs(difference) * 100),
    decimal: (value) => decimal.format(value),
    ratio: (value) => `${decimal.format(value)}×`,
    money: (minor, digits = 3) => {
      const value = minor / major;
      const short = (digits <= 2 ? compact[0] : compact[1]) ?? whole;
      if (value !== 0 && Math.abs(value) < 1) return full.format(value);
      return (Math.abs(value) < 1000 ? whole : short).format(value);
    },
    moneyTick: (minor) => (minor === 0 ? count.format(0) : tick.format(minor / major)),
    major: (minor) => minor / major,
    fullMoney: (minor) => full.format(minor / major),
  };
}

function fraction(digits: number): Intl.NumberFormatOptions {
  return { minimumFractionDigits: digits, maximumFractionDigits: digits };
}

/** Both figures with one sign, before or after them as the language has it. */
function range(format: Intl.NumberFormat, lo: number, hi: number): string {
  const [low, high] = [figure(format, lo), figure(format, hi)];
  const text = format.format(hi);
  return low === high ? text : text.replace(high, `${low}–${high}`);
}

function figure(format: Intl.NumberFormat, value: number): string {
  const digits = format.formatToParts(value).filter(({ type }) => FIGURE.has(type));
  return digits.map((part) => part.value).join('');
}

const FIGURE: ReadonlySet<string> = new Set(['minusSign', 'integer', 'group', 'decimal', 'fraction']);
