import { NO_DAY } from '../schema/calendar-date.js';
import type { Period } from '../schema/document.js';
import { LOST } from '../tables/stage-runs.js';
import type { Tables } from '../tables/tables.js';
import { aalenJohansen } from './competing-risks.js';
import { Contributions, type Statistics } from './contributions.js';
import { CENSORED, durationCounts, sizeOf, type Duration, type DurationCount } from './durations.js';
import type { EventualAdvance, EventualAdvanceResult } from './eventual-advance-result.js';
import { incidenceWithin, unsaidWithin } from './incidence-within.js';
import { funnelPath, type FunnelPath } from './funnel-path.js';
import type { AdditiveMetric, FinishInput } from './metric.js';
import { endedFor, MOVED } from './outcome-durations.js';
import { allTime, dayList, parameters, pipeline, spanOf, whole } from './parameters.js';
import { pipelineFate } from './pipeline-fate.js';
import { suppression } from './wilson.js';
import { within } from './within.js';
import { WITHOUT_HISTORY, type WithoutHistory } from './without-history.js';

interface EventualAdvanceQuestion {
  readonly pipeline: string;
  readonly days: readonly number[];
  readonly period: Period | null;
  readonly floor: number;
}

/** Kinds of cells. First coordinate: the stage, from 0; second, but for `undated`: days since entry. */
const CELL = { advance: 0, lost: 1, moved: 2, open: 3, undated: 4 } as const;

/** Causes are the kinds of cells. */
const CAUSES = [CELL.advance, CELL.lost, CELL.moved] as const;

/**
 * How many of those that entered a stage move on within x days (METRICS.md A): Aalen–Johansen from the first entry,
 * lost and moved away competing, the rest censored. A young cohort is not punished for what it had no time to do.
 */
export const eventualAdvance: AdditiveMetric<
  EventualAdvanceQuestion,
  EventualAdvanceResult | WithoutHistory
> = {
  name: 'eventualAdvance',
  read: parameters('eventualAdvance', {
    pipeline,
    days: dayList([30, 60, 90, 180]),
    period: allTime,
    floor: whole(5),
  }),
  contribute,
  finish,
};

function contribute(tables: Tables, { pipeline: id, period }: EventualAdvanceQuestion): Contributions {
  const out = new Contributions();
  const { events, now } = tables;
  const stages = events.stages.of(id);
  const span = spanOf(period);
  for (let row = 0; row < events.size; row++) {
    const path = now.live[row] ? funnelPath(tables, row, id, stages) : null;
    for (const [column, entry] of (path?.firstEntry ?? []).entries()) {
      if (entry < 0 || !path) continue;
      const entered = events.runs.day[entry] ?? NO_DAY;
      if (entered === NO_DAY) out.add(row, 1, CELL.undated, column);
      else if (within(entered, span)) {
        const { kind, day } = exitFrom(tables, row, path, { id, column, entry });
        out.add(row, 1, kind, column, Math.max(0, day - entered));
      }
    }
  }
  return out;
}

interface Entry {
  readonly id: string;
  readonly column: number;
  /** The run of the first entry. */
  readonly entry: number;
}

/** Advanced when it was ever further later, or stands won; then lost or moved as it stands now. */
function exitFrom(
  tables: Tables,
  row: number,
  path: FunnelPath,
  { id, column, entry }: Entry,
): { readonly kind: number; readonly day: number } {
  const further = path.open.find(({ rank, run }) => rank > column + 1 && run > entry);
  if (further) return { kind: CELL.advance, day: tables.events.runs.day[further.run] ?? NO_DAY };
  const { outcome, day } = pipelineFate(tables, row, id);
  if (path.wonHere) return { kind: CELL.advance, day };
  return { kind: outcome === LOST ? CELL.lost : outcome === MOVED ? CELL.moved : CELL.open, day };
}

function finish({
  params,
  selected,
  tables,
}: FinishInput<EventualAdvanceQuestion>): EventualAdvanceResult | WithoutHistory {
  if (tables.settings.history !== 'full') return WITHOUT_HISTORY;
  const stages = tables.events.stages
    .of(params.pipeline)
    .open.map((code) => tables.events.stages.at(code).id);
  const durations = durationsByStage(selected, stages.length);
  return {
    stages: stages.map((stage, column) =>
      advanceOf(stage, durations[column] ?? [], selected.of(CELL.undated, column), params),
    ),
  };
}

function durationsByStage(selected: Statistics, stages: number): DurationCount[][] {
  const found: Duration[][] = Array.from({ length: stages }, () => []);
  for (const kind of [...CAUSES, CELL.open]) {
    for (const { a, b, sum } of selected.each(kind)) {
      found[a]?.push({ t: b, cause: kind === CELL.open ? CENSORED : kind, count: sum });
    }
  }
  return found.map((list) => durationCounts(list, CAUSES.length));
}

function advanceOf(
  stage: string,
  durations: readonly DurationCount[],
  undated: number,
  { days, floor }: EventualAdvanceQuestion,
): EventualAdvance {
  const n = sizeOf(durations);
  const suppressed = suppression(n, floor);
  const risks = aalenJohansen(durations);
  return {
    stage,
    n,
    nAdvanced: endedFor(durations, CELL.advance),
    nLost: endedFor(durations, CELL.lost),
    nMoved: endedFor(durations, CELL.moved),
    nOpen: durations.reduce((sum, { censored }) => sum + censored, 0),
    tau: risks.tau,
    suppressed,
    within: suppressed ? unsaidWithin(days) : incidenceWithin(risks, CELL.advance, days),
    ...(undated > 0 && { excluded: { undated } }),
  };
}
