import { NO_DAY } from '../schema/calendar-date.js';
import type { DaySpan } from '../schema/fiscal-calendar.js';

/** Whether a day lies in the span; null is all of time, in which also "no day" lies. */
export function within(day: number, span: DaySpan | null): boolean {
  return span === null || (day !== NO_DAY && day >= span.from && day < span.to);
}
