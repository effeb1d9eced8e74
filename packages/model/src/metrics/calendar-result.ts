import type { Calendar } from '../schema/document.js';
import type { CalendarDate, Period } from './result.js';

/** Parameters of `query('calendar', …)`. */
export interface CalendarParameters {
  /** Default: the as-of. */
  readonly day?: CalendarDate;
  /** Default: the calendar of the settings. */
  readonly calendar?: Calendar;
}

/** Where a day lies in the fiscal and in the ISO year. */
export interface CalendarResult {
  /** The fiscal year's name: the calendar year in which it ends or starts, by `yearLabel`. */
  readonly year: number;
  /** 1–4. */
  readonly quarter: number;
  /** 1–12, of the fiscal year. */
  readonly month: number;
  readonly monthPeriod: Period;
  readonly quarterPeriod: Period;
  readonly yearPeriod: Period;
  /** ISO 8601; weekday 1 is Monday. */
  readonly isoWeek: { readonly year: number; readonly week: number; readonly weekday: number };
  /** Week of the fiscal year, 1 to 53; only in calendars of weeks. */
  readonly week?: number;
  /** 52 or 53; only in calendars of weeks. */
  readonly weeksInYear?: number;
  /** Every clause of the selection: a calendar counts no opportunities. */
  readonly ignoredClauses?: readonly string[];
}
