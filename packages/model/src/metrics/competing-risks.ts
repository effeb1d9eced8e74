import { exitsAt, sizeOf, type DurationCount } from './durations.js';
import { Z } from './wilson.js';

/** A share by a time with its 95 % interval; all null where it cannot be said. */
export interface Incidence {
  readonly F: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
}

/** One exit time. */
export interface IncidencePoint {
  readonly t: number;
  /** At risk: durations of at least `t`. */
  readonly n: number;
  /** Exits at `t`, by cause. */
  readonly exits: readonly number[];
  /** The share still there just before `t`. */
  readonly before: number;
  /** The share gone by `t`, by cause. */
  readonly F: readonly number[];
}

/** The shares that leave for each of several causes, over time. */
export interface CompetingRisks {
  /** One per exit time, ascending. */
  readonly points: readonly IncidencePoint[];
  /** The longest duration observed, ended or not; null without any. */
  readonly tau: number | null;
  /** The share still there at τ. */
  readonly left: number;
}

/**
 * The cumulative incidences of Aalen & Johansen (1978): F_k ← F_k + S(t−)·d_k/n at each exit time, S being
 * Kaplan–Meier of all causes together. The F_k and S add up to 1; one minus the Kaplan–Meier of a single cause
 * would not, because it takes an exit for another cause as a stay that might still end for this one.
 */
export function aalenJohansen(durations: readonly DurationCount[]): CompetingRisks {
  const points: IncidencePoint[] = [];
  let n = sizeOf(durations);
  let left = 1;
  let F: readonly number[] = [];
  for (const row of durations) {
    const d = exitsAt(row);
    if (d > 0) {
      const [before, atRisk, sofar] = [left, n, F];
      F = row.exits.map((count, cause) => (sofar[cause] ?? 0) + (before * count) / atRisk);
      points.push({ t: row.t, n, exits: row.exits, before, F });
      left *= (n - d) / n;
    }
    n -= d + row.censored;
  }
  return { points, tau: durations.at(-1)?.t ?? null, left };
}

/** The share gone for a cause by τ, 0 when there was no such exit. */
export function finalIncidence({ points }: CompetingRisks, cause: number): number {
  return points.at(-1)?.F[cause] ?? 0;
}

/**
 * The share gone for a cause by a time. Null later than anything was observed, unless nobody was left: what the
 * running ones will do is not known. The interval is that of log(−log F) with the delta-method variance of the
 * estimate (Marubini & Valsecchi 1995); null at 0 and 1.
 */
export function incidenceAt(risks: CompetingRisks, cause: number, t: number): Incidence {
  const { points, tau, left } = risks;
  if (tau === null || (t > tau && left > 0)) return { F: null, lo: null, hi: null };
  const until = points.filter((point) => point.t <= t);
  const F = until.at(-1)?.F[cause] ?? 0;
  if (F <= 0 || F >= 1 - ROUNDING) return { F, lo: null, hi: null };
  const theta = (Z * Math.sqrt(variance(until, cause, F))) / (F * -Math.log(F));
  return { F, lo: F ** Math.exp(theta), hi: F ** Math.exp(-theta) };
}

/** A sum of fractions that is exactly 1 may come out a little below it. */
const ROUNDING = 1e-12;

/** Var F_k(t), summed over the exit times up to t. */
function variance(until: readonly IncidencePoint[], cause: number, F: number): number {
  let sum = 0;
  for (const { n, exits, before, F: at } of until) {
    const d = exits.reduce((all, count) => all + count, 0);
    const own = exits[cause] ?? 0;
    const still = F - (at[cause] ?? 0);
    if (n > d) sum += (still ** 2 * d) / (n * (n - d));
    sum += (before ** 2 * own * (n - own)) / n ** 3;
    sum -= (2 * still * before * own) / n ** 2;
  }
  return Math.max(0, sum);
}
