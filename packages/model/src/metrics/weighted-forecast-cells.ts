/** Kinds of cells of the weighted forecast. The groups are counts by category: 0 none, else its index + 1. */
export const WEIGHTED = {
  won: 0,
  open: 1,
  overdue: 2,
  noCloseDate: 3,
  otherPeriod: 4,
  wonAmount: 5,
  wonUnpriced: 6,
  /** By group and category. */
  amount: 7,
  /** By group. */
  weighted: 8,
  unpriced: 9,
  noProbability: 10,
} as const;

export type WeightedGroupName = 'won' | 'open' | 'overdue' | 'noCloseDate' | 'otherPeriod';

/** Coordinates of the categories, with that of none. */
export const CATEGORY_CODES: readonly number[] = [0, 1, 2, 3, 4, 5];
