import { NO_DAY } from '../schema/calendar-date.js';
import type { DaySpan } from '../schema/fiscal-calendar.js';
import { LOST, WON } from '../tables/stage-runs.js';
import type { Tables } from '../tables/tables.js';
import { Contributions } from './contributions.js';
import type { AdditiveMetric } from './metric.js';
import { anyPipeline, parameters, quarterPeriod, spanOf } from './parameters.js';
import { pipelineOf } from './pipeline-of.js';
import { weighted } from './weighted.js';
import { WEIGHTED, type WeightedGroupName } from './weighted-forecast-cells.js';
import { finishWeightedForecast, weightedForecastMark } from './weighted-forecast-finish.js';
import type { WeightedForecastParameters, WeightedForecastResult } from './weighted-forecast-result.js';

/**
 * What is won in a period plus what is open and due in it, each opportunity weighted by its
 * probability (METRICS.md D1). Overdue and undated opportunities are shown beside, never in the total.
 */
export const weightedForecast: AdditiveMetric<
  Required<WeightedForecastParameters>,
  WeightedForecastResult
> = {
  name: 'weightedForecast',
  read: parameters('weightedForecast', { period: quarterPeriod, pipeline: anyPipeline }),
  contribute,
  finish: finishWeightedForecast,
  mark: weightedForecastMark,
};

function contribute(
  tables: Tables,
  { period, pipeline }: Required<WeightedForecastParameters>,
): Contributions {
  const out = new Contributions();
  const { events, now } = tables;
  const span = spanOf(period);
  for (let row = 0; row < events.size; row++) {
    if (!now.live[row] || (pipeline !== null && pipelineOf(tables, row) !== pipeline)) continue;
    const group = groupOf(tables, row, span);
    if (group === null) continue;
    const category = (now.category[row] ?? -1) + 1;
    const amount = now.amount[row] ?? Number.NaN;
    out.add(row, 1, WEIGHTED[group], category);
    if (group === 'won') {
      if (Number.isNaN(amount)) out.add(row, 1, WEIGHTED.wonUnpriced);
      else out.add(row, amount, WEIGHTED.wonAmount);
      continue;
    }
    if (Number.isNaN(amount)) {
      out.add(row, 1, WEIGHTED.unpriced);
      continue;
    }
    const expected = weighted(tables, row);
    if (expected === null) out.add(row, 1, WEIGHTED.noProbability);
    if (group === 'otherPeriod') continue;
    out.add(row, amount, WEIGHTED.amount, WEIGHTED[group], category);
    out.add(row, expected ?? 0, WEIGHTED.weighted, WEIGHTED[group]);
  }
  return out;
}

/** Null for what is lost, or won in another period. */
function groupOf({ now, asOf }: Tables, row: number, span: DaySpan): WeightedGroupName | null {
  const outcome = now.outcome[row];
  if (outcome === LOST) return null;
  if (outcome === WON) {
    const closed = now.closedDay[row] ?? NO_DAY;
    return closed !== NO_DAY && closed >= span.from && closed < span.to ? 'won' : null;
  }
  const due = now.closeDate[row] ?? NO_DAY;
  if (due === NO_DAY) return 'noCloseDate';
  if (due < asOf) return 'overdue';
  return due >= span.from && due < span.to ? 'open' : 'otherPeriod';
}
