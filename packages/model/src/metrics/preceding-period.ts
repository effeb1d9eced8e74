import { gregorianPeriod, type CalendarUnit, type DaySpan } from '../schema/fiscal-calendar.js';

const UNITS: readonly CalendarUnit[] = ['month', 'quarter', 'year'];

/**
 * The period before: for a whole Gregorian month, quarter or year the preceding one, else as many
 * days. Quarters and years count from `startMonth`.
 */
export function precedingPeriod({ from, to }: DaySpan, startMonth: number): DaySpan {
  for (const unit of UNITS) {
    const whole = gregorianPeriod(from, unit, startMonth);
    if (whole.from === from && whole.to === to) return gregorianPeriod(from - 1, unit, startMonth);
  }
  return { from: from - (to - from), to: from };
}
