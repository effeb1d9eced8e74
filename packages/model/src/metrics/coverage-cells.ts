/** Kinds of cells of coverage. */
export const COVERAGE = {
  won: 0,
  wonAmount: 1,
  due: 2,
  dueAmount: 3,
  overdue: 4,
  overdueAmount: 5,
  commitAmount: 6,
  unpriced: 7,
  poolCount: 8,
  pool: 9,
  converted: 10,
  /** Takes three kinds (see `Contributions.addSquare`). */
  poolSquare: 11,
} as const;
