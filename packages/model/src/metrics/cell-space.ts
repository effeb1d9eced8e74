import { Dictionary } from '../tables/dictionary.js';

const A = 2 ** 22;
const B = 2 ** 22;

/**
 * Names for cells: a kind (below 256) with up to two whole-number coordinates, each below 2²²,
 * such as (exit, stage, days). Cells get their indices when they are first named, so a histogram
 * over many days holds only the days that occur.
 */
export class CellSpace {
  readonly #indices = new Map<number, number>();
  readonly #values = new Map<number, number>();
  readonly #valueList: number[] = [];
  readonly #names = new Dictionary();

  get size(): number {
    return this.#indices.size;
  }

  /** The index of a cell, given to it now when it is new. */
  index(kind: number, a = 0, b = 0): number {
    const key = (kind * A + a) * B + b;
    let index = this.#indices.get(key);
    if (index === undefined) this.#indices.set(key, (index = this.#indices.size));
    return index;
  }

  /** The index of a cell, undefined when nothing was ever counted in it. */
  find(kind: number, a = 0, b = 0): number | undefined {
    return this.#indices.get((kind * A + a) * B + b);
  }

  /**
   * Every cell of a kind.
   *
   * @yields Cells in order of their coordinates.
   */
  *of(kind: number): Generator<{ readonly a: number; readonly b: number; readonly index: number }> {
    const from = kind * A * B;
    const keys = [...this.#indices.keys()].filter((key) => key >= from && key < from + A * B);
    keys.sort((x, y) => x - y);
    for (const key of keys) {
      const within = key - from;
      yield { a: Math.floor(within / B), b: within % B, index: this.#indices.get(key) ?? 0 };
    }
  }

  /** A coordinate for a number that is no small whole number, such as a duration in hours. */
  code(value: number): number {
    let code = this.#values.get(value);
    if (code === undefined) this.#values.set(value, (code = this.#valueList.push(value) - 1));
    return code;
  }

  /** The number behind a coordinate of `code`. */
  value(code: number): number {
    return this.#valueList[code] ?? Number.NaN;
  }

  /** A coordinate for a text, or for several texts together. */
  name(...texts: readonly string[]): number {
    return this.#names.code(JSON.stringify(texts));
  }

  /** The coordinate of texts that were named before, undefined for others. */
  findName(...texts: readonly string[]): number | undefined {
    return this.#names.find(JSON.stringify(texts));
  }

  /** The texts behind a coordinate of `name`. */
  named(coordinate: number): readonly string[] {
    return JSON.parse(this.#names.at(coordinate) ?? '[]') as string[];
  }
}
