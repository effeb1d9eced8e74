import { NO_DAY } from '../schema/calendar-date.js';
import { Growing } from './growing.js';
import { LOST, OPEN, WON } from './stage-runs.js';
import type { Tables } from './tables.js';

/** How a stay in an open stage ended; `open` is still running at the as-of (censored). */
export const EXITS = ['advance', 'back', 'lost', 'won', 'moved', 'open'] as const;

export type Exit = (typeof EXITS)[number];

/**
 * Every stay in an open stage up to the as-of, in order of opportunity, then time. Columns are parallel.
 * Opportunities that are deleted at the as-of have their visits too; whoever counts leaves them out.
 */
export interface Visits {
  readonly length: number;
  /** Row of the opportunity. */
  readonly row: Int32Array;
  /** Index into the log's runs. */
  readonly run: Int32Array;
  /** Code of the stage. */
  readonly stage: Int32Array;
  readonly rank: Int32Array;
  /** `NO_DAY` when it began at an undated event. */
  readonly enteredDay: Int32Array;
  /** `NO_DAY` while it runs. */
  readonly leftDay: Int32Array;
  readonly enteredAt: Float64Array;
  /** NaN while it runs. */
  readonly leftAt: Float64Array;
  /** Index into `EXITS`. */
  readonly exit: Int8Array;
}

export function visitsOf({ events, now }: Tables): Visits {
  const { runs, stages } = events;
  const int32 = (): Growing<Int32Array> => new Growing((n) => new Int32Array(n));
  const float64 = (): Growing<Float64Array> => new Growing((n) => new Float64Array(n));
  const columns = {
    row: int32(),
    run: int32(),
    stage: int32(),
    rank: int32(),
    enteredDay: int32(),
    leftDay: int32(),
    enteredAt: float64(),
    leftAt: float64(),
    exit: new Growing((n) => new Int8Array(n)),
  };
  const pipelineOf = (run: number): string => stages.at(runs.stage[run] ?? -1).pipeline;
  for (let row = 0; row < events.size; row++) {
    if (!now.exists[row]) continue;
    const end = now.runEnd[row] ?? 0;
    for (let run = runs.start[row] ?? 0; run < end; run++) {
      if (runs.kind[run] !== OPEN) continue;
      const next = run + 1 < end ? run + 1 : -1;
      columns.row.push(row);
      columns.run.push(run);
      columns.stage.push(runs.stage[run] ?? -1);
      columns.rank.push(runs.rank[run] ?? 0);
      columns.enteredDay.push(runs.day[run] ?? NO_DAY);
      columns.enteredAt.push(runs.at[run] ?? 0);
      columns.leftDay.push(next < 0 ? NO_DAY : (runs.day[next] ?? NO_DAY));
      columns.leftAt.push(next < 0 ? Number.NaN : (runs.at[next] ?? 0));
      columns.exit.push(EXITS.indexOf(next < 0 ? 'open' : exitOf(run, next)));
    }
  }
  return {
    length: columns.row.length,
    row: columns.row.done(),
    run: columns.run.done(),
    stage: columns.stage.done(),
    rank: columns.rank.done(),
    enteredDay: columns.enteredDay.done(),
    leftDay: columns.leftDay.done(),
    enteredAt: columns.enteredAt.done(),
    leftAt: columns.leftAt.done(),
    exit: columns.exit.done(),
  };

  function exitOf(run: number, next: number): Exit {
    const kind = runs.kind[next];
    if (pipelineOf(run) !== pipelineOf(next)) return 'moved';
    if (kind === WON) return 'won';
    if (kind === LOST) return 'lost';
    if (kind !== OPEN) return 'moved';
    return (runs.rank[next] ?? 0) > (runs.rank[run] ?? 0) ? 'advance' : 'back';
  }
}
