import type { AmountCell, Cell, Minor, Period } from './result.js';

export type FunnelDefinition = 'entered-cohort' | 'reached' | 'visited' | 'in-order' | 'snapshot';

/** Parameters of `query('funnel', …)`; all have defaults. */
export interface FunnelParameters {
  readonly definition?: FunnelDefinition;
  /** Default: the document's first pipeline. */
  readonly pipeline?: string;
  readonly cohort?: {
    readonly axis?: 'stageEntry' | 'creation' | 'close';
    /** Null, the default, is all of time. */
    readonly period?: Period | null;
  };
  readonly skip?: 'exclude' | 'fill';
  readonly createdMidFunnel?: 'fill' | 'exclude';
  readonly backward?: 'keep' | 'revoke';
  /** The denominator below which no rate is said; default 5. */
  readonly floor?: number;
}

export interface FunnelStage {
  readonly stage: string;
  readonly count: number;
  readonly amount: Minor;
  readonly unpriced: number;
}

/** One step between neighbouring columns. */
export interface FunnelStep extends Cell {
  readonly from: string;
  readonly to: string;
  readonly entered: number;
  /** Null where the definition knows no pending. */
  readonly pending: number | null;
  readonly moved: number | null;
  readonly byAmount: AmountCell;
  /** Trace: ids by group; success, fail, pending, moved for entered-cohort, else from and to. */
  readonly ids?: Readonly<Record<string, readonly string[]>>;
}

export interface FunnelResult {
  readonly definition: FunnelDefinition;
  readonly pipeline: string;
  readonly cohort: { readonly axis: 'stageEntry' | 'creation' | 'close'; readonly period: Period | null };
  readonly skip: 'exclude' | 'fill';
  readonly createdMidFunnel: 'fill' | 'exclude';
  readonly backward: 'keep' | 'revoke';
  readonly floor: number;
  /** Columns in stage order; the last is the won stage, but for `snapshot`. */
  readonly stages: readonly FunnelStage[];
  readonly steps: readonly FunnelStep[];
  readonly overall: Cell & { readonly pending: number | null; readonly moved: number | null };
  readonly back: Readonly<Record<string, number>>;
  readonly skipped: Readonly<Record<string, number>>;
  readonly reentries: Readonly<Record<string, number>>;
  readonly lostAt: Readonly<Record<string, number>>;
  readonly reopened: number;
  /** Trace. */
  readonly midFunnelIds?: readonly string[];
  /** Trace. */
  readonly unmappedIds?: readonly string[];
  readonly n: {
    readonly used: number;
    readonly excluded: {
      readonly deleted: number;
      readonly otherPipeline: number;
      readonly undated?: number;
    };
  };
  /** Clauses of the selection that this metric does not read, sorted. */
  readonly ignoredClauses?: readonly string[];
}
