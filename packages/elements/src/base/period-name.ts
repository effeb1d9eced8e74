import {
  dayOf,
  fiscalDay,
  type Calendar,
  type CalendarUnit,
  type DaySpan,
  type FiscalDay,
  type Period,
} from '@pipeline-kit/model/schema';
import type { Texts } from '../messages/catalogue.js';

/** How a period is called. */
export interface PeriodName {
  /** `Q2`, in a sentence. */
  readonly short: string;
  /** `Q2 26`, where other years stand beside it. */
  readonly full: string;
}

/**
 * A period by its name: `Q2` where it is a quarter, `May` where it is a month, `2026` where it is a year of
 * the calendar, else its days. Quarters and months are those of the metrics: Gregorian, from the fiscal
 * year's first month.
 */
export function periodName(period: Period, calendar: Calendar, { card, format }: Texts): PeriodName {
  const startMonth = calendar.fiscalYearStartMonth ?? 1;
  const day = fiscalDay(dayOf(period.from), {
    kind: 'gregorian',
    fiscalYearStartMonth: startMonth,
    ...(calendar.yearLabel && { yearLabel: calendar.yearLabel }),
  });
  const year = String(day.year % 100).padStart(2, '0');
  const unit = unitOf(period, day);
  if (unit === 'quarter') {
    return {
      short: card.quarter(day.quarter),
      full: card.quarterOfYear(day.quarter, year, startMonth !== 1),
    };
  }
  if (unit === 'month') {
    return { short: format.monthOfYear(period.from), full: format.month(period.from) };
  }
  const isPlainYear = unit === 'year' && startMonth === 1;
  const name = isPlainYear ? String(day.year) : format.period(period);
  return { short: name, full: name };
}

function unitOf(period: Period, day: FiscalDay): CalendarUnit | null {
  const isIt = ({ from, to }: DaySpan): boolean => dayOf(period.from) === from && dayOf(period.to) === to;
  if (isIt(day.quarterPeriod)) return 'quarter';
  if (isIt(day.monthPeriod)) return 'month';
  return isIt(day.yearPeriod) ? 'year' : null;
}
