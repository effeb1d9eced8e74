import type { ClauseField, ClauseValue } from '../schema/clause.js';

/** Parameters of `query('valueCounts', …)`. */
export interface ValueCountsParameters {
  /** A field of the selection whose values can be listed: not an amount, not a date. Default 'stage'. */
  readonly field?: ClauseField;
  /** How many values at most; default 1000. */
  readonly limit?: number;
}

/** The values of a field, most frequent first, and how many opportunities have each. */
export interface ValueCountsResult {
  readonly field: ClauseField;
  /** Every value of the pipeline, with the number of selected opportunities: 0 where none of them has it. */
  readonly values: readonly {
    /** Null is unknown. */
    readonly value: ClauseValue;
    readonly count: number;
  }[];
  /** How many values there are, listed or not. */
  readonly distinct: number;
  /** Opportunities. With several products each, the counts of values add up to more. */
  readonly n: number;
}
