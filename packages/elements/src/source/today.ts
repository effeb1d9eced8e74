import { isCalendarDate, type CalendarDate } from '@pipeline-kit/model/schema';

/** Tells the time, in epoch milliseconds. The page's own by default; tests and replays bring another. */
export type Clock = () => number;

/** The time that a clock tells, in epoch milliseconds; null where it tells none that a calendar has. */
export function timeOf(clock: Clock): number | null {
  const now = clock();
  return now > -LAST_INSTANT && now < LAST_INSTANT ? now : null;
}

/** Well within what dates can hold, in any time zone, and in years of four digits. */
const LAST_INSTANT = Date.UTC(9999, 0);

/**
 * The calendar day that a clock tells in a time zone, in UTC where the zone is not known; null where it tells
 * none.
 */
export function today(clock: Clock, timeZone: string): CalendarDate | null {
  const now = timeOf(clock);
  if (now === null) return null;
  const parts = formatter(timeZone).formatToParts(now);
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((one) => one.type === type)?.value ?? '';
  const day = `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
  return isCalendarDate(day) ? day : null;
}

function formatter(timeZone: string): Intl.DateTimeFormat {
  const options = {
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  } as const;
  try {
    return new Intl.DateTimeFormat('en', { ...options, timeZone });
  } catch {
    return new Intl.DateTimeFormat('en', { ...options, timeZone: 'UTC' });
  }
}
