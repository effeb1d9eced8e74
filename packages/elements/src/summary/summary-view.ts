import type { LeaderboardResult, WeightedForecastResult, WinRateResult } from '@pipeline-kit/model';
import type { ViewContext, WidgetView } from '../base/view.js';
import type { SummaryFigure } from '../messages/summary-messages.js';

/** The one answer a figure needs. */
export interface SummaryAnswers {
  readonly board?: LeaderboardResult;
  readonly forecast?: WeightedForecastResult;
  readonly winRate?: WinRateResult;
}

/** A single figure and what it rests on. */
export function summaryView(
  answers: SummaryAnswers,
  figure: SummaryFigure,
  { texts }: ViewContext,
): WidgetView {
  const { summary: say, format, card } = texts;
  const { totals } = answers.board ?? {};
  const { won, total, unpriced = 0 } = answers.forecast ?? {};
  const cell = answers.winRate?.closedByCount;
  const [finding, evidence] = cell
    ? cell.rate === null
      ? ['–', say.tooFew(cell.num, cell.den)]
      : [
          format.percent(cell.rate),
          say.rateEvidence(cell.num, cell.den, format.percentRange(cell.lo ?? 0, cell.hi ?? 1)),
        ]
    : totals
      ? [format.money(totals.openAmount), say.countEvidence(totals.openCount, totals.unpriced)]
      : figure === 'won'
        ? [format.money(won?.amount ?? 0), say.countEvidence(won?.count ?? 0, won?.unpriced ?? 0)]
        : [format.money(total ?? 0), say.weightedEvidence(format.money(won?.amount ?? 0), unpriced)];
  return {
    isEmpty: false,
    finding,
    evidence,
    notes: [],
    methods: [[card.definition, say.definition[figure]]],
    table: null,
    draw: null,
    metric: 'leaderboard',
    params: {},
    describe: ({ label }) => ({ title: label, lines: [], count: 0 }),
    clause: () => null,
  };
}
