import { NO_DAY } from '../schema/calendar-date.js';
import { OPEN, WON } from '../tables/stage-runs.js';
import type { Tables } from '../tables/tables.js';
import type { CycleStart } from './cycle-result.js';
import { pipelineOf } from './pipeline-of.js';

/** The day on which an opportunity's cycle starts; `NO_DAY` when no day is known, null when it has not started. */
export function cycleStart(tables: Tables, row: number, start: CycleStart): number | null {
  const { events, now, submissions } = tables;
  if (start === 'created') return events.createdDay[row] ?? NO_DAY;
  if (start === 'registered') return submissions[row] === NO_DAY ? null : (submissions[row] ?? null);
  if (start === 'qualified') return dayOfRun(tables, qualifiedRun(tables, row));
  const first = events.runs.start[row] ?? 0;
  return dayOfRun(tables, first < (now.runEnd[row] ?? 0) ? first : -1);
}

function dayOfRun({ events: { runs } }: Tables, run: number): number | null {
  return run < 0 ? null : (runs.day[run] ?? NO_DAY);
}

/** The first run at or past the qualified rank of its present pipeline, or the standing won; −1 without one. */
function qualifiedRun(tables: Tables, row: number): number {
  const { events, now } = tables;
  const { runs, stages } = events;
  const pipeline = pipelineOf(tables, row) ?? '';
  const { qualifiedRank } = stages.of(pipeline);
  for (let run = runs.start[row] ?? 0; run < (now.runEnd[row] ?? 0); run++) {
    const isQualified = runs.kind[run] === OPEN && (runs.rank[run] ?? 0) >= qualifiedRank;
    if (isQualified && stages.entries[runs.stage[run] ?? -1]?.pipeline === pipeline) return run;
  }
  return now.outcome[row] === WON ? (now.closedRun[row] ?? -1) : -1;
}
