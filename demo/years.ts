import { civil, dateOf, dayNumber, dayOf, type CalendarDate, type Period } from '@pipeline-kit/model/schema';

/** The year that ends with this day, and the one before it. */
export function yearsUpTo(day: CalendarDate): { readonly last: Period; readonly before: Period } {
  const end = civil(dayOf(day) + 1);
  const start = (years: number): CalendarDate =>
    dateOf(dayNumber(end.year - years, end.month, end.dayOfMonth));
  return { last: { from: start(1), to: start(0) }, before: { from: start(2), to: start(1) } };
}
