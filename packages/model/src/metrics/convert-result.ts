import type { CalendarDate, Minor } from './result.js';

/** Parameters of `query('convert', …)`. */
export interface ConvertParameters {
  /** Minor units of `currency`; null, an unknown amount, stays null. */
  readonly amount: Minor | null;
  /** ISO 4217 code. */
  readonly currency: string;
  /** The day whose rate is asked for; default the as-of. */
  readonly day?: CalendarDate;
}

export interface ConvertResult {
  /** Minor units of the reporting currency; null when the amount is unknown or the day has no rate. */
  readonly amount: Minor | null;
  /** The reporting currency. */
  readonly currency: string;
  /** Every clause of the selection: no opportunity is counted here. */
  readonly ignoredClauses?: readonly string[];
}
