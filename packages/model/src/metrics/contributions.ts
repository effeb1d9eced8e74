import type { Mask } from '../tables/mask.js';
import { Growing } from '../tables/growing.js';
import { CellSpace } from './cell-space.js';

/**
 * What each opportunity adds to which cell: the first half of an additive metric. Rows must be
 * added in ascending order. The statistics of any set of opportunities are the sums over its rows.
 */
export class Contributions {
  readonly cells: CellSpace = new CellSpace();
  readonly #rows = new Growing((n) => new Int32Array(n));
  readonly #cells = new Growing((n) => new Int32Array(n));
  readonly #values = new Growing((n) => new Float64Array(n));
  #done: { rows: Int32Array; cells: Int32Array; values: Float64Array } | undefined;

  /** Adds a whole number to the cell (kind, a, b) for an opportunity. */
  add(row: number, value: number, kind: number, a = 0, b = 0): void {
    if (value === 0) return;
    this.#rows.push(row);
    this.#cells.push(this.cells.index(kind, a, b));
    this.#values.push(value);
  }

  /** Adds the square of an amount in limbs of 32 bits, so that sums of squares stay exact: kinds `kind` to `kind + 2`. */
  addSquare(row: number, amount: number, kind: number, a = 0, b = 0): void {
    const square = BigInt(amount) * BigInt(amount);
    this.add(row, Number(square & LIMB), kind, a, b);
    this.add(row, Number((square >> 32n) & LIMB), kind + 1, a, b);
    this.add(row, Number(square >> 64n), kind + 2, a, b);
  }

  /** The entries as parallel columns, in order of rows. */
  get entries(): { readonly rows: Int32Array; readonly cells: Int32Array; readonly values: Float64Array } {
    this.#done ??= { rows: this.#rows.done(), cells: this.#cells.done(), values: this.#values.done() };
    return this.#done;
  }

  /** Rows that add to any of the cells, ascending: the opportunities behind a mark. */
  rowsIn(wanted: readonly (number | undefined)[], mask: Mask | null): number[] {
    const set = new Set(wanted);
    const { rows, cells } = this.entries;
    const found: number[] = [];
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] ?? 0;
      if (set.has(cells[i]) && (!mask || mask[row]) && found.at(-1) !== row) found.push(row);
    }
    return found;
  }
}

const LIMB = 0xffff_ffffn;

/** Sums of a set of opportunities, by cell: what a `finish` reads. */
export class Statistics {
  readonly cells: CellSpace;
  readonly sums: Float64Array;
  readonly #firstKind: number;

  constructor(cells: CellSpace, sums: Float64Array, firstKind = 0) {
    this.cells = cells;
    this.sums = sums;
    this.#firstKind = firstKind;
  }

  /** The same sums with kinds counted from `kind`: what a metric reads that was `joined` to another. */
  from(kind: number): Statistics {
    return new Statistics(this.cells, this.sums, this.#firstKind + kind);
  }

  /** The sum in a cell, 0 where nothing was counted. */
  of(kind: number, a = 0, b = 0): number {
    const index = this.cells.find(this.#firstKind + kind, a, b);
    return index === undefined ? 0 : (this.sums[index] ?? 0);
  }

  /** Σ amount² of a cell that `addSquare` filled, to the nearest double. */
  squares(kind: number, a = 0, b = 0): number {
    const limbs = [0, 1, 2].map((limb) => BigInt(this.of(kind + limb, a, b)));
    return Number((limbs[0] ?? 0n) + ((limbs[1] ?? 0n) << 32n) + ((limbs[2] ?? 0n) << 64n));
  }

  /**
   * The cells of a kind with a sum other than 0.
   *
   * @yields Cells in order of their coordinates.
   */
  *each(kind: number): Generator<{ readonly a: number; readonly b: number; readonly sum: number }> {
    for (const { a, b, index } of this.cells.of(this.#firstKind + kind)) {
      const sum = this.sums[index] ?? 0;
      if (sum !== 0) yield { a, b, sum };
    }
  }
}

/** The sums over the selected opportunities; over all of them without a mask. */
export function statistics(contributions: Contributions, mask: Mask | null): Statistics {
  const { rows, cells, values } = contributions.entries;
  const sums = new Float64Array(contributions.cells.size);
  for (let i = 0; i < rows.length; i++) {
    if (mask && !mask[rows[i] ?? 0]) continue;
    const cell = cells[i] ?? 0;
    sums[cell] = (sums[cell] ?? 0) + (values[i] ?? 0);
  }
  return new Statistics(contributions.cells, sums);
}
