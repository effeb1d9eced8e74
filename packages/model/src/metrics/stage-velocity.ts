import type { Period } from '../schema/document.js';
import { EXITS, type Exit } from '../tables/visits.js';
import type { Tables } from '../tables/tables.js';
import { Contributions } from './contributions.js';
import type { CellSpace } from './cell-space.js';
import type { DurationCount } from './durations.js';
import type { AdditiveMetric, CellName, FinishInput, Mark } from './metric.js';
import { allTime, oneOf, parameters, pipeline, spanOf, whole } from './parameters.js';
import { stageStays } from './stage-stays.js';
import { stayTimes } from './stay-times.js';
import { addStay, STAY, staysByLane, type StayUnit } from './stay-cells.js';
import type { StageVelocity, StageVelocityResult, VelocityBasis } from './stage-velocity-result.js';
import { WITHOUT_HISTORY, type WithoutHistory } from './without-history.js';

interface StageVelocityQuestion {
  readonly pipeline: string;
  readonly basis: VelocityBasis;
  readonly unit: StayUnit;
  readonly period: Period | null;
  readonly floor: number;
}

/**
 * How long opportunities stay in each open stage of a pipeline (METRICS.md B1): Kaplan–Meier of every exit,
 * Aalen–Johansen per kind of exit. Visits that still run are censored: leaving them out would tell only of the
 * quick ones. Visits of one opportunity are treated as independent.
 */
export const stageVelocity: AdditiveMetric<StageVelocityQuestion, StageVelocityResult | WithoutHistory> = {
  name: 'stageVelocity',
  read: parameters('stageVelocity', {
    pipeline,
    basis: oneOf(['visit', 'first', 'cumulative'], 'visit'),
    unit: oneOf(['days', 'hours'], 'days'),
    period: allTime,
    floor: whole(5),
  }),
  contribute,
  finish,
  mark: markCells,
};

function contribute(
  tables: Tables,
  { pipeline: id, basis, unit, period }: StageVelocityQuestion,
): Contributions {
  const out = new Contributions();
  const span = spanOf(period);
  for (const stay of stageStays(tables, id, basis)) addStay(out, stay, stay.rank - 1, { unit, span });
  return out;
}

function finish({
  params,
  selected,
  tables,
}: FinishInput<StageVelocityQuestion>): StageVelocityResult | WithoutHistory {
  if (tables.settings.history !== 'full') return WITHOUT_HISTORY;
  const stages = stageIds(tables, params.pipeline);
  const durations = staysByLane(selected, stages.length, params.unit);
  return {
    stages: stages.map((stage, lane) => velocityOf(stage, lane, durations[lane] ?? [], { params, selected })),
  };
}

function velocityOf(
  stage: string,
  lane: number,
  durations: readonly DurationCount[],
  { params, selected }: Pick<FinishInput<StageVelocityQuestion>, 'params' | 'selected'>,
): StageVelocity {
  const { basis, unit, floor } = params;
  const undated = selected.of(STAY.undated, lane);
  return {
    stage,
    basis,
    unit,
    passThrough: selected.of(STAY.passThrough, lane),
    ...stayTimes(durations, floor),
    ...(undated > 0 && { excluded: { undated } }),
  };
}

/** { stage, exit } is the stays that ended so, { stage, exit: 'open' } those that run. */
function markCells(
  mark: Mark,
  params: StageVelocityQuestion,
  tables: Tables,
  cells: CellSpace,
): readonly CellName[] | null {
  const lane = stageIds(tables, params.pipeline).indexOf(String(mark['stage']));
  const exit = EXITS.indexOf(mark['exit'] as Exit);
  if (lane < 0 || exit < 0) return null;
  const kind = STAY.exit + exit;
  return [...cells.of(kind)].filter(({ a }) => a === lane).map(({ a, b }) => [kind, a, b]);
}

function stageIds({ events }: Tables, pipelineId: string): string[] {
  return events.stages.of(pipelineId).open.map((code) => events.stages.at(code).id);
}
