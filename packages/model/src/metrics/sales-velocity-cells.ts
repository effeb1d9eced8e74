import type { Period } from '../schema/document.js';

/** Parameters of the sales velocity with their defaults filled in. */
export interface SalesVelocityQuestion {
  readonly period: Period;
  readonly pipeline: string;
  /** Null in a pipeline without open stages, where only a win is qualified. */
  readonly qualifiedStage: string | null;
  readonly qualifiedRank: number;
  readonly floor: number;
}

/** Kinds of cells; `entered` takes a kind per outcome (`outcomeDurations`). */
export const SALES = {
  open: 0,
  won: 1,
  lost: 2,
  priced: 3,
  amount: 4,
  cycles: 5,
  cycleDays: 6,
  undated: 7,
  entered: 8,
} as const;
