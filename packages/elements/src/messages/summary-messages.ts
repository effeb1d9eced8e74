/** The sentences of `pipeline-summary`. */
export interface SummaryMessages {
  readonly name: Readonly<Record<SummaryFigure, string>>;
  /** What the figure counts, in words. */
  readonly definition: Readonly<Record<SummaryFigure, string>>;
  readonly rateEvidence: (num: number, den: number, range: string) => string;
  readonly tooFew: (num: number, den: number) => string;
  readonly countEvidence: (count: number, unpriced: number) => string;
  readonly weightedEvidence: (won: string, unpriced: number) => string;
}

/** The figures a summary can show. */
export type SummaryFigure = 'open' | 'won' | 'weighted' | 'winRate';
