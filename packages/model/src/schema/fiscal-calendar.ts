import { civil, dateOf, dayNumber, mod, weekday } from './calendar-date.js';
import type { Calendar, Period } from './document.js';

/** Days with `from` ≤ day < `to`, as day numbers. */
export interface DaySpan {
  readonly from: number;
  readonly to: number;
}

/** The fiscal year, quarter and month in which a day lies. */
export interface FiscalDay {
  readonly year: number;
  /** 1–4. */
  readonly quarter: number;
  /** 1–12, of the fiscal year. */
  readonly month: number;
  readonly monthPeriod: DaySpan;
  readonly quarterPeriod: DaySpan;
  readonly yearPeriod: DaySpan;
  /** Week of the fiscal year, for calendars of weeks. */
  readonly week?: number;
  readonly weeksInYear?: number;
}

export type CalendarUnit = 'month' | 'quarter' | 'year';

/** The fiscal year, quarter and month of a day. */
export function fiscalDay(day: number, calendar: Calendar): FiscalDay {
  return calendar.kind === 'weeks' ? weeksDay(day, calendar) : gregorianDay(day, calendar);
}

/** The fiscal period of the unit in which the day lies. */
export function fiscalPeriod(day: number, unit: CalendarUnit, calendar: Calendar): DaySpan {
  const found = fiscalDay(day, calendar);
  return unit === 'month' ? found.monthPeriod : unit === 'quarter' ? found.quarterPeriod : found.yearPeriod;
}

/**
 * The Gregorian month, quarter or year of a day, counted from the calendar's start month:
 * what "month" and "quarter" mean wherever a metric does not ask for the fiscal calendar itself.
 */
export function gregorianPeriod(day: number, unit: CalendarUnit, startMonth: number): DaySpan {
  return fiscalPeriod(day, unit, { kind: 'gregorian', fiscalYearStartMonth: startMonth });
}

/** ISO 8601 week date; weekday 1 is Monday. */
export function isoWeek(day: number): { year: number; week: number; weekday: number } {
  const thursday = day - weekday(day) + 4;
  const { year } = civil(thursday);
  return { year, week: Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1, weekday: weekday(day) };
}

/** The span as calendar dates. */
export function periodOf({ from, to }: DaySpan): Period {
  return { from: dateOf(from), to: dateOf(to) };
}

function gregorianDay(day: number, calendar: Calendar): FiscalDay {
  const start = calendar.fiscalYearStartMonth ?? 1;
  const { year, month } = civil(day);
  const monthOfYear = mod(month - start, 12);
  const startYear = month >= start ? year : year - 1;
  const quarter = Math.floor(monthOfYear / 3);
  const at = (months: number): number => dayNumber(startYear, start + months, 1);
  return {
    year: labelled(startYear, start, calendar),
    quarter: quarter + 1,
    month: monthOfYear + 1,
    monthPeriod: { from: at(monthOfYear), to: at(monthOfYear + 1) },
    quarterPeriod: { from: at(quarter * 3), to: at(quarter * 3 + 3) },
    yearPeriod: { from: at(0), to: at(12) },
  };
}

function labelled(startYear: number, startMonth: number, calendar: Calendar): number {
  return startMonth === 1 || calendar.yearLabel === 'start' ? startYear : startYear + 1;
}

function weeksDay(day: number, calendar: Calendar & { kind: 'weeks' }): FiscalDay {
  const startMonth = calendar.fiscalYearStartMonth ?? 1;
  const yearStart = (year: number): number =>
    nearestWeekday(dayNumber(year, startMonth, 1), calendar.weekday);
  let startYear = civil(day).year + 1;
  while (yearStart(startYear) > day) startYear -= 1;
  const from = yearStart(startYear);
  const to = yearStart(startYear + 1);
  const weeksInYear = (to - from) / 7;
  const week = Math.floor((day - from) / 7);
  const pattern = calendar.pattern;
  let month = 0;
  let monthStart = 0;
  // A 53rd week joins the last month.
  while (month < 11 && week >= monthStart + (pattern[month % 3] ?? 0)) {
    monthStart += pattern[month % 3] ?? 0;
    month += 1;
  }
  const monthEnd = month === 11 ? weeksInYear : monthStart + (pattern[month % 3] ?? 0);
  const quarter = Math.floor(month / 3);
  const weeksInQuarter = (pattern[0] ?? 0) + (pattern[1] ?? 0) + (pattern[2] ?? 0);
  return {
    year: labelled(startYear, startMonth, calendar),
    quarter: quarter + 1,
    month: month + 1,
    monthPeriod: { from: from + monthStart * 7, to: from + monthEnd * 7 },
    quarterPeriod: {
      from: from + quarter * weeksInQuarter * 7,
      to: quarter === 3 ? to : from + (quarter + 1) * weeksInQuarter * 7,
    },
    yearPeriod: { from, to },
    week: week + 1,
    weeksInYear,
  };
}

/** The day with this weekday that is nearest, at most three days away. */
function nearestWeekday(day: number, wanted: number): number {
  const ahead = mod(wanted - weekday(day), 7);
  return day + (ahead > 3 ? ahead - 7 : ahead);
}
