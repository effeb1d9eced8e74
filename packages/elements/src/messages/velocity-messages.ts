import type { VelocityTexts } from '@pipeline-kit/charts';
import type { ExitKind } from '@pipeline-kit/model';

/** A duration in words: `38 days`, `11 hours`. */
export type WrittenDuration = string;

/** The sentences of `pipeline-velocity`. */
export interface VelocityMessages {
  readonly name: string;

  readonly slowest: (stage: string, within: WrittenDuration) => string;
  readonly slower: (stage: string, within: WrittenDuration, more: string) => string;
  readonly faster: (stage: string, within: WrittenDuration, less: string) => string;
  readonly noClearChange: (stage: string, within: WrittenDuration) => string;
  readonly notReached: (stage: string) => string;
  readonly tooFew: string;
  readonly needsHistory: string;

  readonly evidence: string;
  readonly interval: (from: string, to: string) => string;
  readonly intervalFrom: (from: string) => string;
  readonly seenFor: (duration: WrittenDuration) => string;
  readonly floor: (floor: number) => string;

  readonly days: (count: number) => WrittenDuration;
  readonly hours: (count: number) => WrittenDuration;

  readonly key: string;
  readonly keyPrior: string;
  readonly passThrough: (count: number) => string;
  readonly undated: (count: number) => string;

  readonly definitionName: string;
  readonly definitionText: string;
  readonly intervalText: string;
  readonly visits: (ended: number, open: number) => string;
  readonly naiveTerm: string;
  readonly naiveText: (values: string) => string;

  readonly stage: string;
  readonly columnMedian: string;
  readonly columnInterval: string;
  readonly columnMiddle: string;
  readonly columnTenth: string;
  readonly columnEnded: string;
  readonly columnOpen: string;

  readonly markExit: Readonly<Record<ExitKind | 'open', (stage: string) => string>>;
  readonly visitsTerm: string;
  readonly ofEnded: string;

  /** The factors of sales velocity: `a day`, `open`, `win rate`, `mean won`, `to win`. */
  readonly factors: {
    readonly perDay: string;
    readonly open: string;
    readonly winRate: string;
    readonly meanWon: string;
    readonly toWin: string;
    /** All of it as one sentence, for who cannot see the signs. */
    readonly spoken: (
      perDay: string,
      open: string,
      winRate: string,
      meanWon: string,
      toWin: string,
    ) => string;
    readonly text: string;
  };

  readonly chart: VelocityTexts;
}
