import { NO_DAY } from '../schema/calendar-date.js';
import type { CalendarDate, PipelineDocument } from '../schema/document.js';
import { dayOf, isCalendarDate } from '../schema/calendar-date.js';
import type { PipelineLog } from '../tables/tables.js';

/**
 * The day at whose end the pipeline is looked at: what was asked, else the document's `meta.asOf`, else the
 * day of the last event of opportunities and registrations. A RangeError when nothing says a day.
 */
export function asOfDay(
  asked: CalendarDate | undefined,
  document: PipelineDocument,
  log: PipelineLog,
): number {
  if (asked !== undefined) {
    if (!isCalendarDate(asked)) throw new RangeError(`invalid asOf: ${String(asked)}`);
    return dayOf(asked);
  }
  if (document.meta?.asOf !== undefined) return dayOf(document.meta.asOf);
  let last = NO_DAY;
  for (const day of log.events.day) if (day > last) last = day;
  for (const { events } of log.registrations) for (const { day } of events) if (day > last) last = day;
  if (last === NO_DAY) for (const day of log.events.createdDay) if (day > last) last = day;
  if (last === NO_DAY) throw new RangeError('asOf is needed: nothing in the document has a date');
  return last;
}
