import { dayOf, NO_DAY } from '../schema/calendar-date.js';
import { gregorianPeriod, type DaySpan } from '../schema/fiscal-calendar.js';
import type { Period } from '../schema/document.js';
import { OPEN, WON } from '../tables/stage-runs.js';
import type { Tables } from '../tables/tables.js';

/** A past period at the point where the asked one stands now, and at its end. */
export interface PastPeriod {
  readonly span: DaySpan;
  /** The day of the same distance from the start as the as-of. */
  readonly day: number;
  readonly atDay: Tables;
  readonly atEnd: Tables;
}

/** The periods of the unit before `period` that have ended by the as-of: the last `back`, without those that have not. */
export function pastPeriods(
  tables: Tables,
  period: Period,
  unit: 'month' | 'quarter',
  back: number,
): PastPeriod[] {
  const { asOf, settings } = tables;
  const from = dayOf(period.from);
  const past: PastPeriod[] = [];
  let span = gregorianPeriod(from, unit, settings.startMonth);
  for (let i = 0; i < back; i++) {
    span = gregorianPeriod(span.from - 1, unit, settings.startMonth);
    if (span.to - 1 > asOf) continue;
    const day = span.from + Math.min(Math.max(0, asOf - from), span.to - span.from - 1);
    past.push({ span, day, atDay: tables.at(day), atEnd: tables.at(span.to - 1) });
  }
  return past;
}

/** What was open, due and priced then, and whether it stood won at the end; null when it was not in the pool. */
export function pooled(
  { span, day, atDay, atEnd }: PastPeriod,
  row: number,
): { readonly amount: number; readonly converted: boolean } | null {
  const { now } = atDay;
  const due = now.closeDate[row] ?? NO_DAY;
  const amount = now.amount[row] ?? Number.NaN;
  if (!now.live[row] || now.outcome[row] !== OPEN || due < day || due >= span.to) return null;
  if (Number.isNaN(amount)) return null;
  return { amount, converted: atEnd.now.live[row] === 1 && atEnd.now.outcome[row] === WON };
}
