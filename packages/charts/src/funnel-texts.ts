/** The words of a funnel, from the catalogue of the widget that shows it. Numbers come written. */
export interface FunnelTexts {
  /** Over the counts: "Entered". */
  readonly entered: string;
  /** Over the bars: "Moved on, open, lost". */
  readonly parts: string;
  /** Over the rates: "Moved on, of those decided". */
  readonly rate: string;
  /** "138 still open". */
  readonly stillOpen: (text: string, value: number) => string;
  /** "€1.2m open or elsewhere": an amount in which the two cannot be told apart. */
  readonly undecided: (text: string, value: number) => string;
  /** "288 lost". */
  readonly lost: (text: string, value: number) => string;
  /** "804 of 1,092". */
  readonly of: (part: string, whole: string) => string;
  /** Where the denominator lies below the floor: "too few". */
  readonly tooFew: string;
  /** Where nothing has been decided: "none decided". */
  readonly none: string;
  /** Beside the won bar: "158 the year before". */
  readonly before: (text: string, value: number) => string;
  /** What a mark says when it is reached; one sentence each. */
  readonly spoken: FunnelSpoken;
}

export interface FunnelSpoken {
  /** "Qualify: 1,236 entered". */
  readonly stage: (stage: string, text: string, value: number) => string;
  /** "Qualify: 804 moved on to Discovery or further". */
  readonly success: (stage: string, next: string, text: string, value: number) => string;
  /** "Qualify: 138 still open". */
  readonly pending: (stage: string, text: string, value: number) => string;
  /** "Qualify: 6 moved to another pipeline". */
  readonly moved: (stage: string, text: string, value: number) => string;
  /** "Qualify: 288 lost". */
  readonly fail: (stage: string, text: string, value: number) => string;
  /** "Qualify: 1,236 counted". */
  readonly from: (stage: string, text: string, value: number) => string;
  /** "804 of 1,236 went from Qualify to Discovery". */
  readonly to: (stage: string, next: string, part: string, whole: string) => string;
}
