const A = 2 ** 22;
const B = 2 ** 22;

/**
 * Names for cells: a kind (below 256) with up to two whole-number coordinates, each below 2²²,
 * such as (exit, stage, days). Cells get their indices when they are first named, so a histogram
 * over many days holds only the days that occur.
 */
export class CellSpace {
  readonly #indices = new Map<number, number>();
  readonly #codes = new Map<number | string, number>();
  readonly #values: (number | string)[] = [];

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

  /** A coordinate for what is no small whole number, such as a duration in hours or a list of names. */
  code(value: number | string): number {
    let code = this.#codes.get(value);
    if (code === undefined) this.#codes.set(value, (code = this.#values.push(value) - 1));
    return code;
  }

  /** The number behind a coordinate of `code`; NaN when it stands for a text. */
  value(code: number): number {
    const value = this.#values[code];
    return typeof value === 'number' ? value : Number.NaN;
  }

  /** The text behind a coordinate of `code`. */
  text(code: number): string {
    return String(this.#values[code] ?? '');
  }

  /** A coordinate for several texts together, such as a segment and a region. */
  name(...texts: readonly string[]): number {
    return this.code(JSON.stringify(texts));
  }

  /** The coordinate of texts that were named before, undefined for others. */
  findName(...texts: readonly string[]): number | undefined {
    return this.#codes.get(JSON.stringify(texts));
  }

  /** The texts behind a coordinate of `name`. */
  named(coordinate: number): readonly string[] {
    return JSON.parse(this.text(coordinate)) as string[];
  }
}
