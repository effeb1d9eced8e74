/** Distinct texts and their codes 0, 1, 2, …; null is the code −1. */
export class Dictionary {
  readonly values: string[] = [];
  readonly #codes = new Map<string, number>();

  get size(): number {
    return this.values.length;
  }

  /** The code of the text, given to it now when it is new. */
  code(value: string | null | undefined): number {
    if (value === null || value === undefined) return -1;
    const known = this.#codes.get(value);
    if (known !== undefined) return known;
    const code = this.values.length;
    this.#codes.set(value, code);
    this.values.push(value);
    return code;
  }

  /** The code of the text, undefined when no row holds it. */
  find(value: string | null): number | undefined {
    return value === null ? -1 : this.#codes.get(value);
  }

  /** The text of a code; null for a negative one. */
  at(code: number): string | null {
    return this.values[code] ?? null;
  }
}
