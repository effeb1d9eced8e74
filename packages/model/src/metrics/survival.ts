import { exitsAt, sizeOf, type DurationCount } from './durations.js';
import type { Quantile } from './result.js';
import { Z } from './wilson.js';

/** The share still there just after an exit time, with its 95 % band. */
export interface SurvivalPoint {
  readonly t: number;
  /** At risk: durations of at least `t`. */
  readonly n: number;
  /** Exits at `t`. */
  readonly d: number;
  readonly S: number;
  readonly lo: number;
  /** Null where nobody is left. */
  readonly hi: number | null;
}

/** A Kaplan–Meier curve: 1 until the first exit, then as the last point at or before a time says. */
export interface Survival {
  /** One per exit time, ascending. */
  readonly points: readonly SurvivalPoint[];
  /** The longest duration observed, ended or not; null without any. */
  readonly tau: number | null;
}

/** A quantile that was not reached, or is not said. */
export const NOT_REACHED: Quantile = { value: null, lo: null, hi: null };

/**
 * The product-limit estimate of Kaplan & Meier (1958): at each exit time S ← S·(n − d)/n, where exits come
 * before censorings of the same time. Running stays are at risk until they were last seen, so they lengthen the
 * estimate instead of being dropped or taken as ended.
 *
 * The band is Greenwood's (1926) variance V = Σ d/(n(n − d)) carried to log(−log S), which keeps it within 0 and 1
 * (Kalbfleisch & Prentice 1980).
 */
export function kaplanMeier(durations: readonly DurationCount[]): Survival {
  const points: SurvivalPoint[] = [];
  let n = sizeOf(durations);
  let S = 1;
  let V = 0;
  for (const row of durations) {
    const d = exitsAt(row);
    if (d > 0) {
      S *= (n - d) / n;
      V += d / (n * (n - d));
      points.push({ t: row.t, n, d, S, ...band(S, V) });
    }
    n -= d + row.censored;
  }
  return { points, tau: durations.at(-1)?.t ?? null };
}

/** The share still there at a time. Null later than anything was observed, unless nobody was left. */
export function survivalAt({ points, tau }: Survival, t: number): number | null {
  const S = points.findLast((point) => point.t <= t)?.S ?? 1;
  return tau === null || (t > tau && S > 0) ? null : S;
}

/**
 * The time by which a share `q` is over: the first with S ≤ 1 − q. Its limits are the first times at which the
 * lower and the upper edge of the band come down as far (Brookmeyer & Crowley 1982). Null: not reached yet.
 */
export function survivalQuantile({ points }: Survival, q: number): Quantile {
  const left = 1 - q;
  const first = (reached: (point: SurvivalPoint) => boolean): number | null =>
    points.find(reached)?.t ?? null;
  return {
    value: first(({ S }) => S <= left + ROUNDING),
    lo: first(({ lo }) => lo <= left),
    hi: first(({ hi }) => hi !== null && hi <= left),
  };
}

/** The mean restricted to τ: the area under the curve up to the longest duration observed; null without any. */
export function restrictedMean({ points, tau }: Survival): number | null {
  if (tau === null) return null;
  let area = 0;
  let t = 0;
  let S = 1;
  for (const point of points) {
    area += S * (point.t - t);
    ({ t, S } = point);
  }
  return area + S * (tau - t);
}

/** A product of fractions that is exactly 1 − q may come out a little above it. */
const ROUNDING = 1e-9;

function band(S: number, V: number): { readonly lo: number; readonly hi: number | null } {
  if (S === 0) return { lo: 0, hi: null };
  const theta = (Z * Math.sqrt(V)) / -Math.log(S);
  return { lo: S ** Math.exp(theta), hi: S ** Math.exp(-theta) };
}
