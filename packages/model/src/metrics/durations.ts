/** How many stays ended, by cause, and how many were still running, after a time. */
export interface DurationCount {
  readonly t: number;
  /** By cause, in the order of the causes. */
  readonly exits: readonly number[];
  /** Still running when last seen; they count as at risk at `t` itself. */
  readonly censored: number;
}

/** The cause of a stay that has not ended. */
export const CENSORED: number = -1;

/** Some stays of one length; `cause` is an index, or `CENSORED`. */
export interface Duration {
  readonly t: number;
  readonly cause: number;
  readonly count: number;
}

/** Gathers durations into one row per time, ascending, with `causes` counts of exits each. */
export function durationCounts(durations: Iterable<Duration>, causes: number): DurationCount[] {
  const rows = new Map<number, { t: number; exits: number[]; censored: number }>();
  for (const { t, cause, count } of durations) {
    let row = rows.get(t);
    if (!row) rows.set(t, (row = { t, exits: Array.from({ length: causes }, () => 0), censored: 0 }));
    if (cause === CENSORED) row.censored += count;
    else row.exits[cause] = (row.exits[cause] ?? 0) + count;
  }
  return [...rows.values()].sort((a, b) => a.t - b.t);
}

/** Exits of a row, of whatever cause. */
export function exitsAt({ exits }: DurationCount): number {
  return exits.reduce((sum, count) => sum + count, 0);
}

/** How many durations there are, ended or running. */
export function sizeOf(durations: readonly DurationCount[]): number {
  return durations.reduce((sum, row) => sum + exitsAt(row) + row.censored, 0);
}
