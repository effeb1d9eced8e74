import { dateOf } from '../schema/calendar-date.js';
import { periodOf, type DaySpan } from '../schema/fiscal-calendar.js';
import { elapsedShare } from './elapsed-share.js';
import type { DirectMetric } from './metric.js';
import { maybePeriod, parameters, quarterPeriod, spanOf, type Reader } from './parameters.js';
import { precedingPeriod } from './preceding-period.js';
import type { PriorPeriodResult } from './prior-period-result.js';

interface PriorPeriodQuestion {
  readonly period: DaySpan;
  /** Null: the one before the period. */
  readonly priorPeriod: DaySpan | null;
}

const period: Reader<DaySpan> = (value, name, tables) => spanOf(quarterPeriod(value, name, tables));
const priorPeriodParameter: Reader<DaySpan | null> = (value, name) => spanOf(maybePeriod(value, name));

/** The prior period at the same elapsed share, and the day as of which to ask it (METRICS.md P). */
export const priorPeriod: DirectMetric<PriorPeriodQuestion, PriorPeriodResult> = {
  name: 'priorPeriod',
  clauses: { ignored: 'all' },
  read: parameters('priorPeriod', { period, priorPeriod: priorPeriodParameter }),
  compute: ({ params, tables }) => {
    const whole = params.priorPeriod ?? precedingPeriod(params.period, tables.settings.startMonth);
    const { prior, ...days } = elapsedShare(params.period, whole, tables.asOf);
    return { ...days, whole: periodOf(whole), period: periodOf(prior), asOf: dateOf(prior.to - 1) };
  },
};
