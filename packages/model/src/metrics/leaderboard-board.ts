import { NO_DAY } from '../schema/calendar-date.js';
import type { DaySpan } from '../schema/fiscal-calendar.js';
import { submittedDay } from '../tables/registration-log.js';
import type { Tables } from '../tables/tables.js';
import type { Statistics } from './contributions.js';
import { histogramQuantile, type Tally } from './histogram-quantile.js';
import { BOARD, place } from './leaderboard-cells.js';
import type { LeaderboardQuestion } from './leaderboard-question.js';
import type { LeaderboardPeers, LeaderboardRow } from './leaderboard-result.js';
import { partnerTree } from './partner-tree.js';
import { peerPrior, shrunkenRate } from './peer-prior.js';
import { rateCell } from './wilson.js';

/** A day and a period from which partners are looked at, with the sums of whom to count and of everyone. */
export interface BoardInput {
  readonly tables: Tables;
  readonly span: DaySpan;
  readonly selected: Statistics;
  readonly everything: Statistics;
  /** Where its kinds of cells start: 0 or `PRIOR`. */
  readonly side: number;
  readonly params: LeaderboardQuestion;
  /** Which partner codes have a row; −1 is direct. */
  readonly isShown: (partner: number) => boolean;
}

/** A row before it has a rank. */
export type UnrankedRow = Omit<LeaderboardRow, 'rank' | 'priorRank' | 'movement' | 'priorValue'>;

export interface Board {
  /** By partner code; −1 is direct. */
  readonly rows: ReadonlyMap<number, UnrankedRow>;
  readonly priors: Readonly<Record<string, LeaderboardPeers>>;
  /** Codes whose opportunities the rows count, each once. */
  readonly counted: ReadonlySet<number>;
}

const NOTHING: LeaderboardPeers = { m: null, k: null, J: 0, method: 'none' };

/** Every partner's figures, and what all partners' win rates say of one another. */
export function board(input: BoardInput): Board {
  const { tables, params, selected, everything, side } = input;
  const submissions = submissionCounts(tables, input.span);
  const cycles = cycleTallies(selected, side);
  const families = params.rollup ? partnerTree(tables.log.document.partners) : [];
  const familyOf = (code: number): readonly number[] => families[code] ?? [code];
  const priors = peerPriors(input, familyOf);
  const codes = partnersMet(input, selected, submissions).filter(input.isShown);
  const rows = new Map(codes.map((code) => [code, row(code)]));
  return { rows, priors, counted: new Set(codes.flatMap(familyOf)) };

  function row(code: number): UnrankedRow {
    const family = familyOf(code);
    const total = (kind: number): number => sumOver(selected, side + kind, family);
    const own = (kind: number): number => selected.of(side + kind, place(code));
    const won = total(BOARD.wonCount);
    const lost = total(BOARD.lostCount);
    const group = peerGroup(tables, code, params);
    const { rate, lo, hi, suppressed } = rateCell(won, won + lost, params.minN);
    const tallies = family.flatMap((member) => cycles.get(member) ?? []);
    const nCycle = tallies.reduce((sum, { count }) => sum + count, 0);
    return {
      partner: tables.events.partners.at(code),
      tier: tables.tiers[code] ?? null,
      region: tables.regionOf(code),
      peerGroup: group,
      wonCount: won,
      wonAmount: total(BOARD.wonAmount),
      lostCount: lost,
      openCount: total(BOARD.openCount),
      openAmount: total(BOARD.openAmount),
      weightedOpen: total(BOARD.weightedOpen),
      noProbability: total(BOARD.noProbability),
      unpriced: total(BOARD.unpriced),
      winRate: rate,
      winLo: lo,
      winHi: hi,
      winShrunk: suppressed ? null : shrunkenRate({ won, closed: won + lost }, priors[group] ?? NOTHING),
      cycleMedian: nCycle < params.minN ? null : histogramQuantile(tallies, 0.5),
      nCycle,
      registrations: family.reduce((sum, member) => sum + (submissions.get(member) ?? 0), 0),
      credit: {
        sourced: own(BOARD.sourced),
        influenced: own(BOARD.influenced),
        fulfilled: own(BOARD.fulfilled),
      },
      touchedAmount: own(BOARD.touched),
      suppressed,
    };
  }

  function peerPriors(
    all: BoardInput,
    family: (code: number) => readonly number[],
  ): Record<string, LeaderboardPeers> {
    const groups = new Map<string, { won: number; closed: number }[]>();
    for (const code of partnersMet(all, everything, submissions)) {
      const group = peerGroup(tables, code, params);
      const counts = groups.get(group) ?? [];
      groups.set(group, counts);
      if (code < 0) continue;
      const won = sumOver(everything, side + BOARD.wonCount, family(code));
      counts.push({ won, closed: won + sumOver(everything, side + BOARD.lostCount, family(code)) });
    }
    return Object.fromEntries([...groups].map(([group, counts]) => [group, peerPrior(counts)]));
  }
}

/** Σ of a kind over partners. */
export function sumOver(sums: Statistics, kind: number, partners: Iterable<number>): number {
  let total = 0;
  for (const partner of partners) total += sums.of(kind, place(partner));
  return total;
}

/** Codes of the document's partners, of unknown ids met, and −1 when an opportunity is direct. */
function partnersMet(
  { tables, side }: BoardInput,
  sums: Statistics,
  submissions: ReadonlyMap<number, number>,
): number[] {
  const met = [...sums.each(side + BOARD.met)].map(({ a }) => a - 1);
  return [...new Set([...tables.log.document.partners.keys(), ...met, ...submissions.keys()])];
}

function peerGroup(tables: Tables, code: number, { peerBy }: LeaderboardQuestion): string {
  if (peerBy === null) return 'all';
  return (peerBy === 'tier' ? tables.tiers[code] : tables.regionOf(code)) ?? 'none';
}

/** Registrations first submitted in the span, by partner code. */
function submissionCounts({ log, asOf }: Tables, span: DaySpan): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const registration of log.registrations) {
    const day = submittedDay(registration, asOf);
    if (day === NO_DAY || day < span.from || day >= span.to) continue;
    counts.set(registration.partner, (counts.get(registration.partner) ?? 0) + 1);
  }
  return counts;
}

function cycleTallies(sums: Statistics, side: number): ReadonlyMap<number, readonly Tally[]> {
  const tallies = new Map<number, Tally[]>();
  for (const { a, b, sum } of sums.each(side + BOARD.cycle)) {
    const list = tallies.get(a - 1) ?? [];
    list.push({ value: b, count: sum });
    tallies.set(a - 1, list);
  }
  return tallies;
}
