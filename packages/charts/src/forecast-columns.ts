import type { Period, WeightedForecastResult } from '@pipeline-kit/model';
import type { QuotaFigures } from './results.js';

/** The categories of a stack, from the one nearest to won upwards; omitted ones are not forecast. */
export type StackedCategory = 'commit' | 'mostLikely' | 'bestCase' | 'pipeline' | 'none';

export const STACK: readonly StackedCategory[] = ['commit', 'mostLikely', 'bestCase', 'pipeline', 'none'];

/** One period as a widget asked for it. */
export interface ForecastPeriod {
  /** "Q2 26"; of the running one "Q2 26, to 20 May". */
  readonly label: string;
  readonly when: 'past' | 'present' | 'future';
  readonly forecast: WeightedForecastResult;
  /** Null where no quota was asked for. */
  readonly coverage: QuotaFigures | null;
}

/** A mark of the weighted forecast (METRICS.md § 3). */
export type ForecastMark =
  | { readonly group: 'won' | 'overdue' | 'noCloseDate' }
  | { readonly group: 'open'; readonly category: StackedCategory };

/** A stretch of a bar: what it is, where it begins and how much it is, in minor units. */
export interface ForecastPart {
  readonly part: StackedCategory | 'won' | 'overdue' | 'noCloseDate';
  readonly from: number;
  readonly amount: number;
  readonly mark: ForecastMark;
}

/** One bar: a period, or what is in none. */
export interface ForecastColumn {
  readonly key: string;
  readonly kind: ForecastPeriod['when'] | 'apart';
  readonly label: string;
  readonly parts: readonly ForecastPart[];
  /** The upper end of the bar. */
  readonly top: number;
  readonly quota: number | null;
  /** Won and weighted; null in the past, where it is the won. */
  readonly weighted: number | null;
  readonly coverage: QuotaFigures | null;
  readonly won: number;
  readonly period: Period | null;
  /** Opportunities of a column that stands apart. */
  readonly count: number;
}

/** The bars in time order, then the overdue and the undated of the running period. Nothing here knows a pixel. */
export function forecastColumns(
  periods: readonly ForecastPeriod[],
  names: { readonly overdue: string; readonly noCloseDate: string },
): readonly ForecastColumn[] {
  const columns = periods.map(columnOf);
  const now = (periods.find(({ when }) => when === 'present') ?? periods[0])?.forecast;
  if (!now) return columns;
  const apart = (['overdue', 'noCloseDate'] as const)
    .filter((group) => now[group].count > 0)
    .map((group): ForecastColumn => ({
      key: group,
      kind: 'apart',
      label: names[group],
      parts: [{ part: group, from: 0, amount: now[group].amount, mark: { group } }],
      top: now[group].amount,
      quota: null,
      weighted: null,
      coverage: null,
      won: 0,
      period: null,
      count: now[group].count,
    }));
  return [...columns, ...apart];
}

function columnOf({ label, when, forecast, coverage }: ForecastPeriod): ForecastColumn {
  const { won, single, period, total } = forecast;
  const parts: ForecastPart[] = [{ part: 'won', from: 0, amount: won.amount, mark: { group: 'won' } }];
  let top = won.amount;
  for (const category of when === 'past' ? [] : STACK) {
    const amount = single[category];
    parts.push({ part: category, from: top, amount, mark: { group: 'open', category } });
    top += amount;
  }
  return {
    key: period.from,
    kind: when,
    label,
    parts: parts.filter(({ amount }) => amount > 0),
    top,
    quota: coverage?.quota ?? null,
    weighted: when === 'past' ? null : total,
    coverage,
    won: won.amount,
    period,
    count: won.count,
  };
}
