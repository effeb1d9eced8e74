import type { Calendar } from '../schema/document.js';
import { fiscalDay, isoWeek, periodOf } from '../schema/fiscal-calendar.js';
import { mustParse } from '../schema/must-parse.js';
import { calendarSchema } from '../schema/settings-schema.js';
import type { CalendarResult } from './calendar-result.js';
import type { DirectMetric } from './metric.js';
import { dayOrAsOf, parameters, type Reader } from './parameters.js';

interface CalendarQuestion {
  readonly day: number;
  readonly calendar: Calendar;
}

const fiscalCalendar: Reader<Calendar> = (value, name, { settings }) =>
  value === undefined ? settings.calendar : mustParse(calendarSchema, value, name);

/**
 * The fiscal year, quarter and month of a day, and its ISO week (METRICS.md P). The one metric
 * that follows a calendar of weeks: elsewhere months and quarters are Gregorian.
 */
export const calendar: DirectMetric<CalendarQuestion, CalendarResult> = {
  name: 'calendar',
  clauses: { ignored: 'all' },
  read: parameters('calendar', { day: dayOrAsOf, calendar: fiscalCalendar }),
  compute: ({ params }) => {
    const { monthPeriod, quarterPeriod, yearPeriod, ...position } = fiscalDay(params.day, params.calendar);
    return {
      ...position,
      monthPeriod: periodOf(monthPeriod),
      quarterPeriod: periodOf(quarterPeriod),
      yearPeriod: periodOf(yearPeriod),
      isoWeek: isoWeek(params.day),
    };
  },
};
