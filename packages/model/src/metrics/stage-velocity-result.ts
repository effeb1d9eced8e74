import type { Period, Quantile, Suppressed } from './result.js';
import type { SurvivalPoint } from './survival.js';

/** How a stay in a stage ended. */
export type ExitKind = 'advance' | 'back' | 'lost' | 'won' | 'moved';

/** What one duration is: a visit, an opportunity's first visit, or all of an opportunity's visits added up. */
export type VelocityBasis = 'visit' | 'first' | 'cumulative';

/** Parameters of `query('stageVelocity', …)`; all have defaults. */
export interface StageVelocityParameters {
  /** Default: the document's first pipeline. */
  readonly pipeline?: string;
  readonly basis?: VelocityBasis;
  readonly unit?: 'days' | 'hours';
  /** Entries to count, by day; null, the default, is all of time. */
  readonly period?: Period | null;
  /** The number of ended visits below which nothing is said; default 5. */
  readonly floor?: number;
}

/** Averages that leave running visits out, or take them as over: to be shown only under that label. */
export interface NaiveVelocity {
  readonly completedMean: number;
  readonly completedMedian: number | null;
  readonly openAsDoneMean: number;
}

/** Time in one stage, in `unit`. */
export interface StageVelocity {
  readonly stage: string;
  readonly basis: VelocityBasis;
  readonly unit: 'days' | 'hours';
  /** Durations used, running ones included. */
  readonly n: number;
  readonly nOpen: number;
  readonly exits: Readonly<Record<ExitKind, number>>;
  /** Visits of less than a minute; they are among the others. */
  readonly passThrough: number;
  readonly median: Quantile;
  readonly p25: Quantile;
  readonly p75: Quantile;
  readonly p90: Quantile;
  /** The mean up to `tau`. */
  readonly rmst: number | null;
  /** The longest duration observed; null without any. */
  readonly tau: number | null;
  readonly naive: NaiveVelocity | null;
  readonly suppressed: Suppressed;
  /** One row per exit time; empty below the floor. */
  readonly curve: readonly SurvivalPoint[];
  /** The share that left by `tau`, by the exits that occur. */
  readonly cif: Readonly<Partial<Record<ExitKind, number>>> | null;
  /** Visits (opportunities, with basis 'first' and 'cumulative') that began on no known day; absent when there are none. */
  readonly excluded?: { readonly undated: number };
}

export interface StageVelocityResult {
  /** Open stages of the pipeline, in order. */
  readonly stages: readonly StageVelocity[];
}

export type { SurvivalPoint };
