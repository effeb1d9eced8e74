import type { StackedCategory } from './forecast-columns.js';

/** The words of a forecast, from the catalogue of the widget that shows it. Numbers come written. */
export interface ForecastTexts {
  /** The unit of all amounts, said once: "€ million". */
  readonly unit: (currency: string, scale: 'one' | 'thousand' | 'million' | 'billion') => string;
  readonly quota: string;
  /** "Won". */
  readonly won: string;
  /** The name of a category: "Best case". */
  readonly category: (category: StackedCategory, mode: 'single' | 'cumulative') => string;
  /** Won and weighted: "Weighted". */
  readonly weighted: string;
  /** Under a share or a coverage: "of 1.8". */
  readonly ofQuota: (quota: string) => string;
  /** Under the share of the running period: "of 2.4 won". */
  readonly ofQuotaWon: (quota: string) => string;
  /** Under a bar without a quota: "no quota". */
  readonly noQuota: string;
  readonly overdue: string;
  readonly noCloseDate: string;
  /** "14 open". */
  readonly open: (count: string, value: number) => string;
  /** What a mark says: "Q2 26: Best case, 641k". */
  readonly spoken: (
    column: string,
    part: StackedCategory | 'won' | 'overdue' | 'noCloseDate',
    amount: string,
  ) => string;
}
