import type { HistogramField } from '@pipeline-kit/model';

/** Which opportunities a range is of. */
export type RangeOutcome = 'open' | 'won' | 'lost' | 'all';

/** How many of how many a sentence speaks of. */
export interface RangeCount {
  readonly chosen: number;
  readonly n: number;
  readonly outcome: RangeOutcome;
}

/** The sentences about one field: `393 of 490 open are between €20k and €200k`. */
export interface RangeSentences {
  readonly between: (count: RangeCount, from: string, to: string, period: string) => string;
  readonly from: (count: RangeCount, from: string) => string;
  readonly before: (count: RangeCount, to: string) => string;
  /** Beside the axis, and without a value: `1 above €280k, 5 without amount`. */
  readonly below: (count: number, edge: string) => string;
  readonly above: (count: number, edge: string) => string;
  readonly unknown: (count: number) => string;
  readonly unknownRow: string;
  /** None of them has a value. */
  readonly noneKnown: (count: RangeCount) => string;
  /** What is counted, in words. */
  readonly definition: (outcome: RangeOutcome) => string;
}

/** The sentences of `pipeline-range`. */
export interface RangeMessages {
  readonly name: Readonly<Record<HistogramField, string>>;
  readonly field: Readonly<Record<HistogramField, RangeSentences>>;
  /** What to do with the picture: with a range chosen, and without. */
  readonly dragEdges: string;
  readonly dragOver: string;
  /** The accessible names of the group and of both ends. */
  readonly group: (name: string) => string;
  readonly lowEnd: (name: string) => string;
  readonly highEnd: (name: string) => string;
  /** An end that lies at the end of the axis limits nothing. */
  readonly noLowEnd: string;
  readonly noHighEnd: string;
  /** How the axis was made. */
  readonly axis: string;
  readonly axisRule: (step: string) => string;
  readonly columnRange: string;
  readonly columnCount: string;
  readonly columnChosen: string;
  readonly isChosen: string;
}
