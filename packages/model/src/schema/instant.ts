import { dayNumber, isCalendarDate } from './calendar-date.js';

const SHAPE =
  /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:([Zz])|([+-])(\d{2}):?(\d{2})?)$/;

/** Epoch milliseconds of an instant (ISO 8601 with `Z` or a numeric offset); null when the text is none. */
export function instantMs(text: string): number | null {
  const parts = SHAPE.exec(text);
  if (!parts) return null;
  const [
    ,
    date = '',
    hours,
    minutes,
    seconds = '0',
    fraction = '',
    ,
    sign,
    offsetHours = '0',
    offsetMinutes = '0',
  ] = parts;
  if (!isCalendarDate(date)) return null;
  const h = Number(hours);
  const m = Number(minutes);
  const s = Number(seconds);
  const oh = Number(offsetHours);
  const om = Number(offsetMinutes);
  if (h > 24 || (h === 24 && (m > 0 || s > 0)) || m > 59 || s > 60 || oh > 23 || om > 59) return null;
  const day = dayNumber(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)));
  const offset = (sign === '-' ? -1 : 1) * (oh * 60 + om);
  const ms = Number(fraction.padEnd(3, '0').slice(0, 3));
  return day * 86_400_000 + (h * 60 + m - offset) * 60_000 + s * 1000 + ms;
}
