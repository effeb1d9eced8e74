import type { LeaderboardPeers } from './leaderboard-result.js';

/** A partner's closed opportunities of a period. */
export interface WinCount {
  readonly won: number;
  readonly closed: number;
}

const MIN_K = 2;
const MAX_K = 200;
const DEFAULT_K = 10;

/**
 * How much partners' win rates differ beyond chance, by the method of moments for a beta-binomial:
 * ρ is the correlation between two cases of one partner, k = 1/ρ − 1 the cases that the mean is worth
 * (METRICS.md C). Partners without closed opportunities say nothing.
 */
export function peerPrior(counts: readonly WinCount[]): LeaderboardPeers {
  // In a fixed order, so that the sum of fractions does not depend on the order of the partners.
  const closing = counts
    .filter(({ closed }) => closed > 0)
    .sort((a, b) => a.closed - b.closed || a.won - b.won);
  const J = closing.length;
  const N = sum(closing, ({ closed }) => closed);
  if (N === 0) return { m: null, k: null, J, method: 'none' };
  const m = sum(closing, ({ won }) => won) / N;
  const spread = m * (1 - m);
  const denominator = spread * (N - sum(closing, ({ closed }) => closed * closed) / N - (J - 1));
  if (J < 3 || spread === 0 || denominator <= 0) return { m, k: DEFAULT_K, J, method: 'default' };
  const S = sum(closing, ({ won, closed }) => closed * (won / closed - m) ** 2);
  const rho = (S - spread * (J - 1)) / denominator;
  const k = rho <= 0 ? MAX_K : Math.min(Math.max(1 / rho - 1, MIN_K), MAX_K);
  return { m, k, J, method: 'moments' };
}

/** The win rate drawn towards the peers' mean; null without a mean. */
export function shrunkenRate({ won, closed }: WinCount, { m, k }: LeaderboardPeers): number | null {
  return m === null || k === null ? null : (won + k * m) / (closed + k);
}

function sum<T>(values: readonly T[], of: (value: T) => number): number {
  return values.reduce((total, value) => total + of(value), 0);
}
