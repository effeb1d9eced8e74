import { NO_DAY } from '../schema/calendar-date.js';
import type { DaySpan } from '../schema/fiscal-calendar.js';
import { OPEN } from '../tables/stage-runs.js';
import type { Tables } from '../tables/tables.js';
import { Contributions } from './contributions.js';
import { FUNNEL } from './funnel-cells.js';
import { funnelPath, type FunnelPath } from './funnel-path.js';
import { finishFunnel, markCells } from './funnel-finish.js';
import { answerable, type FunnelQuestion } from './funnel-question.js';
import type { FunnelDefinition, FunnelResult } from './funnel-result.js';
import type { AdditiveMetric } from './metric.js';
import { maybePeriod, oneOf, parameters, pipeline, spanOf, whole, type Reader } from './parameters.js';

const axis = oneOf(['stageEntry', 'creation', 'close'], 'stageEntry');

const cohort: Reader<FunnelQuestion['cohort']> = (value, name, tables) => {
  const asked = (value ?? {}) as { axis?: unknown; period?: unknown };
  return {
    axis: axis(asked.axis, `${name}.axis`, tables),
    period: maybePeriod(asked.period, `${name}.period`),
  };
};

/**
 * How opportunities move through the stages of a pipeline (METRICS.md A).
 *
 * The default counts, of those that entered a stage and are decided, how many moved on: open
 * opportunities are neither success nor failure, so a growing pipeline does not lower the rate.
 */
export const funnel: AdditiveMetric<FunnelQuestion, FunnelResult> = {
  name: 'funnel',
  read: parameters('funnel', {
    definition: oneOf(['entered-cohort', 'reached', 'visited', 'in-order', 'snapshot'], 'entered-cohort'),
    pipeline,
    cohort,
    skip: oneOf(['exclude', 'fill'], 'exclude'),
    createdMidFunnel: oneOf(['fill', 'exclude'], 'fill'),
    backward: oneOf(['keep', 'revoke'], 'keep'),
    floor: whole(5),
  }),
  contribute,
  finish: finishFunnel,
  mark: markCells,
};

function contribute(tables: Tables, params: FunnelQuestion): Contributions {
  const out = new Contributions();
  const { events, now } = tables;
  const stages = events.stages.of(params.pipeline);
  const definition = answerable(params.definition, tables);
  const span = spanOf(params.cohort.period);
  for (let row = 0; row < events.size; row++) {
    if (!now.exists[row]) continue;
    if (now.deleted[row]) {
      out.add(row, 1, FUNNEL.deleted);
      continue;
    }
    const path = funnelPath(tables, row, params.pipeline, stages);
    if (!path) {
      out.add(row, 1, FUNNEL.otherPipeline);
      continue;
    }
    let undated = false;
    if (params.cohort.axis === 'creation') {
      const created = events.createdDay[row] ?? NO_DAY;
      undated = created === NO_DAY;
      if (undated || !within(created, span)) {
        if (undated) out.add(row, 1, FUNNEL.undated);
        continue;
      }
    } else if (params.cohort.axis === 'close' && span) {
      if (now.outcome[row] === OPEN || !within(now.closedDay[row] ?? NO_DAY, span)) continue;
    }
    out.add(row, 1, FUNNEL.used);
    const limited = params.cohort.axis === 'stageEntry' ? span : null;
    addOverall(out, tables, row, path, limited);
    addMoves(out, row, path, stages.open.length);
    undated = addColumns(out, tables, row, path, { params, definition, limited }) || undated;
    if (undated) out.add(row, 1, FUNNEL.undated);
  }
  return out;
}

function within(day: number, span: DaySpan | null): boolean {
  return span === null || (day !== NO_DAY && day >= span.from && day < span.to);
}

/** Won, lost, moved or pending at the as-of; limited to those that came here in the period. */
function addOverall(
  out: Contributions,
  tables: Tables,
  row: number,
  path: FunnelPath,
  limited: DaySpan | null,
): void {
  if (limited && (path.firstRun < 0 || !within(tables.events.runs.day[path.firstRun] ?? NO_DAY, limited)))
    return;
  if (path.wonHere) out.add(row, 1, FUNNEL.overallWon);
  else if (path.lostHere) out.add(row, 1, FUNNEL.overallLost);
  else out.add(row, 1, path.elsewhere ? FUNNEL.overallMoved : FUNNEL.overallPending);
}

