import { civil, dayNumber, weekday } from '../schema/calendar-date.js';
import { gregorianPeriod } from '../schema/fiscal-calendar.js';
import type { AxisEnds } from './without-strays.js';

/**
 * Round amounts from 0 (or below) to beyond `high`: multiples of 1, 2 or 5 times a power of ten, so close together
 * that there are at most `most` bins. In minor units.
 */
export function amountEdges({ low, high }: AxisEnds, most: number): number[] {
  for (let power = 1; ; power *= 10) {
    for (const factor of [1, 2, 5]) {
      const step = factor * power;
      const first = Math.floor(Math.min(0, low) / step);
      const last = Math.floor(Math.max(0, high) / step) + 1;
      if (last - first <= most) {
        return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step);
      }
    }
  }
}

/**
 * Starts of days, weeks, months, quarters, years or longer, from the one that holds `low` to the one after `high`,
 * at most `most` apart. In day numbers; quarters and years begin with `startMonth`.
 */
export function dayEdges({ low, high }: AxisEnds, most: number, startMonth: number): number[] {
  for (const unit of unitsOf(startMonth)) {
    const edges = [unit.start(low)];
    while (edges.length <= most && (edges.at(-1) ?? high) <= high) edges.push(unit.next(edges.at(-1) ?? low));
    if ((edges.at(-1) ?? low) > high) return edges;
  }
  throw new RangeError(`too many years between the days: ${low}, ${high}`);
}

/** A kind of step along the calendar. */
interface Unit {
  /** The start of the step in which a day lies. */
  readonly start: (day: number) => number;
  /** The start that follows another. */
  readonly next: (start: number) => number;
}

function unitsOf(startMonth: number): Unit[] {
  return [
    { start: (day) => day, next: (start) => start + 1 },
    { start: (day) => day - weekday(day) + 1, next: (start) => start + 7 },
    { start: (day) => gregorianPeriod(day, 'month', startMonth).from, next: months(1) },
    { start: (day) => gregorianPeriod(day, 'quarter', startMonth).from, next: months(3) },
    ...[1, 10, 100].map((years) => ({ start: yearsFrom(years, startMonth), next: months(12 * years) })),
  ];
}

function months(count: number): (start: number) => number {
  return (start) => {
    const { year, month } = civil(start);
    return dayNumber(year, month + count, 1);
  };
}

function yearsFrom(years: number, startMonth: number): (day: number) => number {
  return (day) => {
    const { year } = civil(gregorianPeriod(day, 'year', startMonth).from);
    return dayNumber(year - (year % years), startMonth, 1);
  };
}
