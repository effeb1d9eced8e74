import { formatsFor } from './formats.js';
import type { ForecastColumn } from './forecast-columns.js';
import type { ForecastTexts } from './forecast-texts.js';
import { minorDigits } from '@pipeline-kit/model/schema';

/** How one forecast writes its amounts: all in one unit, said once. */
export interface ForecastWords {
  readonly unit: string;
  /** `1.21`, in the unit. */
  readonly amount: (minor: number) => string;
  /** `€1.21m`, where it stands alone. */
  readonly money: (minor: number) => string;
  /** The two lines under a bar. */
  readonly notes: (column: ForecastColumn) => readonly [string, string];
}

const SCALES = [
  ['billion', 1e9],
  ['million', 1e6],
  ['thousand', 1e3],
  ['one', 1],
] as const;

/** The words for amounts up to `largest` minor units. */
export function forecastWords(
  largest: number,
  locale: string,
  currency: string,
  texts: ForecastTexts,
): ForecastWords {
  const major = 10 ** minorDigits(currency);
  const [name, unit] = SCALES.find(([, size]) => largest / major >= size) ?? ['one', 1];
  const size = largest / major / unit;
  const digits = size >= 100 || name === 'one' ? 0 : size >= 10 ? 1 : 2;
  const [fine, coarse] = [digits, Math.max(0, digits - 1)].map(
    (places) =>
      new Intl.NumberFormat(locale, { minimumFractionDigits: places, maximumFractionDigits: places }),
  );
  const { count, percent, ratio, money } = formatsFor(locale, currency);
  const amount = (minor: number): string => fine?.format(minor / major / unit) ?? '';
  const quotaOf = (minor: number): string => coarse?.format(minor / major / unit) ?? '';
  return {
    unit: texts.unit(currency, name),
    amount,
    money: (minor) => money(minor),
    notes: (column) => {
      const { kind, quota, coverage, top } = column;
      if (kind === 'apart') return [amount(top), texts.open(count(column.count), column.count)];
      if (quota === null) return [amount(top), texts.noQuota];
      const rate =
        kind === 'future'
          ? coverage?.coverage === null || coverage === null
            ? amount(top)
            : ratio(coverage.coverage)
          : coverage?.attainment === null || coverage === null
            ? amount(column.won)
            : percent(coverage.attainment);
      return [rate, (kind === 'present' ? texts.ofQuotaWon : texts.ofQuota)(quotaOf(quota))];
    },
  };
}
