import { LOST, OPEN, UNMAPPED, WON } from '../tables/stage-runs.js';
import type { PipelineStages } from '../tables/stage-index.js';
import type { Tables } from '../tables/tables.js';

/** One stay in an open stage of the pipeline. */
interface Stay {
  readonly rank: number;
  readonly run: number;
}

/** An opportunity's way through one pipeline, up to the as-of. Runs are indices into the log's runs, −1 for none. */
export interface FunnelPath {
  /** K, the number of open stages. */
  readonly count: number;
  readonly open: readonly Stay[];
  /** First run here, of any kind. */
  readonly firstRun: number;
  /** First entry to each open stage, by column. */
  readonly firstEntry: readonly number[];
  readonly wonHere: boolean;
  readonly lostHere: boolean;
  /** Now in another pipeline. */
  readonly elsewhere: boolean;
  /** First stage event past the first stage. */
  readonly midFunnel: boolean;
  /** Rank of the first open or standing won event; 0 without one. */
  readonly startRank: number;
  readonly lastOpenRank: number;
  /** Column of the last open stage before the standing closing; K for none. */
  readonly lastOpenBeforeClosing: number;
  readonly reopened: boolean;
  readonly unmapped: boolean;
  /** Column of the open stage it stands in now, −1 for none. */
  readonly standsIn: number;
  /** First run that is past the rank: an open stage of higher rank, or the standing won. */
  readonly passing: (rank: number) => number;
}

/** Null when the opportunity was never in the pipeline. */
export function funnelPath(
  { events, now }: Tables,
  row: number,
  pipeline: string,
  stages: PipelineStages,
): FunnelPath | null {
  const { runs } = events;
  const first = runs.start[row] ?? 0;
  const end = now.runEnd[row] ?? 0;
  const isHere = (run: number): boolean =>
    events.stages.entries[runs.stage[run] ?? -1]?.pipeline === pipeline;
  const here: number[] = [];
  for (let run = first; run < end; run++) if (isHere(run)) here.push(run);
  const isOwn = events.pipelines.at(events.pipeline[row] ?? -1) === pipeline;
  if (here.length === 0 && (end > first || !isOwn)) return null;

  const count = stages.open.length;
  const open = here.flatMap((run) => (runs.kind[run] === OPEN ? [{ rank: runs.rank[run] ?? 0, run }] : []));
  const firstEntry = Array.from(
    { length: count },
    (_, i) => open.find(({ rank }) => rank === i + 1)?.run ?? -1,
  );
  const standsHere = end > first && isHere(end - 1);
  const wonHere = standsHere && now.outcome[row] === WON;
  const lostHere = standsHere && now.outcome[row] === LOST;
  const closing = now.closedRun[row] ?? -1;
  const firstRun = here[0] ?? -1;
  const firstKind = runs.kind[firstRun];
  const before = open.findLast(({ run }) => run < closing);
  const rankNow = standsHere && runs.kind[end - 1] === OPEN ? (runs.rank[end - 1] ?? 0) : 0;
  return {
    count,
    open,
    firstRun,
    firstEntry,
    wonHere,
    lostHere,
    elsewhere: end > first && !standsHere,
    midFunnel: (firstKind === OPEN || firstKind === WON) && (runs.rank[firstRun] ?? 0) > 1,
    startRank: open[0]?.rank ?? (wonHere ? count + 1 : 0),
    lastOpenRank: open.at(-1)?.rank ?? 0,
    lastOpenBeforeClosing: before ? before.rank - 1 : count,
    reopened: here.some(
      (run, i) => isClosed(runs.kind[run]) && !isClosed(runs.kind[here[i + 1] ?? -1] ?? WON),
    ),
    unmapped: (standsHere && runs.kind[end - 1] === UNMAPPED) || (here.length === 0 && isOwn),
    standsIn: rankNow - 1,
    passing: (rank) => open.find((stay) => stay.rank > rank)?.run ?? (wonHere ? closing : -1),
  };
}

function isClosed(kind: number | undefined): boolean {
  return kind === WON || kind === LOST;
}
