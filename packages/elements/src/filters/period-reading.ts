import {
  civil,
  dateOf,
  dayNumber,
  dayOf,
  gregorianPeriod,
  periodOf,
  type Period,
  type Pipeline,
  type PriorPeriodResult,
} from '@pipeline-kit/model';
import type { Periods } from '../source/periods.js';

/** Periods that follow the as-of day. */
export type PresetKind = 'quarter' | 'previousQuarter' | 'year' | 'twelveMonths';

/** What a reader looks at: each widget's own period, one that follows the day, or days of the reader's own. */
export type PeriodKind = 'own' | PresetKind | 'custom';

/** What a period is compared with; 'custom' is another period, which someone else has set. */
export type Comparison = 'none' | 'previous' | 'yearBefore' | 'custom';

/** What the shared periods of a source mean at the day of its pipeline. */
export interface PeriodReading {
  readonly pipeline: Pipeline;
  readonly periods: Periods;
  readonly kind: PeriodKind;
  readonly comparison: Comparison;
  readonly presets: Readonly<Record<PresetKind, Period>>;
  /** What the period can be compared with, cut to the share of it that has passed; null without a period. */
  readonly priors: Readonly<Record<'previous' | 'yearBefore', PriorPeriodResult>> | null;
}

/** The periods that follow a pipeline's day, as its metrics count quarters and years. */
export function presetsOf({ asOf, calendar }: Pipeline): Readonly<Record<PresetKind, Period>> {
  const startMonth = calendar.fiscalYearStartMonth ?? 1;
  const day = dayOf(asOf);
  const quarter = gregorianPeriod(day, 'quarter', startMonth);
  return {
    quarter: periodOf(quarter),
    previousQuarter: periodOf(gregorianPeriod(quarter.from - 1, 'quarter', startMonth)),
    year: periodOf(gregorianPeriod(day, 'year', startMonth)),
    twelveMonths: { from: yearBefore(dateOf(day + 1)), to: dateOf(day + 1) },
  };
}

/** Reads what periods mean, whoever set them. */
export async function readPeriods(pipeline: Pipeline, periods: Periods): Promise<PeriodReading> {
  const presets = presetsOf(pipeline);
  const { period, priorPeriod } = periods;
  const priors = period && (await priorsOf(pipeline, period));
  const kinds = Object.keys(presets) as PresetKind[];
  return {
    pipeline,
    periods,
    presets,
    priors,
    kind: period === null ? 'own' : (kinds.find((kind) => isSame(presets[kind], period)) ?? 'custom'),
    comparison: comparisonOf(priorPeriod, priors),
  };
}

/** The shared periods that a reader's choice comes to. */
export async function periodsOf(
  pipeline: Pipeline,
  period: Period | null,
  comparison: Comparison,
): Promise<Periods> {
  if (!period || comparison === 'none' || comparison === 'custom') return { period, priorPeriod: null };
  const priors = await priorsOf(pipeline, period);
  return { period, priorPeriod: priors[comparison].period };
}

async function priorsOf(
  pipeline: Pipeline,
  period: Period,
): Promise<Readonly<Record<'previous' | 'yearBefore', PriorPeriodResult>>> {
  const wholeBefore = { from: yearBefore(period.from), to: yearBefore(period.to) };
  const [previous, before] = await Promise.all([
    pipeline.query('priorPeriod', { period }),
    pipeline.query('priorPeriod', { period, priorPeriod: wholeBefore }),
  ]);
  return { previous, yearBefore: before };
}

function comparisonOf(priorPeriod: Period | null, priors: PeriodReading['priors']): Comparison {
  if (!priorPeriod) return 'none';
  if (priors && isSame(priors.previous.period, priorPeriod)) return 'previous';
  return priors && isSame(priors.yearBefore.period, priorPeriod) ? 'yearBefore' : 'custom';
}

function isSame(a: Period, b: Period): boolean {
  return a.from === b.from && a.to === b.to;
}

/** The same day a year before; of 29 February the day after 28 February. */
function yearBefore(date: string): string {
  const { year, month, dayOfMonth } = civil(dayOf(date));
  return dateOf(dayNumber(year - 1, month, dayOfMonth));
}
