import type { StackedCategory } from '@pipeline-kit/charts';
import type { CoverageResult, WeightedForecastResult, WeightedGroup } from '@pipeline-kit/model';
import {
  moneyCell,
  numberCell,
  textCell,
  type TableCell,
  type TableColumn,
  type TableModel,
} from '../base/table-model.js';
import type { Texts } from '../messages/catalogue.js';
import type { ForecastEntry } from './forecast-entries.js';
import { middleOf } from './forecast-words.js';

/** The categories of a forecast, from the one nearest to won. */
export const CATEGORIES: readonly StackedCategory[] = [
  'commit',
  'mostLikely',
  'bestCase',
  'pipeline',
  'none',
];

/** Whether anyone has said a category; where nobody has, there is nothing to tell apart. */
export function hasCategories(answers: readonly (WeightedForecastResult | CoverageResult)[]): boolean {
  return answers.some(
    (answer) =>
      'singleCounts' in answer &&
      CATEGORIES.some((category) => category !== 'none' && answer.singleCounts[category] > 0),
  );
}

/** The forecast as a table: a row per period, then what is overdue and what has no close date. */
export function forecastTable(
  entries: readonly ForecastEntry[],
  mode: 'single' | 'cumulative',
  { forecast: say, format }: Texts,
): TableModel {
  const shown = hasCategories(entries.map(({ forecast }) => forecast))
    ? CATEGORIES.filter((category) => entries.some(({ forecast }) => forecast.singleCounts[category] > 0))
    : [];
  const number = (label: string): TableColumn => ({ label, isNumber: true });
  const nameOf = (category: StackedCategory): string =>
    mode === 'cumulative' ? say.upTo(say.category[category]) : say.category[category];
  const money = (value: number | null): TableCell => moneyCell(value, format);
  const columns = [
    { label: say.period, isNumber: false },
    number(say.chart.won),
    ...shown.map((category) => number(nameOf(category))),
    number(say.columnOpen),
    number(say.columnWeighted),
    number(say.columnQuota),
    number(say.columnAttainment),
    number(say.columnCoverage),
  ];
  const periods = entries.map(({ name, phase, forecast, coverage }): readonly TableCell[] => {
    const isPast = phase === 'past';
    let all = forecast.won.amount;
    const categories = shown.map((category) => {
      all += forecast.single[category];
      return money(isPast ? null : mode === 'cumulative' ? all : forecast.single[category]);
    });
    return [
      textCell(name.full),
      money(forecast.won.amount),
      ...categories,
      money(isPast ? null : forecast.open.amount),
      money(forecast.total),
      money(coverage.quota),
      numberCell(coverage.attainment, (rate) => format.percent(rate)),
      numberCell(isPast ? null : coverage.coverage, format.ratio),
    ];
  });
  const blank: TableCell = { text: '–', value: null };
  const apart = (label: string, { amount, weighted }: WeightedGroup): readonly TableCell[] => [
    textCell(label),
    ...['won', ...shown].map(() => blank),
    money(amount),
    money(weighted),
    blank,
    blank,
    blank,
  ];
  const now = middleOf(entries)?.forecast;
  const rows = now
    ? [
        ...periods,
        ...(now.overdue.count > 0 ? [apart(say.chart.overdue, now.overdue)] : []),
        ...(now.noCloseDate.count > 0 ? [apart(say.chart.noCloseDate, now.noCloseDate)] : []),
      ]
    : periods;
  return { columns, rows };
}
