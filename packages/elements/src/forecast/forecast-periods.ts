import { dayOf, gregorianPeriod, periodOf, type Period } from '@pipeline-kit/model/schema';
import type { Pipeline } from '@pipeline-kit/model';

/** What the forecast looks at. */
export interface ForecastScope {
  readonly unit: 'month' | 'quarter';
  /** How many periods before and after the one in the middle. */
  readonly before: number;
  readonly after: number;
  /** The one in the middle; null: the one in which the day lies. */
  readonly period: Period | null;
}

/** The period that the forecast speaks of. */
export function middlePeriod({ asOf, calendar }: Pipeline, { unit, period }: ForecastScope): Period {
  return period ?? periodOf(gregorianPeriod(dayOf(asOf), unit, calendar.fiscalYearStartMonth ?? 1));
}

/** All periods in time order: whole ones of the unit before and after the one in the middle. */
export function forecastPeriods(pipeline: Pipeline, scope: ForecastScope): readonly Period[] {
  const middle = middlePeriod(pipeline, scope);
  const at = (day: number): Period =>
    periodOf(gregorianPeriod(day, scope.unit, pipeline.calendar.fiscalYearStartMonth ?? 1));
  const periods = [middle];
  for (let i = 0; i < scope.before; i += 1) periods.unshift(before(periods[0] ?? middle, at));
  for (let i = 0; i < scope.after; i += 1) periods.push(after(periods.at(-1) ?? middle, at));
  return periods;
}

/** The unit's period before, cut where it would reach into the one in the middle. */
function before({ from }: Period, at: (day: number) => Period): Period {
  const found = at(dayOf(from) - 1);
  return found.to > from ? { from: found.from, to: from } : found;
}

function after({ to }: Period, at: (day: number) => Period): Period {
  const found = at(dayOf(to));
  return found.from < to ? { from: to, to: found.to } : found;
}
