import type { CalendarDate, Minor, Period } from './result.js';

/** Parameters of `query('slippage', …)`. */
export interface SlippageParameters {
  /** What a push must cross to be a slip; default 'quarter'. */
  readonly unit?: 'month' | 'quarter';
  /** Asks for the slip rate of what was due in this period. */
  readonly period?: Period | null;
  /** A partner's id, null for direct, '*' (the default) for all. */
  readonly partner?: string | null;
}

export type SlipOutcome = 'deleted' | 'won' | 'lost' | 'undated' | 'slipped' | 'pulledOut' | 'stillDue';

/** One counted change of a close date. */
export interface CloseDateMove {
  readonly day: CalendarDate | null;
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  readonly kind: 'push' | 'pullIn' | 'set' | 'cleared';
  /** Days moved, negative for a pull-in; null when one of the dates is none. */
  readonly days: number | null;
  readonly slip: boolean;
}

export interface SlipTotals {
  readonly push: number;
  readonly pullIn: number;
  readonly slip: number;
  readonly netDays: number;
}

export interface SlippageResult {
  readonly unit: 'month' | 'quarter';
  /** Trace: those with a counted move. */
  readonly opportunities?: readonly (SlipTotals & {
    readonly id: string;
    readonly moves: readonly CloseDateMove[];
  })[];
  readonly totals: SlipTotals;
  /** What became of what was open and due in the period the day before it began; absent without a period. */
  readonly rate?: {
    readonly period: Period;
    readonly origin: CalendarDate;
    readonly evaluated: CalendarDate;
    readonly n: number;
    readonly amount: Minor;
    readonly unpriced: number;
    readonly outcome: Readonly<Record<SlipOutcome, { readonly count: number; readonly amount: Minor }>>;
    /** Slipped ÷ all, by amount and by count; null when nothing was due. A full count: no floor, no interval. */
    readonly byAmount: number | null;
    readonly byCount: number | null;
  };
}
