import type { CalendarDate, Category, Minor } from '../schema/document.js';
import type { Period } from './result.js';

/** Parameters of `query('weightedForecast', …)`; all have defaults. */
export interface WeightedForecastParameters {
  /** Default: the fiscal quarter of the as-of. */
  readonly period?: Period;
  /** Null, the default, is all pipelines. */
  readonly pipeline?: string | null;
}

/** Open opportunities: `amount` and `weighted` of the priced ones, `count` of all. */
export interface WeightedGroup {
  readonly count: number;
  readonly amount: Minor;
  /** Σ amount × probability, each rounded to a minor unit; without a probability it adds nothing. */
  readonly weighted: Minor;
}

/** One open opportunity; amounts in the reporting currency. */
export interface WeightedOpportunity {
  readonly id: string;
  /** Null: unpriced. */
  readonly amount: Minor | null;
  /** To four decimals; null without one. */
  readonly p: number | null;
  /** Where `p` comes from: the opportunity itself ('deal'), its stage, or nowhere. */
  readonly source: 'deal' | 'stage' | 'none';
  /** Null when unpriced or without a probability. */
  readonly weighted: Minor | null;
  readonly category: Category | 'none';
  readonly closeDate: CalendarDate | null;
}

export interface WeightedForecastResult {
  readonly period: Period;
  /** Won in the period up to the as-of. */
  readonly won: { readonly count: number; readonly amount: Minor; readonly unpriced: number };
  /** Due in the period, on the as-of or later. */
  readonly open: WeightedGroup;
  /** Due before the as-of, in any period. */
  readonly overdue: WeightedGroup;
  readonly noCloseDate: WeightedGroup;
  /** How many are due in another period. */
  readonly otherPeriod: number;
  /** Won plus weighted open of the period. */
  readonly total: Minor;
  /** Open opportunities without an amount in the reporting currency, whatever their date. */
  readonly unpriced: number;
  /** Open and priced, but without a probability, whatever their date. */
  readonly noProbability: number;
  /** Amounts of `open` by the seller's category. */
  readonly single: Readonly<Record<Category | 'none', Minor>>;
  /** How many opportunities stand behind each amount of `single`, unpriced ones included. */
  readonly singleCounts: Readonly<Record<Category | 'none', number>>;
  /** Each holds the one before; `openPipeline` is all categories but omitted and none, without `closed`. */
  readonly cumulative: {
    readonly closed: Minor;
    readonly commit: Minor;
    readonly mostLikely: Minor;
    readonly bestCase: Minor;
    readonly openPipeline: Minor;
  };
  /** Trace: those of the period, overdue and without a close date, by id. */
  readonly opportunities?: readonly WeightedOpportunity[];
}
