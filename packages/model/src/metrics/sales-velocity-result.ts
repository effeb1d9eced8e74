import type { Minor, Period, Suppressed } from './result.js';

/** Parameters of `query('salesVelocity', …)`; all have defaults. */
export interface SalesVelocityParameters {
  /** Default: the fiscal quarter of the as-of. */
  readonly period?: Period;
  /** Default: the document's first pipeline. */
  readonly pipeline?: string;
  /** An open stage; default the first that the document calls qualified, else the first. */
  readonly qualifiedStage?: string;
  /** The number won in the period below which nothing is said; default 5. */
  readonly floor?: number;
}

/** N·W·A/L of what is open and closed now. */
export interface ClassicSalesVelocity {
  /** Open and qualified at the as-of. */
  readonly N: number;
  /** Won ÷ closed in the period, with its 95 % interval. */
  readonly W: number | null;
  readonly Wlo: number | null;
  readonly Whi: number | null;
  readonly nClosed: number;
  /** Mean amount won in the period, in minor units, not rounded. */
  readonly A: Minor | null;
  readonly nPriced: number;
  /** Mean days from created to won. */
  readonly L: number | null;
  readonly nCycle: number;
  /** Minor units a day, not rounded. */
  readonly amountPerDay: number | null;
}

/** λ·W·A of what became qualified in the period. */
export interface ThroughputSalesVelocity {
  /** Newly qualified opportunities a day. */
  readonly lambda: number | null;
  /** Absent without stage history, like every count here. */
  readonly nEntered?: number;
  /** The share of them won by the longest time observed; the open ones are censored. */
  readonly Fwon: number | null;
  readonly Flost: number | null;
  readonly stillOpen: number | null;
  /** Fwon ÷ (Fwon + Flost). */
  readonly W: number | null;
  readonly A: Minor | null;
  readonly amountPerDay: number | null;
  /** 'history' when stage history is missing, else absent. */
  readonly suppressed?: 'history';
}

export interface SalesVelocityResult {
  readonly period: Period;
  /** Days of the period up to the as-of. */
  readonly days: number;
  /** Null in a pipeline without open stages. */
  readonly qualifiedStage: string | null;
  readonly classic: ClassicSalesVelocity;
  readonly throughput: ThroughputSalesVelocity;
  readonly suppressed: Suppressed;
  /** Won without a created day, or qualified on no known day; absent when there are none. */
  readonly excluded?: { readonly undated: number };
}
