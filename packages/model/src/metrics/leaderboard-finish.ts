import { partnerFilter } from '../tables/mask.js';
import type { Tables } from '../tables/tables.js';
import { competitionRanks } from './competition-ranks.js';
import { CREDIT_ROLES } from './credit-split.js';
import { board, sumOver, type Board, type UnrankedRow } from './leaderboard-board.js';
import { BOARD, place, PRIOR } from './leaderboard-cells.js';
import type { LeaderboardQuestion } from './leaderboard-question.js';
import type { LeaderboardBy, LeaderboardResult, LeaderboardRow } from './leaderboard-result.js';
import type { CellName, FinishInput, Mark } from './metric.js';
import { spanOf } from './parameters.js';
import { partnerTree } from './partner-tree.js';

/** Sums → the leaderboard: rows in order, what they add up to, and how much they overlap. */
export function finishLeaderboard(input: FinishInput<LeaderboardQuestion>): LeaderboardResult {
  const { params, tables, selected } = input;
  const isShown = partnerFilter(tables, input.rowClauses);
  const now = board({ ...input, span: spanOf(params.period), side: 0, isShown });
  const before =
    params.prior &&
    board({ ...input, tables: tables.at(params.prior.day), span: params.prior.span, side: PRIOR, isShown });
  const rows = ranked(now, before, params.by);
  const total = (kind: number): number => sumOver(selected, kind, now.counted);
  const sum = (of: (row: LeaderboardRow) => number): number => rows.reduce((s, row) => s + of(row), 0);
  const sumOfRows = {
    wonCount: sum((row) => row.wonCount),
    wonAmount: sum((row) => row.wonAmount),
    openAmount: sum((row) => row.openAmount),
    touchedAmount: sum((row) => row.touchedAmount),
  };
  const touchedDistinct = touchedByAny(input, now);
  return {
    by: params.by,
    period: params.period,
    minN: params.minN,
    rollup: params.rollup,
    rows,
    priors: now.priors,
    totals: {
      wonCount: total(BOARD.wonCount),
      wonAmount: total(BOARD.wonAmount),
      lostCount: total(BOARD.lostCount),
      openCount: total(BOARD.openCount),
      openAmount: total(BOARD.openAmount),
      weightedOpen: total(BOARD.weightedOpen),
      unpriced: total(BOARD.unpriced),
    },
    sumOfRows,
    rowOverlap: sumOfRows.wonAmount - total(BOARD.wonAmount),
    touchedDistinct,
    touchedOverlap: sumOfRows.touchedAmount - touchedDistinct,
    ...(input.idsOf && { flags: flags(input.idsOf, now) }),
  };
}

/** { partner, group: 'won' | 'lost' | 'open' }; a null partner is direct. With `rollup`, of its descendants too. */
export function leaderboardMark(
  { partner, group }: Mark,
  { rollup }: LeaderboardQuestion,
  { events, log }: Tables,
): readonly CellName[] | null {
  const kind = { won: BOARD.wonCount, lost: BOARD.lostCount, open: BOARD.openCount }[String(group)];
  const code = partner === null || typeof partner === 'string' ? events.partners.find(partner) : undefined;
  if (kind === undefined || code === undefined) return null;
  const family = rollup ? (partnerTree(log.document.partners)[code] ?? [code]) : [code];
  return family.map((member) => [kind, place(member)]);
}

/** The rows with their ranks, in order of rank, then id; unranked rows and direct come last. */
function ranked(now: Board, before: Board | null, by: LeaderboardBy): LeaderboardRow[] {
  const ranks = boardRanks(now, by);
  const priorRanks = before && boardRanks(before, by);
  const rows: LeaderboardRow[] = [];
  for (const [code, row] of now.rows) {
    const rank = ranks.get(code) ?? null;
    const priorRank = priorRanks?.get(code) ?? null;
    const movement = rank === null || priorRank === null ? null : priorRank - rank;
    const known = before?.rows.get(code);
    rows.push({ ...row, rank, priorRank, movement, priorValue: known ? rankedBy(known, by) : null });
  }
  return rows.sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || byId(a, b));
}

function boardRanks({ rows }: Board, by: LeaderboardBy): ReadonlyMap<number, number | null> {
  const values = new Map([...rows].map(([code, row]) => [code, code < 0 ? null : rankedBy(row, by)]));
  return competitionRanks(values, by === 'cycleMedian' ? 'lowest' : 'highest');
}

function rankedBy(row: UnrankedRow, by: LeaderboardBy): number | null {
  return by === 'winRate' ? row.winShrunk : row[by];
}

function byId(a: LeaderboardRow, b: LeaderboardRow): number {
  if (a.partner === null || b.partner === null) return a.partner === null ? 1 : -1;
  return a.partner < b.partner ? -1 : 1;
}

function touchedByAny({ selected }: FinishInput<LeaderboardQuestion>, { rows }: Board): number {
  let amount = 0;
  for (const { a, sum } of selected.each(BOARD.touchedBy)) {
    const partners = selected.cells.text(a).split(' ').map(Number);
    if (partners.some((partner) => rows.has(partner))) amount += sum;
  }
  return amount;
}

/** What of the rows' credits was read otherwise than it was written. */
function flags(idsOf: (...cells: readonly CellName[]) => string[], { rows }: Board): string[] {
  const found: string[] = [];
  for (const [code, { partner }] of rows) {
    for (const id of idsOf([BOARD.demoted, place(code)])) {
      found.push(`sourced->influenced:${id}:${partner}`);
    }
  }
  for (const [index, role] of CREDIT_ROLES.entries()) {
    const cells = [...rows.keys()].map((code): CellName => [BOARD.overflow, place(code), index]);
    for (const id of idsOf(...cells)) found.push(`shareOverflow:${id}:${role}`);
  }
  return found.sort();
}
