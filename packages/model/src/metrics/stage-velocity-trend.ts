import type { Period } from '../schema/document.js';
import type { Tables } from '../tables/tables.js';
import { Contributions } from './contributions.js';
import type { AdditiveMetric, FinishInput } from './metric.js';
import { maybePeriod, oneOf, parameters, pipeline, shown, spanOf, whole, type Reader } from './parameters.js';
import { stageStays } from './stage-stays.js';
import type { VelocityBasis } from './stage-velocity-result.js';
import type { StageVelocityTrendResult } from './stage-velocity-trend-result.js';
import { addStay, staysByLane, type StayUnit } from './stay-cells.js';
import { stayTimes } from './stay-times.js';
import { WITHOUT_HISTORY, type WithoutHistory } from './without-history.js';

interface TrendQuestion {
  readonly pipeline: string;
  readonly stage: string;
  readonly periods: readonly Period[];
  readonly basis: VelocityBasis;
  readonly unit: StayUnit;
  readonly floor: number;
}

const periodList: Reader<readonly Period[]> = (value, name) => {
  if (!Array.isArray(value))
    throw new RangeError(`invalid ${name}: expected a list of periods, got ${shown(value)}`);
  return value.map((item, i) => {
    const period = maybePeriod(item, `${name}[${i}]`);
    if (!period) throw new RangeError(`invalid ${name}[${i}]: expected { from, to }, got ${shown(item)}`);
    return period;
  });
};

const text: Reader<string> = (value, name) => {
  if (typeof value === 'string') return value;
  throw new RangeError(`invalid ${name}: expected the id of a stage, got ${shown(value)}`);
};

const readTrend = parameters('stageVelocityTrend', {
  pipeline,
  stage: text,
  periods: periodList,
  basis: oneOf(['visit', 'first', 'cumulative'], 'visit'),
  unit: oneOf(['days', 'hours'], 'days'),
  floor: whole(5),
});

/**
 * The median time in a stage by period of entry (METRICS.md B1). Each period is a cohort of its own, so a young
 * one says "not reached" instead of reading fast: its slow visits still run and are censored.
 */
export const stageVelocityTrend: AdditiveMetric<TrendQuestion, StageVelocityTrendResult | WithoutHistory> = {
  name: 'stageVelocityTrend',
  read(asked, tables) {
    const params = readTrend(asked, tables);
    rankOf(tables, params);
    return params;
  },
  contribute,
  finish,
};

function contribute(tables: Tables, params: TrendQuestion): Contributions {
  const out = new Contributions();
  const rank = rankOf(tables, params);
  const spans = params.periods.map((period) => spanOf(period));
  for (const stay of stageStays(tables, params.pipeline, params.basis)) {
    if (stay.rank !== rank) continue;
    for (const [lane, span] of spans.entries()) addStay(out, stay, lane, { unit: params.unit, span });
  }
  return out;
}

function finish({
  params,
  selected,
  tables,
}: FinishInput<TrendQuestion>): StageVelocityTrendResult | WithoutHistory {
  if (tables.settings.history !== 'full') return WITHOUT_HISTORY;
  const { stage, periods, unit, floor } = params;
  const durations = staysByLane(selected, periods.length, unit);
  return {
    stage,
    periods: periods.map((period, lane) => {
      const { n, nOpen, median, suppressed } = stayTimes(durations[lane] ?? [], floor);
      return { period, n, nOpen, median, suppressed };
    }),
  };
}

/** Rank of the stage; a RangeError that lists the open stages when it is none of them. */
function rankOf({ events }: Tables, { pipeline: id, stage }: TrendQuestion): number {
  const ids = events.stages.of(id).open.map((code) => events.stages.at(code).id);
  const rank = ids.indexOf(stage) + 1;
  if (rank > 0) return rank;
  throw new RangeError(`unknown stageVelocityTrend.stage: ${shown(stage)} (known: ${ids.join(', ')})`);
}
