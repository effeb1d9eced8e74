import type { Quantile, StageVelocity } from '@pipeline-kit/model';
import { numberCell, textCell, type TableCell, type TableModel } from '../base/table-model.js';
import type { Texts } from '../messages/catalogue.js';

/** Stage velocity as a table: a row per stage, in stage order. */
export function velocityTable(
  stages: readonly StageVelocity[],
  names: Readonly<Record<string, string>>,
  { velocity: say, format }: Texts,
): TableModel {
  const isNumber = true;
  const write = (value: number): string => format.number(Math.round(value * 10) / 10);
  const range = (lo: number | null, hi: number | null): TableCell => {
    const text = `${lo === null ? '' : write(lo)}–${hi === null ? '' : write(hi)}`;
    return lo === null && hi === null ? { text: '–', value: null } : { text, value: text };
  };
  const value = (quantile: Quantile): TableCell => numberCell(quantile.value, write);
  return {
    columns: [
      { label: say.stage, isNumber: false },
      { label: say.columnMedian, isNumber },
      { label: say.columnInterval, isNumber },
      { label: say.columnMiddle, isNumber },
      { label: say.columnTenth, isNumber },
      { label: say.columnEnded, isNumber },
      { label: say.columnOpen, isNumber },
    ],
    rows: stages.map((row) => [
      textCell(names[row.stage] ?? row.stage),
      value(row.median),
      range(row.median.lo, row.median.hi),
      range(row.p25.value, row.p75.value),
      value(row.p90),
      numberCell(row.n - row.nOpen, format.count),
      numberCell(row.nOpen, format.count),
    ]),
  };
}
