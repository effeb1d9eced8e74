import { dayNumber, digits, isCalendarDate, isDate } from './calendar-date.js';

const SHAPE =
  /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:([Zz])|([+-])(\d{2}):?(\d{2})?)$/;

/** Epoch milliseconds of an instant (ISO 8601 with `Z` or a numeric offset); null when the text is none. */
export function instantMs(text: string): number | null {
  return plainMs(text) ?? shapedMs(text);
}

/**
 * The two shapes that most systems write, `2026-03-31T10:00:00Z` and `2026-03-31T10:00:00.000Z`; null
 * for any other. Ten times as fast as the regular expression, and a document holds millions of them.
 */
function plainMs(text: string): number | null {
  const { length } = text;
  const isShort = length === 20;
  if (!(isShort || (length === 24 && text[19] === '.')) || text[length - 1] !== 'Z') return null;
  if (text[4] !== '-' || text[7] !== '-' || text[10] !== 'T' || text[13] !== ':' || text[16] !== ':')
    return null;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  const h = digits(text, 11, 13);
  const m = digits(text, 14, 16);
  const s = digits(text, 17, 19);
  const ms = isShort ? 0 : digits(text, 20, 23);
  if (!(h <= 23 && m <= 59 && s <= 59 && ms >= 0) || !isDate(year, month, day)) return null;
  return dayNumber(year, month, day) * 86_400_000 + ((h * 60 + m) * 60 + s) * 1000 + ms;
}

function shapedMs(text: string): number | null {
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
