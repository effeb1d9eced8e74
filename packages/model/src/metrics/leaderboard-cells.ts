import type { CreditRoleShown } from './credit-split.js';

/**
 * Kinds of cells of the leaderboard. The first coordinate is a partner: 0 direct, else its code + 1.
 * The figures of the prior day are the same kinds from `PRIOR` on.
 */
export const BOARD = {
  /** Any opportunity of the partner, or any credit of it on one won in the period. */
  met: 0,
  wonCount: 1,
  wonAmount: 2,
  lostCount: 3,
  openCount: 4,
  openAmount: 5,
  weightedOpen: 6,
  noProbability: 7,
  unpriced: 8,
  /** The second coordinate is days from created to won. */
  cycle: 9,
  sourced: 10,
  influenced: 11,
  fulfilled: 12,
  touched: 13,
  /** The coordinate is the text code of all partners that touched the opportunity. */
  touchedBy: 14,
  /** Opportunities on which the partner's sourcing counts as influence. */
  demoted: 15,
  /** The second coordinate is an index into the roles. */
  overflow: 16,
} as const;

export const PRIOR = 32;

export const CREDIT_CELLS: Readonly<Record<CreditRoleShown, number>> = {
  sourced: BOARD.sourced,
  influenced: BOARD.influenced,
  fulfilled: BOARD.fulfilled,
};

/** The coordinate of a partner code; −1 is direct. */
export function place(partner: number): number {
  return partner + 1;
}
