import type { CalendarDate, Minor, Period } from './result.js';

/** Parameters of `query('waterfall', …)`. */
export interface WaterfallParameters {
  /** The day it starts from (its end); default the last day before the fiscal quarter of the as-of. */
  readonly from?: CalendarDate;
  /** A partner's id, null for direct, '*' (the default) for all. */
  readonly partner?: string | null;
  readonly pipeline?: string | null;
  /** Scope by close date: only what is due in this period; null, the default, is whatever the date. */
  readonly period?: Period | null;
}

/** What added to or took from the open pipeline, in the order of the bars; `fx` alone has a sign of its own. */
export type WaterfallBar =
  | 'created'
  | 'pulledIn'
  | 'pushedIn'
  | 'reopened'
  | 'transferredIn'
  | 'increased'
  | 'decreased'
  | 'won'
  | 'lost'
  | 'pushedOut'
  | 'pulledOut'
  | 'transferredOut'
  | 'deleted'
  | 'fx';

export interface WaterfallEntry {
  readonly id: string;
  readonly bar: WaterfallBar;
  /** A magnitude; signed for `fx`. */
  readonly amount: Minor;
}

export interface WaterfallResult {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly partner: string | null;
  readonly pipeline: string | null;
  readonly period: Period | null;
  /** Open amount in scope at the end of `from` and of `to`. */
  readonly start: Minor;
  readonly end: Minor;
  /** Magnitudes; only `fx` is signed. */
  readonly bars: Readonly<Record<WaterfallBar, Minor>>;
  readonly counts: Readonly<Record<WaterfallBar, number>>;
  /** end − (start with every bar applied): always 0. */
  readonly residual: Minor;
  readonly startCount: number;
  readonly endCount: number;
  readonly unpricedStart: number;
  readonly unpricedEnd: number;
  /** A memo: amounts won in (from, to] in scope, partner at closing. */
  readonly wonBooked: Minor;
  /** Trace: by id, then in the order of the bars. */
  readonly ledger?: readonly WaterfallEntry[];
}
