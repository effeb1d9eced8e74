import type { FunnelResult } from '@pipeline-kit/model';
import {
  moneyCell,
  numberCell,
  textCell,
  type TableCell,
  type TableColumn,
  type TableModel,
} from '../base/table-model.js';
import type { Texts } from '../messages/catalogue.js';
import { cellOf } from './funnel-finding.js';

/** The funnel as a table: a row per stage, in stage order, each with the step that leaves it. */
export function funnelTable(
  result: FunnelResult,
  by: 'count' | 'amount',
  names: Readonly<Record<string, string>>,
  { funnel: say, format }: Texts,
): TableModel {
  const isCohort = result.definition === 'entered-cohort';
  const hasRates =
    result.steps.some(({ suppressed }) => suppressed !== 'history') && result.definition !== 'snapshot';
  const cellFor = (value: number | null): TableCell =>
    by === 'amount' ? moneyCell(value, format) : numberCell(value, format.count);
  const number = (label: string): TableColumn => ({ label, isNumber: true });
  const size = by === 'amount' ? say.columnAmount : isCohort ? say.columnEntered : say.columnCount;
  const columns = [{ label: say.stage, isNumber: false }, number(size)];
  if (hasRates && isCohort)
    columns.push(number(say.columnMovedOn), number(say.columnLost), number(say.columnOpen));
  if (hasRates) columns.push(number(say.columnRate), number(say.columnInterval));

  const rows = result.stages.map((column): readonly TableCell[] => {
    const cells = [
      textCell(names[column.stage] ?? column.stage),
      cellFor(by === 'amount' ? column.amount : column.count),
    ];
    if (!hasRates) return cells;
    const step = result.steps.find(({ from }) => from === column.stage);
    const cell = step && cellOf(step, by);
    if (isCohort) {
      const lost = cell ? cell.den - cell.num : null;
      cells.push(cellFor(cell?.num ?? null), cellFor(lost));
      cells.push(numberCell(step?.pending ?? null, format.count));
    }
    const rate = cell?.rate ?? null;
    cells.push(numberCell(rate, (value) => format.percent(value, step?.den)));
    cells.push(
      rangeCell(cell?.lo ?? null, cell?.hi ?? null, (lo, hi) => format.percentRange(lo, hi, step?.den)),
    );
    return cells;
  });
  return { columns, rows };
}

function rangeCell(
  lo: number | null,
  hi: number | null,
  write: (lo: number, hi: number) => string,
): TableCell {
  if (lo === null || hi === null) return { text: '–', value: null };
  const text = write(lo, hi);
  return { text, value: text };
}
