import type { LeaderboardResult, WeightedForecastResult, WinRateResult } from '@pipeline-kit/model';
import type { Figure } from '../base/figure-view.js';
import type { Texts } from '../messages/catalogue.js';
import type { SummaryFigure } from '../messages/summary-messages.js';

/** The one answer that a figure needs. */
export interface SummaryAnswers {
  readonly board?: LeaderboardResult;
  readonly forecast?: WeightedForecastResult;
  readonly winRate?: WinRateResult;
}

/** A single figure and what it rests on. */
export function summaryFigure(answers: SummaryAnswers, figure: SummaryFigure, texts: Texts): Figure {
  const { summary: say, format } = texts;
  const { board, forecast, winRate } = answers;
  const said = (finding: string, evidence: string): Figure => ({
    finding,
    evidence,
    definition: say.definition[figure],
  });
  if (winRate) {
    const { num, den, rate, lo, hi } = winRate.closedByCount;
    if (rate === null) return said('–', say.rate(num, den, null));
    return said(format.percent(rate, den), say.rate(num, den, format.percentRange(lo ?? 0, hi ?? 1, den)));
  }
  if (board)
    return said(
      format.money(board.totals.openAmount),
      say.count(board.totals.openCount, board.totals.unpriced),
    );
  if (!forecast) return said('–', '');
  const { won, total, unpriced } = forecast;
  if (figure === 'won') return said(format.money(won.amount), say.count(won.count, won.unpriced));
  return said(format.money(total), say.weighted(format.money(won.amount), unpriced));
}
