import type { Formats } from '@pipeline-kit/charts';

/** A table of results: the same rows as the picture, in the same order. */
export interface TableModel {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
  /** The rows that are shown, from and to without the last; all are exported. Default all. */
  readonly shown?: readonly [from: number, to: number];
}

export interface TableColumn {
  readonly label: string;
  /** Numbers stand at the end of their column. */
  readonly isNumber: boolean;
}

/** A cell as it is read and as it is exported; null is unknown. */
export interface TableCell {
  readonly text: string;
  readonly value: string | number | null;
}

/** A cell of text. */
export function textCell(text: string): TableCell {
  return { text, value: text };
}

/**
 * A cell of an amount in minor units that may be unknown: read in full, exported as a plain number of the
 * currency.
 */
export function moneyCell(minor: number | null, { fullMoney, major }: Formats): TableCell {
  return minor === null ? { text: '–', value: null } : { text: fullMoney(minor), value: major(minor) };
}

/** A cell of a number that may be unknown. */
export function numberCell(value: number | null, write: (value: number) => string): TableCell {
  return { text: value === null ? '–' : write(value), value };
}
