import type { ForecastTexts, StackedCategory } from '@pipeline-kit/charts';

/** The sentences of `pipeline-forecast`. Amounts, rates and periods come written. */
export interface ForecastMessages {
  readonly name: string;
  /** The switch, and its two sides. */
  readonly mode: string;
  readonly modes: Readonly<Record<'single' | 'cumulative', string>>;

  /** The finding. `times` and `needed` are numbers such as `2.4`; `needed` is null where none can be said. */
  readonly covers: (period: string, times: string, needed: string | null) => string;
  /** The same of a period that has not begun. */
  readonly coversAhead: (period: string, times: string, needed: string | null) => string;
  readonly nothingDue: (period: string, remaining: string) => string;
  readonly met: (period: string, won: string, quota: string) => string;
  readonly noQuota: (period: string, won: string, due: string) => string;
  readonly ended: (period: string, attainment: string) => string;
  readonly endedNoQuota: (period: string, won: string) => string;

  /** What the finding rests on. */
  readonly against: (due: string, remaining: string) => string;
  readonly wonOf: (won: string, quota: string) => string;
  readonly moreDue: (due: string) => string;
  readonly pastShare: (unit: 'month' | 'quarter', share: string, range: string) => string;
  readonly pastNothing: (unit: 'month' | 'quarter') => string;
  readonly neededFloor: (count: number, floor: number) => string;
  readonly neededHistory: string;
  readonly noQuotaKnown: (period: string) => string;
  readonly noQuotaSelected: string;
  readonly noRate: string;

  /** Notes of the foot. */
  readonly due: (count: number, unpriced: number) => string;
  readonly overdueNote: (count: number, amount: string) => string;
  readonly undatedNote: (count: number, amount: string) => string;
  readonly elsewhere: (count: number) => string;
  readonly omitted: (amount: string) => string;

  readonly definition: string;
  readonly coverageTerm: string;
  readonly coverageText: (unit: 'month' | 'quarter') => string;
  readonly neededTerm: string;
  readonly neededText: (needed: string, range: string) => string;
  readonly counted: (due: number, won: number) => string;
  readonly unpriced: (count: number) => string;
  readonly noProbability: (count: number) => string;

  readonly period: string;
  readonly columnOpen: string;
  readonly columnWeighted: string;
  readonly columnQuota: string;
  readonly columnAttainment: string;
  readonly columnCoverage: string;
  readonly category: Readonly<Record<StackedCategory, string>>;
  /** The name of the amounts without a category where none has any. */
  readonly open: string;
  /** A label at the upper end of a category: all up to there. */
  readonly upTo: (category: string) => string;
  readonly running: (period: string, day: string) => string;

  readonly opportunities: string;
  readonly amount: string;
  readonly ofQuota: string;

  readonly chart: Omit<ForecastTexts, 'category' | 'spoken'>;
  readonly spoken: (column: string, part: string, amount: string) => string;
}
