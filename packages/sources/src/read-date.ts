import { dateOf, dayNumber, isCalendarDate, YEARS } from '@pipeline-kit/model/schema';
import type { CalendarDate, DateStyle } from '@pipeline-kit/model/schema';
import { monthOf } from './month-names.js';
import { zonedTime } from './zoned-time.js';

/** A day without a time, or a moment in epoch milliseconds. */
export type ReadDate =
  { readonly day: CalendarDate; readonly ms?: undefined } | { readonly ms: number; readonly day?: undefined };

const MAX_LENGTH = 64;
const DAY_MS = 86_400_000;
const TIME =
  /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)? ?(?:([ap])\.?m\.?)? ?(z|utc|gmt|[+-]\d{2}(?::?\d{2})?)?$/i;
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const KANJI = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const THREE = /^(\d{1,2})(?:([-/]) ?|\. ?)(\d{1,2})(?:([-/]) ?|\. ?)(\d{4}|\d{2})\.?$/;
const DAY_MONTH =
  /^(\d{1,2})(?:st|nd|rd|th|er|\.|º)?[ -](?:de )?(\p{L}{3,12})\.?,?[ -](?:de )?(\d{4}|\d{2})$/iu;
const MONTH_DAY = /^(\p{L}{3,12})\.?[ -](\d{1,2})(?:st|nd|rd|th)?,?[ -](\d{4})$/iu;

/**
 * Reads a day or a moment in the style. A time without an offset is taken as of `timeZone`; without
 * one the day stays as written and the hour is dropped. Null for what the style cannot mean, days that
 * do not exist and years that no pipeline has.
 */
export function readDate(value: unknown, style: DateStyle = 'iso', timeZone?: string): ReadDate | null {
  if (value instanceof Date) return moment(value.getTime());
  if (style === 'epoch-ms' || style === 'epoch-s' || style === 'serial') {
    const number =
      typeof value === 'number' ? value : typeof value === 'string' ? countOf(value) : Number.NaN;
    if (Number.isFinite(number)) return counted(number, style);
  }
  if (typeof value !== 'string' || value.length > MAX_LENGTH) return null;
  if (isCalendarDate(value)) return inYears(Number(value.slice(0, 4))) ? { day: value } : null;
  const text = tidy(value);
  const whole = readDay(text, style);
  if (whole !== null) return { day: dateOf(whole) };
  // The time is what follows the last T or blank before the first colon.
  const colon = text.indexOf(':');
  const cut =
    colon < 0
      ? -1
      : Math.max(text.lastIndexOf(' ', colon), text.lastIndexOf('T', colon), text.lastIndexOf('t', colon));
  if (cut < 0) return null;
  const day = readDay(text.slice(0, cut).replace(/,$/, '').trim(), style);
  const time = readTime(text.slice(cut + 1));
  if (day === null || time === null) return null;
  const wall = day * DAY_MS + time.ms;
  if (time.offset !== null) return moment(wall - time.offset);
  return timeZone === undefined ? { day: dateOf(day) } : moment(zonedTime(wall, timeZone));
}

function tidy(value: string): string {
  const text = /[^!-~]/.test(value) ? value.normalize('NFKC').replace(/\s+/g, ' ') : value;
  return text.trim();
}

/** A stray year far away is a slip or a placeholder, and would stretch every time axis. */
function inYears(year: number): boolean {
  return year >= YEARS.first && year <= YEARS.last;
}

/** Day number of the text, null when it is none in this style. */
function readDay(text: string, style: DateStyle): number | null {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return civilDay(yearFirst[1], yearFirst[3], yearFirst[4]);
  const written = KANJI.exec(text) ?? COMPACT.exec(text);
  if (written) return civilDay(written[1], written[2], written[3]);
  const three = THREE.exec(text);
  if (three) {
    const [, a, firstSign, b, secondSign, c] = three;
    if (firstSign !== secondSign) return null;
    if (style === 'dmy') return civilDay(c, b, a);
    if (style === 'mdy') return civilDay(c, a, b);
    return style === 'ymd' ? civilDay(a, b, c) : null;
  }
  const dayMonth = DAY_MONTH.exec(text);
  if (dayMonth) return named(dayMonth[3], dayMonth[2], dayMonth[1]);
  const monthDay = MONTH_DAY.exec(text);
  return monthDay ? named(monthDay[3], monthDay[1], monthDay[2]) : null;
}

function named(year: string | undefined, name: string | undefined, day: string | undefined): number | null {
  const month = monthOf(name ?? '');
  return month === null ? null : civilDay(year, String(month), day);
}

function civilDay(yearText = '', monthText = '', dayText = ''): number | null {
  // Two digits mean 1970 to 2069, as spreadsheets and POSIX nearly agree.
  const year =
    yearText.length > 2 ? Number(yearText) : Number(yearText) + (Number(yearText) < 70 ? 2000 : 1900);
  const text = `${String(year).padStart(4, '0')}-${monthText.padStart(2, '0')}-${dayText.padStart(2, '0')}`;
  if (!isCalendarDate(text) || !inYears(year)) return null;
  return dayNumber(year, Number(monthText), Number(dayText));
}

function readTime(text: string): { ms: number; offset: number | null } | null {
  const parts = TIME.exec(text.trim());
  if (!parts) return null;
  const [, hourText = '', minute = '', second = '0', fraction = '', half, zone] = parts;
  let hour = Number(hourText);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  if (hour > 23 || Number(minute) > 59 || Number(second) > 60) return null;
  const seconds = (hour * 60 + Number(minute)) * 60 + Number(second);
  return {
    ms: seconds * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3)),
    offset: zone === undefined ? null : offsetOf(zone),
  };
}

function offsetOf(zone: string): number {
  const parts = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (!parts) return 0;
  const minutes = Number(parts[2]) * 60 + Number(parts[3] ?? 0);
  return (parts[1] === '-' ? -minutes : minutes) * 60_000;
}

function countOf(text: string): number {
  return /^-?\d{1,16}(?:\.\d{1,12})?$/.test(text.trim()) ? Number(text) : Number.NaN;
}

function counted(number: number, style: 'epoch-ms' | 'epoch-s' | 'serial'): ReadDate | null {
  if (style === 'epoch-ms') return moment(number);
  if (style === 'epoch-s') return moment(number * 1000);
  // A serial has no zone, so it stays a day. Day 60 is a 29 February 1900 that never was.
  const day = Math.floor(number) + dayNumber(1899, 12, 30);
  return number > 60 && day < dayNumber(YEARS.last + 1, 1, 1) ? { day: dateOf(day) } : null;
}

function moment(ms: number): ReadDate | null {
  const day = Math.floor(ms / DAY_MS);
  const inside = day >= dayNumber(YEARS.first, 1, 1) && day < dayNumber(YEARS.last + 1, 1, 1);
  return inside ? { ms: Math.round(ms) } : null;
}
