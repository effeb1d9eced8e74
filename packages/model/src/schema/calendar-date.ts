import type { CalendarDate } from './document.js';

/** Stands for "no day" in columns of days. */
export const NO_DAY: number = -0x80000000;

/** Whether the text is a day of the proleptic Gregorian calendar, written `YYYY-MM-DD`. */
export function isCalendarDate(value: unknown): value is CalendarDate {
  if (typeof value !== 'string' || value.length !== 10 || value[4] !== '-' || value[7] !== '-') return false;
  return isDate(digits(value, 0, 4), digits(value, 5, 7), digits(value, 8, 10));
}

/** Whether there is such a day; NaN is none. */
export function isDate(year: number, month: number, day: number): boolean {
  if (Number.isNaN(year) || !(month >= 1 && month <= 12 && day >= 1)) return false;
  return day <= 28 || day <= daysInMonth(year, month);
}

/** The number that the digits from `start` to `end` write; NaN when one of them is none. */
export function digits(text: string, start: number, end: number): number {
  let number = 0;
  for (let index = start; index < end; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

/** Days since 1970-01-01; the date must be valid (`isCalendarDate`). */
export function dayOf(date: CalendarDate): number {
  return dayNumber(digits(date, 0, 4), digits(date, 5, 7), digits(date, 8, 10));
}

/** The day as `YYYY-MM-DD`. */
export function dateOf(day: number): CalendarDate {
  const { year, month, dayOfMonth } = civil(day);
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(dayOfMonth)}`;
}

/** The day as `YYYY-MM-DD`, null for `NO_DAY`. */
export function maybeDateOf(day: number): CalendarDate | null {
  return day === NO_DAY ? null : dateOf(day);
}

/** The day number of the `day`-th day of a month; `month` and `day` may run over. */
export function dayNumber(year: number, month: number, day: number): number {
  const carried = year + Math.floor((month - 1) / 12);
  const m = mod(month - 1, 12) + 1;
  // Years begin in March here, so that the leap day is the last one. Howard Hinnant, days_from_civil.
  const y = m <= 2 ? carried - 1 : carried;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (m > 2 ? m - 3 : m + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** Year, month (1–12) and day of the month of a day number. */
export function civil(day: number): { year: number; month: number; dayOfMonth: number } {
  const z = day + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * mp + 2) / 5) + 1,
  };
}

/** 1 (Monday) to 7 (Sunday). */
export function weekday(day: number): number {
  return mod(day + 3, 7) + 1;
}

/** The remainder that is never negative. */
export function mod(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}

function daysInMonth(year: number, month: number): number {
  return dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);
}

function pad(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
