import type { CalendarDate, Minor, Period, Suppressed } from './result.js';

/** What partners are ranked by. */
export type LeaderboardBy =
  'wonAmount' | 'openAmount' | 'weightedOpen' | 'winRate' | 'cycleMedian' | 'registrations';

/** Parameters of `query('leaderboard', …)`; all have defaults. */
export interface LeaderboardParameters {
  /** Default: the fiscal quarter of the as-of. */
  readonly period?: Period;
  readonly by?: LeaderboardBy;
  /** Closed (for `cycleMedian`: won with a cycle) below which no rate or median is said; default 5. */
  readonly minN?: number;
  /** An earlier day and period to tell movement from; without one there is no movement. */
  readonly prior?: LeaderboardPrior | null;
  /** Whose win rates a partner's is drawn towards: all (null, the default), its tier's, its region's. */
  readonly peerBy?: 'tier' | 'region' | null;
  /** Whether a partner's figures include those of its descendants; default false. */
  readonly rollup?: boolean;
}

export interface LeaderboardPrior {
  /** Default: the last day of the period. */
  readonly asOf?: CalendarDate;
  /** Default: the fiscal quarter of `asOf`. */
  readonly period?: Period;
}

/** One partner; won, lost, cycle and registrations are of the period, open figures of the as-of. */
export interface LeaderboardRow {
  /** Null is direct, without a partner. */
  readonly partner: string | null;
  readonly tier: string | null;
  readonly region: string | null;
  readonly peerGroup: string;
  /** 1, 2, 2, 4, …; null where it is not ranked: direct, or below `minN`. */
  readonly rank: number | null;
  readonly priorRank: number | null;
  /** Prior rank − rank: positive is up. */
  readonly movement: number | null;
  /** What it was ranked by at the prior: null without a prior, and where that could not be said. */
  readonly priorValue: number | null;
  readonly wonCount: number;
  readonly wonAmount: Minor;
  readonly lostCount: number;
  readonly openCount: number;
  readonly openAmount: Minor;
  readonly weightedOpen: Minor;
  /** Open and priced, without a probability. */
  readonly noProbability: number;
  /** Open, and won and lost of the period, without an amount in the reporting currency. */
  readonly unpriced: number;
  /** Won ÷ (won + lost), by count. */
  readonly winRate: number | null;
  readonly winLo: number | null;
  readonly winHi: number | null;
  /** The win rate drawn towards the peers' by as much as its own few cases leave open. */
  readonly winShrunk: number | null;
  /** Days from created to won. */
  readonly cycleMedian: number | null;
  readonly nCycle: number;
  /** First submitted in the period. */
  readonly registrations: number;
  /** Credited on opportunities won in the period; its own, whatever `rollup`. */
  readonly credit: { readonly sourced: Minor; readonly influenced: Minor; readonly fulfilled: Minor };
  /** Won amount of the opportunities with any of the three credits. */
  readonly touchedAmount: Minor;
  /** Why there is no win rate. */
  readonly suppressed: Suppressed;
}

/** What a peer group's win rates say of a partner before its own cases are counted. */
export interface LeaderboardPeers {
  /** Mean win rate; null when nothing is closed. */
  readonly m: number | null;
  /** How many cases the mean is worth. */
  readonly k: number | null;
  /** Partners with something closed. */
  readonly J: number;
  readonly method: 'moments' | 'default' | 'none';
}

export interface LeaderboardResult {
  readonly by: LeaderboardBy;
  readonly period: Period;
  readonly minN: number;
  readonly rollup: boolean;
  /** By rank, then id. */
  readonly rows: readonly LeaderboardRow[];
  /** By peer group, learnt from everyone whatever is selected. */
  readonly priors: Readonly<Record<string, LeaderboardPeers>>;
  /** Distinct opportunities of the rows. */
  readonly totals: {
    readonly wonCount: number;
    readonly wonAmount: Minor;
    readonly lostCount: number;
    readonly openCount: number;
    readonly openAmount: Minor;
    readonly weightedOpen: Minor;
    readonly unpriced: number;
  };
  readonly sumOfRows: {
    readonly wonCount: number;
    readonly wonAmount: Minor;
    readonly openAmount: Minor;
    readonly touchedAmount: Minor;
  };
  /** Σ won amount of the rows − distinct total. */
  readonly rowOverlap: Minor;
  /** Won amount of the distinct opportunities that the rows' partners touched. */
  readonly touchedDistinct: Minor;
  /** Σ touched amount of the rows − distinct. */
  readonly touchedOverlap: Minor;
  /** Trace: 'sourced->influenced:ID:PARTNER' and 'shareOverflow:ID:ROLE', sorted. */
  readonly flags?: readonly string[];
}
