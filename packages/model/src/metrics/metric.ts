import type { Selection } from '../schema/clause.js';
import type { Mask } from '../tables/mask.js';
import type { Tables } from '../tables/tables.js';
import type { CellSpace } from './cell-space.js';
import type { Contributions, Statistics } from './contributions.js';

/** A mark of a chart as plain data: { stage }, { from, group }, … (METRICS.md, "A mark names"). */
export type Mark = Readonly<Record<string, string | number | boolean | null>>;

/** How a metric treats the clauses of a selection; a field in neither list filters opportunities. */
export interface ClauseUse {
  /** Fields whose clauses pick the rows shown instead of filtering opportunities. */
  readonly rows?: readonly string[];
  /** 'others': every field that is not in `rows` is ignored; 'all': every clause is. */
  readonly ignored?: 'others' | 'all';
}

/** What both kinds of metric are asked with. */
export interface Question<P> {
  readonly params: P;
  /** The pipeline at the as-of; `tables.at(day)` is another day. */
  readonly tables: Tables;
  /** Everyone when null. Membership is decided at the as-of. */
  readonly mask: Mask | null;
  /** Clauses that pick rows (see `ClauseUse.rows`). */
  readonly rowClauses: Selection;
  /** The whole selection as it was asked. */
  readonly selection: Selection;
  readonly trace: boolean;
}

/** A metric that is the sum of what its opportunities contribute, then a finish that sees no row. */
export interface AdditiveMetric<P, R> {
  readonly name: string;
  readonly clauses?: ClauseUse;
  /** Checks what was asked and fills in defaults; throws a RangeError that names what is unknown. */
  readonly read: (asked: Readonly<Record<string, unknown>>, tables: Tables) => P;
  /** First half: what every opportunity adds to which cell. Depends on no selection. */
  readonly contribute: (tables: Tables, params: P) => Contributions;
  /** Second half: sums → result. `idsOf(kind, a, b)` is trace: the ids behind cells, undefined unless asked for. */
  readonly finish: (input: FinishInput<P>) => R;
  /** Cells, as [kind, a, b], whose opportunities a mark stands for; null for a mark the metric does not know. */
  readonly mark?: (mark: Mark, params: P, tables: Tables, cells: CellSpace) => readonly CellName[] | null;
}

export type CellName = readonly [kind: number, a?: number, b?: number];

export interface FinishInput<P> extends Question<P> {
  readonly selected: Statistics;
  /** Sums over everything, for what is learnt from everything. */
  readonly everything: Statistics;
  readonly idsOf: ((...cells: readonly CellName[]) => string[]) | undefined;
}

/** A metric that reads tables and mask itself. */
export interface DirectMetric<P, R> {
  readonly name: string;
  readonly clauses?: ClauseUse;
  readonly read: (asked: Readonly<Record<string, unknown>>, tables: Tables) => P;
  readonly compute: (question: Question<P>) => R;
  /** Rows behind a mark; null for a mark the metric does not know. */
  readonly members?: (mark: Mark, question: Question<P>) => readonly number[] | null;
}

export type Metric<P, R> = AdditiveMetric<P, R> | DirectMetric<P, R>;
