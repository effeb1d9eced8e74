import { maybeDateOf, NO_DAY } from '../schema/calendar-date.js';
import type { Category } from '../schema/document.js';
import { CATEGORIES } from '../tables/categories.js';
import { FROM_OPPORTUNITY, FROM_STAGE } from '../tables/snapshot.js';
import type { Tables } from '../tables/tables.js';
import type { Statistics } from './contributions.js';
import type { CellName, FinishInput, Mark } from './metric.js';
import { probabilityOf, weighted } from './weighted.js';
import { CATEGORY_CODES, WEIGHTED, type WeightedGroupName } from './weighted-forecast-cells.js';
import type {
  WeightedForecastParameters,
  WeightedForecastResult,
  WeightedGroup,
  WeightedOpportunity,
} from './weighted-forecast-result.js';

/** Sums → the weighted forecast. */
export function finishWeightedForecast({
  params,
  selected,
  tables,
  idsOf,
}: FinishInput<Required<WeightedForecastParameters>>): WeightedForecastResult {
  const single = byCategory((code) => selected.of(WEIGHTED.amount, WEIGHTED.open, code));
  const closed = selected.of(WEIGHTED.wonAmount);
  const commit = closed + single.commit;
  const mostLikely = commit + single.mostLikely;
  const open = group(selected, 'open');
  return {
    period: params.period,
    won: { count: counted(selected, 'won'), amount: closed, unpriced: selected.of(WEIGHTED.wonUnpriced) },
    open,
    overdue: group(selected, 'overdue'),
    noCloseDate: group(selected, 'noCloseDate'),
    otherPeriod: counted(selected, 'otherPeriod'),
    total: closed + open.weighted,
    unpriced: selected.of(WEIGHTED.unpriced),
    noProbability: selected.of(WEIGHTED.noProbability),
    single,
    singleCounts: byCategory((code) => selected.of(WEIGHTED.open, code)),
    cumulative: {
      closed,
      commit,
      mostLikely,
      bestCase: mostLikely + single.bestCase,
      openPipeline: single.pipeline + single.bestCase + single.mostLikely + single.commit,
    },
    ...(idsOf && {
      opportunities: traced(
        tables,
        idsOf(...cellsOf('open', null), ...cellsOf('overdue', null), ...cellsOf('noCloseDate', null)),
      ),
    }),
  };
}

/** { group } or { group, category }: of won and open of the period, overdue, and without a close date. */
export function weightedForecastMark({ group, category }: Mark): readonly CellName[] | null {
  if (group !== 'won' && group !== 'open' && group !== 'overdue' && group !== 'noCloseDate') return null;
  if (category === undefined) return cellsOf(group, null);
  const code = category === 'none' ? 0 : CATEGORIES.indexOf(category as Category) + 1;
  return code === 0 && category !== 'none' ? null : cellsOf(group, code);
}

function cellsOf(group: WeightedGroupName, category: number | null): readonly CellName[] {
  const codes = category === null ? CATEGORY_CODES : [category];
  return codes.map((code) => [WEIGHTED[group], code]);
}

function counted(selected: Statistics, group: WeightedGroupName): number {
  return CATEGORY_CODES.reduce((sum, code) => sum + selected.of(WEIGHTED[group], code), 0);
}

function group(selected: Statistics, name: WeightedGroupName): WeightedGroup {
  return {
    count: counted(selected, name),
    amount: CATEGORY_CODES.reduce((sum, code) => sum + selected.of(WEIGHTED.amount, WEIGHTED[name], code), 0),
    weighted: selected.of(WEIGHTED.weighted, WEIGHTED[name]),
  };
}

function byCategory(codeSum: (code: number) => number): Record<Category | 'none', number> {
  const of = (category: Category | 'none'): number =>
    codeSum(category === 'none' ? 0 : CATEGORIES.indexOf(category) + 1);
  return {
    omitted: of('omitted'),
    pipeline: of('pipeline'),
    bestCase: of('bestCase'),
    mostLikely: of('mostLikely'),
    commit: of('commit'),
    none: of('none'),
  };
}

function traced(tables: Tables, ids: readonly string[]): WeightedOpportunity[] {
  const { events, now } = tables;
  const wanted = new Set(ids);
  const rows = events.ids.flatMap((id, row) => (wanted.has(id) ? [row] : []));
  return rows
    .map((row) => {
      const amount = now.amount[row] ?? Number.NaN;
      const from = now.probabilitySource[row];
      return {
        id: events.ids[row] ?? '',
        amount: Number.isNaN(amount) ? null : amount,
        p: probabilityOf(tables, row),
        source:
          from === FROM_OPPORTUNITY
            ? ('deal' as const)
            : from === FROM_STAGE
              ? ('stage' as const)
              : ('none' as const),
        weighted: weighted(tables, row),
        category: CATEGORIES[now.category[row] ?? -1] ?? ('none' as const),
        closeDate: maybeDateOf(now.closeDate[row] ?? NO_DAY),
      };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
