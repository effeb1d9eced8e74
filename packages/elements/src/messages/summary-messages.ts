/** The sentences of `pipeline-summary`. */
export interface SummaryMessages {
  readonly name: Readonly<Record<SummaryFigure, string>>;
  readonly definition: Readonly<Record<SummaryFigure, string>>;
  /** `range` is null where there are too few for a rate. */
  readonly rate: (num: number, den: number, range: string | null) => string;
  readonly count: (count: number, unpriced: number) => string;
  readonly weighted: (won: string, unpriced: number) => string;
}

/** The figures a summary can show. */
export type SummaryFigure = 'open' | 'won' | 'weighted' | 'winRate';
