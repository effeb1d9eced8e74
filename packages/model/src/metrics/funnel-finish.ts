import type { Tables } from '../tables/tables.js';
import { FUNNEL } from './funnel-cells.js';
import { answerable, type FunnelQuestion } from './funnel-question.js';
import type { FunnelResult, FunnelStep } from './funnel-result.js';
import type { CellName, FinishInput, Mark } from './metric.js';
import type { AmountCell, Cell } from './result.js';
import { amountCell, bareCell, rateCell } from './wilson.js';

/** Sums → the funnel: rates with their intervals, floors and what was left out. */
export function finishFunnel(input: FinishInput<FunnelQuestion>): FunnelResult {
  const { params, selected, tables, idsOf } = input;
  const definition = answerable(params.definition, tables);
  const names = columnNames(tables, params.pipeline, definition !== 'snapshot');
  const stageNames = columnNames(tables, params.pipeline, false);
  const byStage = (kind: number): Record<string, number> =>
    Object.fromEntries(stageNames.map((stage, i) => [stage, selected.of(kind, i)]));
  const lostAt = [...selected.each(FUNNEL.lostAt)].map(
    ({ a, sum }) => [stageNames[a] ?? 'none', sum] as const,
  );
  const undated = selected.of(FUNNEL.undated);
  const won = selected.of(FUNNEL.overallWon);
  const lost = selected.of(FUNNEL.overallLost);
  return {
    ...params,
    definition,
    stages: names.map((stage, i) => ({
      stage,
      count: selected.of(FUNNEL.column, i),
      amount: selected.of(FUNNEL.columnAmount, i),
      unpriced: selected.of(FUNNEL.column, i) - selected.of(FUNNEL.columnPriced, i),
    })),
    steps: names.slice(0, -1).map((from, i) => step(input, definition, i, from, names[i + 1] ?? '')),
    overall: {
      ...rateCell(won, won + lost, params.floor),
      pending: selected.of(FUNNEL.overallPending),
      moved: selected.of(FUNNEL.overallMoved),
    },
    back: byStage(FUNNEL.back),
    skipped: byStage(FUNNEL.skipped),
    reentries: byStage(FUNNEL.reentries),
    lostAt: Object.fromEntries(lostAt),
    reopened: selected.of(FUNNEL.reopened),
    ...(idsOf && { midFunnelIds: idsOf([FUNNEL.midFunnel]), unmappedIds: idsOf([FUNNEL.unmapped]) }),
    n: {
      used: selected.of(FUNNEL.used),
      excluded: {
        deleted: selected.of(FUNNEL.deleted),
        otherPipeline: selected.of(FUNNEL.otherPipeline),
        ...(undated > 0 && { undated }),
      },
    },
  };
}

/** { stage } is a column; { from, group } is a group of a step. */
export function markCells(mark: Mark, params: FunnelQuestion, tables: Tables): readonly CellName[] | null {
  const names = columnNames(tables, params.pipeline, true);
  if ('stage' in mark) {
    const column = names.indexOf(String(mark['stage']));
    return column < 0 ? null : [[FUNNEL.column, column]];
  }
  const from = names.indexOf(String(mark['from']));
  if (from < 0) return null;
  const group = mark['group'];
  if (group === 'from' || group === 'to') return [[FUNNEL.column, group === 'from' ? from : from + 1]];
  const isGroup = group === 'success' || group === 'fail' || group === 'pending' || group === 'moved';
  return isGroup && answerable(params.definition, tables) === 'entered-cohort'
    ? [[FUNNEL[group], from]]
    : null;
}

/** Stage ids of the columns, with the won column at the end when there is one. */
function columnNames({ events }: Tables, pipeline: string, withWon: boolean): string[] {
  const stages = events.stages.of(pipeline);
  const open = stages.open.map((code) => events.stages.at(code).id);
  return withWon ? [...open, stages.wonId] : open;
}

function step(
  { params, selected, tables, idsOf }: FinishInput<FunnelQuestion>,
  definition: FunnelQuestion['definition'],
  i: number,
  from: string,
  to: string,
): FunnelStep {
  const entered = selected.of(FUNNEL.column, i);
  if (definition !== 'entered-cohort') {
    const cells = betweenColumns({ params, selected }, definition, i);
    const history = tables.settings.history !== 'full';
    return {
      ...(history ? withoutHistory(cells.count) : cells.count),
      from,
      to,
      entered,
      pending: null,
      moved: null,
      byAmount: history ? withoutHistory(cells.amount) : cells.amount,
      ...(idsOf && { ids: { from: idsOf([FUNNEL.column, i]), to: idsOf([FUNNEL.column, i + 1]) } }),
    };
  }
  const success = selected.of(FUNNEL.success, i);
  const decided = success + selected.of(FUNNEL.fail, i);
  const priced = selected.of(FUNNEL.decidedPriced, i);
  return {
    ...rateCell(success, decided, params.floor),
    from,
    to,
    entered,
    pending: selected.of(FUNNEL.pending, i),
    moved: selected.of(FUNNEL.moved, i),
    byAmount: amountCell(
      {
        num: selected.of(FUNNEL.successAmount, i),
        den: selected.of(FUNNEL.decidedAmount, i),
        squares: selected.squares(FUNNEL.decidedSquare, i),
        priced,
        unpriced: decided - priced,
      },
      params.floor,
    ),
    ...(idsOf && {
      ids: {
        success: idsOf([FUNNEL.success, i]),
        fail: idsOf([FUNNEL.fail, i]),
        pending: idsOf([FUNNEL.pending, i]),
        moved: idsOf([FUNNEL.moved, i]),
      },
    }),
  };
}

/** The next column over this one. Its amounts are each column's own, so they have no interval. */
function betweenColumns(
  { params, selected }: Pick<FinishInput<FunnelQuestion>, 'params' | 'selected'>,
  definition: FunnelQuestion['definition'],
  i: number,
): { count: Cell; amount: AmountCell } {
  const num = selected.of(FUNNEL.column, i + 1);
  const den = selected.of(FUNNEL.column, i);
  const priced = selected.of(FUNNEL.columnPriced, i);
  // With mid-funnel opportunities left out of a denominator, the numerator is no subset of it.
  const subset =
    definition === 'in-order' || (definition === 'reached' && params.createdMidFunnel === 'fill');
  return {
    count: (subset ? rateCell : bareCell)(num, den, params.floor),
    amount: amountCell(
      {
        num: selected.of(FUNNEL.columnAmount, i + 1),
        den: selected.of(FUNNEL.columnAmount, i),
        squares: 0,
        priced,
        unpriced: den - priced,
      },
      params.floor,
      false,
    ),
  };
}

function withoutHistory<C extends Cell>(cell: C): C {
  const said = { ...cell, rate: null, lo: null, hi: null, suppressed: 'history' as const };
  return 'nEff' in said ? { ...said, nEff: null } : said;
}
