import type { CalendarDate, Minor } from './result.js';

/** What a histogram is of. */
export type HistogramField = 'amount' | 'createdDate' | 'closeDate';

/** Parameters of `query('histogram', …)`. */
export interface HistogramParameters {
  /** Default 'amount'. */
  readonly field?: HistogramField;
  /** Which opportunities, by how they stand; default 'open'. */
  readonly outcome?: 'open' | 'won' | 'lost' | 'all';
  /** How many bins at most, 4 to 100; default 40. */
  readonly bins?: number;
}

/** How many opportunities have which amount or date. */
export interface HistogramResult {
  readonly field: HistogramField;
  readonly outcome: 'open' | 'won' | 'lost' | 'all';
  /**
   * Round places in rising order, one more than there are bins: minor units of the reporting currency for an
   * amount, calendar dates for a date. The same whatever is selected; empty where no value is known at all.
   */
  readonly edges: readonly Minor[] | readonly CalendarDate[];
  /** `counts[i]` lies from `edges[i]` up to, but not including, `edges[i + 1]`. */
  readonly counts: readonly number[];
  /** Those before the first edge and from the last edge on: strays that would flatten the picture. */
  readonly below: number;
  readonly above: number;
  /** Without an amount, or without a rate for it. */
  readonly unpriced: number;
  /** Without the date. */
  readonly undated: number;
  /** All of them: the bins, those beside them and those without a value. */
  readonly n: number;
}
