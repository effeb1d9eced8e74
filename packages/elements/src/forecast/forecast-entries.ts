import type { CoverageResult, Pipeline, WeightedForecastResult } from '@pipeline-kit/model';
import { dayOf, type Period } from '@pipeline-kit/model/schema';
import { periodName, type PeriodName } from '../base/period-name.js';
import type { Texts } from '../messages/catalogue.js';
import type { ForecastAnswers } from './forecast-answers.js';
import type { Phase } from './forecast-finding.js';
import { forecastPeriods, middlePeriod, type ForecastScope } from './forecast-periods.js';

/** One period with its answers. */
export interface ForecastEntry {
  readonly period: Period;
  readonly name: PeriodName;
  readonly phase: Phase;
  /** Whether the finding speaks of it. */
  readonly isMiddle: boolean;
  readonly forecast: WeightedForecastResult;
  readonly coverage: CoverageResult;
}

/** The periods with their answers, in time order; those without an answer are left out. */
export function forecastEntries(
  answers: ForecastAnswers,
  scope: ForecastScope,
  pipeline: Pipeline,
  texts: Texts,
): readonly ForecastEntry[] {
  const middle = middlePeriod(pipeline, scope);
  return forecastPeriods(pipeline, scope).flatMap((period): ForecastEntry[] => {
    const forecast = answers[`forecast ${period.from}`];
    const coverage = answers[`coverage ${period.from}`];
    if (!forecast || !coverage) return [];
    const name = periodName(period, pipeline.calendar, texts);
    const phase = phaseOf(period, pipeline);
    return [{ period, name, phase, isMiddle: period.from === middle.from, forecast, coverage }];
  });
}

function phaseOf({ from, to }: Period, { asOf }: Pipeline): Phase {
  if (dayOf(to) <= dayOf(asOf)) return 'past';
  return dayOf(from) > dayOf(asOf) ? 'future' : 'present';
}