/** What happened between successive open stages, whatever the definition. */
function addMoves(out: Contributions, row: number, path: FunnelPath, count: number): void {
  let before = 0;
  const seen = new Set<number>();
  for (const { rank } of path.open) {
    if (before > 0) {
      if (rank < before) out.add(row, 1, FUNNEL.back, before - 1);
      for (let jumped = before + 1; jumped < rank; jumped++) out.add(row, 1, FUNNEL.skipped, jumped - 1);
    }
    if (seen.has(rank)) out.add(row, 1, FUNNEL.reentries, rank - 1);
    seen.add(rank);
    before = rank;
  }
  if (path.wonHere && before > 0) {
    for (let jumped = before + 1; jumped <= count; jumped++) out.add(row, 1, FUNNEL.skipped, jumped - 1);
  }
  if (path.lostHere) out.add(row, 1, FUNNEL.lostAt, path.lastOpenBeforeClosing);
  if (path.reopened) out.add(row, 1, FUNNEL.reopened);
  if (path.midFunnel) out.add(row, 1, FUNNEL.midFunnel);
  if (path.unmapped) out.add(row, 1, FUNNEL.unmapped);
}

interface ColumnRules {
  readonly params: FunnelQuestion;
  readonly definition: FunnelDefinition;
  /** Entries by day, for `entered-cohort` by stage entry. */
  readonly limited: DaySpan | null;
}

/** Adds the opportunity to its columns and steps; true when one of its entries has no day. */
function addColumns(
  out: Contributions,
  tables: Tables,
  row: number,
  path: FunnelPath,
  { params, definition, limited }: ColumnRules,
): boolean {
  const { runs } = tables.events;
  const count = path.count;
  if (definition === 'snapshot') {
    const column = path.standsIn;
    if (column >= 0) addColumn(out, row, column, tables.now.amount[row] ?? Number.NaN);
    return false;
  }
  const entered = definition === 'entered-cohort';
  let undated = false;
  let inOrder = -1;
  for (let column = 0; column < count; column++) {
    const rank = column + 1;
    if (params.createdMidFunnel === 'exclude' && path.midFunnel && path.startRank > rank) continue;
    const first = path.firstEntry[column] ?? -1;
    const passing = path.passing(rank);
    const passed = passing >= 0 && (first < 0 || passing < first);
    let run = first;
    if (definition === 'reached' || (entered && params.skip === 'fill')) run = passed ? passing : first;
    if (definition === 'in-order') {
      if (column > 0 && inOrder < 0) break;
      if (first < 0 || first <= inOrder) break;
      inOrder = first;
    }
    if (run < 0) continue;
    const day = runs.day[run] ?? NO_DAY;
    if (day === NO_DAY) undated = true;
    if (entered && !within(day, limited)) continue;
    const amount = tables.runAmount(row, run);
    addColumn(out, row, column, amount);
    if (entered) addStep(out, row, column, amount, stepGroup(path, rank, run, params));
  }
  const wonInOrder =
    definition !== 'in-order' || (count > 0 && inOrder >= 0 && inOrder === path.firstEntry[count - 1]);
  if (path.wonHere && wonInOrder) {
    const day = tables.now.closedDay[row] ?? NO_DAY;
    if (!entered || within(day, limited)) addColumn(out, row, count, tables.now.amount[row] ?? Number.NaN);
  }
  return undated;
}

type StepGroup = 'success' | 'fail' | 'pending' | 'moved';

/** What became of one that entered the stage of this rank with this run: the first that holds. */
function stepGroup(path: FunnelPath, rank: number, run: number, { backward }: FunnelQuestion): StepGroup {
  const advanced =
    backward === 'revoke'
      ? path.lastOpenRank > rank
      : path.open.some((stay) => stay.rank > rank && stay.run >= run);
  if (advanced || path.wonHere) return 'success';
  if (path.elsewhere) return 'moved';
  return path.lostHere ? 'fail' : 'pending';
}

function addColumn(out: Contributions, row: number, column: number, amount: number): void {
  out.add(row, 1, FUNNEL.column, column);
  if (Number.isNaN(amount)) return;
  out.add(row, 1, FUNNEL.columnPriced, column);
  out.add(row, amount, FUNNEL.columnAmount, column);
}

function addStep(out: Contributions, row: number, column: number, amount: number, group: StepGroup): void {
  out.add(row, 1, FUNNEL[group], column);
  if (Number.isNaN(amount) || (group !== 'success' && group !== 'fail')) return;
  out.add(row, 1, FUNNEL.decidedPriced, column);
  out.add(row, amount, FUNNEL.decidedAmount, column);
  out.addSquare(row, amount, FUNNEL.decidedSquare, column);
  if (group === 'success') out.add(row, amount, FUNNEL.successAmount, column);
}
