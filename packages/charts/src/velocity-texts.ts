import type { ExitKind } from '@pipeline-kit/model';

/** The words of stage velocity, from the catalogue of the widget that shows it. Numbers come written. */
export interface VelocityTexts {
  /** Over the medians: "Median". */
  readonly median: string;
  /** Over the counts: "Ended + open". */
  readonly counts: string;
  /** "1,164 + 138". */
  readonly count: (ended: string, open: string) => string;
  /** Behind a median: "d". */
  readonly unit: string;
  /** At the start of the axis: "0 days". */
  readonly zero: string;
  /** "median not reached", "slowest quarter not reached", "slowest tenth not reached". */
  readonly notReached: (which: 'median' | 'p75' | 'p90') => string;
  /** The same where there is little room: "not reached". */
  readonly notReachedShort: string;
  /** Below the floor: "3 ended, too few". */
  readonly tooFew: (ended: string, value: number) => string;
  /** At the mean of the ended visits alone, shown on request: "29 ended only". */
  readonly naive: (text: string) => string;
  /** What a mark says: "Proposal: 126 visits ended lost", "Proposal: 66 visits still run". */
  readonly spoken: (stage: string, exit: ExitKind | 'open', text: string, value: number) => string;
}
