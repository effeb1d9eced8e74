import type { Minor, Period, Suppressed } from './result.js';

/** Parameters of `query('segments', …)`. */
export interface SegmentsParameters {
  /** Default: the fiscal quarter of the as-of. */
  readonly period?: Period;
  /** Default: the quarter before the period, cut to the same elapsed share. */
  readonly priorPeriod?: Period;
  /** The least number of opportunities, both periods together, for which growth is said; default 5. */
  readonly floor?: number;
}

/** Growth per day with its 95 % interval: 0.5 is half as much again. */
export interface GrowthRate {
  readonly growth: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
}

/** New opportunities of the period beside those of the prior one; amounts at entry. */
export interface Growth {
  readonly count: number;
  readonly priorCount: number;
  readonly amount: Minor;
  readonly priorAmount: Minor;
  readonly unpriced: number;
  readonly priorUnpriced: number;
  readonly suppressed: Suppressed;
  readonly countGrowth: GrowthRate;
  readonly amountGrowth: GrowthRate;
}

export interface SegmentsResult {
  readonly period: Period;
  readonly prior: Period;
  /** 'none' where the segment or the region is unknown. */
  readonly markets: readonly ({ readonly segment: string; readonly region: string } & Growth)[];
  /** An opportunity stands in the row of each of its products, so rows overlap: see `distinct`. */
  readonly products: readonly ({ readonly product: string } & Growth)[];
  readonly distinct: { readonly count: number; readonly priorCount: number; readonly noProduct: number };
  readonly lostReasons: readonly {
    readonly reason: string;
    readonly product: string;
    readonly count: number;
  }[];
  /** Opportunities that first entered an open stage on no known day; absent when there is none. */
  readonly excluded?: { readonly undated: number };
}
