import type { AmountCell, Cell, Period, Suppressed } from './result.js';

/** Parameters of `query('winRate', …)`; all have defaults. */
export interface WinRateParameters {
  /** Null, the default, is all of time. */
  readonly period?: Period | null;
  /** Lost reasons whose losses are left out of everything, such as duplicates. */
  readonly excludeReasons?: readonly string[];
  /** The denominator (for `matured`: the closed) below which no rate is said; default 5. */
  readonly floor?: number;
}

/** What the opportunities created in the period are on their way to: the open ones are censored. */
export interface MaturedWinRate {
  /** Opportunities followed from their created day; absent without stage history. */
  readonly n?: number;
  /** The share won by the longest time observed. */
  readonly Fwon: number | null;
  readonly Flost: number | null;
  readonly stillOpen: number | null;
  /** Fwon ÷ (Fwon + Flost). */
  readonly share: number | null;
  readonly suppressed: Suppressed;
}

/** Four answers to "how often do we win", each by its own name. */
export interface WinRateResult {
  readonly period: Period | null;
  /** Won ÷ (won + lost), closed in the period: the default figure. */
  readonly closedByCount: Cell;
  readonly closedByAmount: AmountCell;
  /** Won ÷ all created in the period, open ones included: low while the cohort is young. */
  readonly createdByCount: Cell;
  readonly createdByAmount: AmountCell;
  readonly matured: MaturedWinRate;
  /** Without a created day, or closed on no known day; absent when there are none. */
  readonly excluded?: { readonly undated: number };
}
