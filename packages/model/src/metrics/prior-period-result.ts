import type { CalendarDate, Period } from './result.js';

/** Parameters of `query('priorPeriod', …)`. */
export interface PriorPeriodParameters {
  /** Default: the fiscal quarter of the as-of. */
  readonly period?: Period;
  /** The whole period to compare with; default the month, quarter or year (or as many days) before `period`. */
  readonly priorPeriod?: Period;
}

/** The part of the prior period that is as far gone as the period is at the as-of. */
export interface PriorPeriodResult {
  /** Days of the period up to and with the as-of, 1 at least. */
  readonly elapsedDays: number;
  readonly lengthDays: number;
  readonly priorElapsedDays: number;
  readonly priorLengthDays: number;
  /** The prior period as a whole. */
  readonly whole: Period;
  /** From the prior period's start to the day after `asOf`. */
  readonly period: Period;
  /** Ask the prior figure as of this day, not from what survives now. */
  readonly asOf: CalendarDate;
  /** Every clause of the selection: no opportunity is counted here. */
  readonly ignoredClauses?: readonly string[];
}
