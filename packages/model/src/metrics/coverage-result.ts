import type { Minor, Period, Suppressed } from './result.js';

/** Parameters of `query('coverage', …)`; all have defaults. */
export interface CoverageParameters {
  /** Default: the fiscal quarter of the as-of. */
  readonly period?: Period;
  /** A partner's id, or '*' (the default) for the company. */
  readonly partner?: string;
  /** What past periods conversion is measured in; default 'quarter'. */
  readonly unit?: 'month' | 'quarter';
  /** In how many of them; default 4. */
  readonly back?: number;
  /** Priced opportunities below which no required coverage is said; default 20. */
  readonly floor?: number;
}

/** How much open pipeline a period has needed so far: 1 ÷ the share that past pools converted. */
export interface RequiredCoverage {
  /** Priced opportunities in the pools; null without stage history, as are all figures then. */
  readonly n: number | null;
  /** Σ of what was open and due at the same point of the past periods. */
  readonly pool: Minor | null;
  /** Σ of those won by the end of their period, at the same amounts. */
  readonly converted: Minor | null;
  readonly conversion: number | null;
  /** Null when nothing converted. */
  readonly required: number | null;
  readonly lo: number | null;
  /** Null: no upper limit. */
  readonly hi: number | null;
  readonly suppressed: Suppressed;
}

export interface CoverageResult {
  readonly partner: string;
  readonly period: Period;
  /** In the reporting currency; null without a quota or a rate for it. */
  readonly quota: Minor | null;
  readonly wonAmount: Minor;
  /** Open and due in the period, on the as-of or later. */
  readonly openAmount: Minor;
  readonly openCount: number;
  /** Open, due before the as-of. */
  readonly overdueAmount: Minor;
  /** What of `openAmount` the seller commits to. */
  readonly commitAmount: Minor;
  /** Quota − won; below zero when more was won. */
  readonly remaining: Minor | null;
  /** Won ÷ quota. */
  readonly attainment: number | null;
  /** (Won + commit) ÷ quota. */
  readonly commitAttainment: number | null;
  /** Open ÷ remaining; null when nothing remains. */
  readonly coverage: number | null;
  /** Of the won and the due. */
  readonly unpriced: number;
  readonly status: 'ok' | 'met' | 'no-quota' | 'no-rate';
  readonly requiredCoverage: RequiredCoverage;
}
