import type { FunnelTexts } from '@pipeline-kit/charts';
import type { FunnelDefinition } from '@pipeline-kit/model';

/** A step in words: both stages by name, and what is known of it. */
export interface StepWords {
  readonly from: string;
  readonly to: string;
  /** `58%`. */
  readonly rate: string;
  /** Already written: a count, or an amount where the funnel is read by amount. */
  readonly num: string;
  readonly den: string;
}

/** The sentences of `pipeline-funnel`. */
export interface FunnelMessages {
  readonly name: string;
  readonly byCount: string;
  readonly byAmount: string;
  readonly by: string;

  readonly lowestStep: (step: StepWords) => string;
  readonly fell: (step: StepWords, points: string) => string;
  readonly rose: (step: StepWords, points: string) => string;
  readonly noClearChange: (step: StepWords) => string;
  readonly onlyStep: (step: StepWords) => string;
  readonly belowFloor: (step: StepWords) => string;
  readonly nothingDecided: (count: number, from: string) => string;
  readonly standToday: (count: number, stage: string) => string;
  readonly entered: (count: number, stage: string) => string;

  readonly movedOn: (step: StepWords) => string;
  readonly movedOnPrior: (step: StepWords, prior: StepWords) => string;
  readonly moreThanChance: (lo: string, hi: string) => string;
  readonly intervalOf: (range: string) => string;
  readonly needsHistory: string;
  readonly tooFew: (floor: number) => string;
  readonly openToday: (count: number) => string;
  readonly undated: (count: number) => string;
  readonly deleted: (count: number) => string;
  readonly moved: (count: number) => string;
  readonly reopened: (count: number) => string;
  readonly unpriced: (count: number) => string;
  /** By the day that the period limits. */
  readonly period: Readonly<
    Record<'stageEntry' | 'creation' | 'close', (from: string, to: string) => string>
  >;

  readonly definitionName: Readonly<Record<FunnelDefinition, string>>;
  /** The formula in words. */
  readonly definitionText: Readonly<Record<FunnelDefinition, string>>;
  readonly intervalText: string;
  readonly noInterval: string;
  readonly usedCount: (count: number) => string;

  readonly stage: string;
  readonly columnEntered: string;
  readonly columnMovedOn: string;
  readonly columnLost: string;
  readonly columnOpen: string;
  readonly columnRate: string;
  readonly columnInterval: string;
  readonly columnCount: string;
  readonly columnAmount: string;

  /** Names of marks, for chips and tooltips. */
  readonly markStage: (stage: string) => string;
  readonly markGroup: Readonly<Record<FunnelGroup, (from: string, to: string) => string>>;
  readonly opportunities: string;
  readonly amountAtEntry: string;
  readonly ofDecided: (den: string) => string;

  /** The words of the drawing. */
  readonly chart: FunnelTexts;
}

/** The groups of a step that a mark can stand for. */
export type FunnelGroup = 'success' | 'pending' | 'moved' | 'fail' | 'from' | 'to';
