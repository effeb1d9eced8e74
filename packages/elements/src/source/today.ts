import type { CalendarDate } from '@pipeline-kit/model/schema';

/** Tells the time, in epoch milliseconds. The page's own by default; tests and replays bring another. */
export type Clock = () => number;

/** The calendar day of an instant in a time zone; in UTC where the zone is not known. */
export function today(clock: Clock, timeZone: string): CalendarDate {
  const parts = formatter(timeZone).formatToParts(clock());
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
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
