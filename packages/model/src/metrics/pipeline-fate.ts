import { NO_DAY } from '../schema/calendar-date.js';
import { LOST, OPEN, WON } from '../tables/stage-runs.js';
import type { Tables } from '../tables/tables.js';
import { MOVED } from './outcome-durations.js';
import { pipelineOf } from './pipeline-of.js';

/** What became of an opportunity as seen from one pipeline. */
export interface Fate {
  /** `WON` or `LOST` when it stands closed here, `MOVED` when it is in another pipeline now, else `OPEN`. */
  readonly outcome: number;
  /** The closing day, the day on which its present stay elsewhere began, or the as-of; `NO_DAY` when not known. */
  readonly day: number;
}

/** For an opportunity that was in the pipeline: how its time there ended, if it did. */
export function pipelineFate(tables: Tables, row: number, pipeline: string): Fate {
  const { asOf, events, now } = tables;
  if (pipelineOf(tables, row) !== pipeline) {
    const { runs, stages } = events;
    let run = (now.runEnd[row] ?? 0) - 1;
    while (run > (runs.start[row] ?? 0) && stages.entries[runs.stage[run - 1] ?? -1]?.pipeline !== pipeline)
      run -= 1;
    return { outcome: MOVED, day: runs.day[run] ?? NO_DAY };
  }
  const outcome = now.outcome[row] ?? OPEN;
  if (outcome !== WON && outcome !== LOST) return { outcome: OPEN, day: asOf };
  return { outcome, day: now.closedDay[row] ?? NO_DAY };
}
