import type { CalendarDate, CoverageResult, WeightedForecastResult } from '@pipeline-kit/model';

/** The answers of a forecast: two for each period, by the period's first day. */
export type ForecastAnswers = Readonly<
  Record<`forecast ${CalendarDate}`, WeightedForecastResult> &
    Record<`coverage ${CalendarDate}`, CoverageResult>
>;
