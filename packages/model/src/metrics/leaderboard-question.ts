import type { DaySpan } from '../schema/fiscal-calendar.js';
import type { LeaderboardBy } from './leaderboard-result.js';
import type { Period } from './result.js';

/** Parameters of the leaderboard with their defaults filled in. */
export interface LeaderboardQuestion {
  readonly period: Period;
  readonly by: LeaderboardBy;
  readonly minN: number;
  readonly prior: { readonly day: number; readonly span: DaySpan } | null;
  readonly peerBy: 'tier' | 'region' | null;
  readonly rollup: boolean;
}
