/**
 * A column that Arquero reads through `at`, over the typed array that the metrics read: codes become
 * their texts, days become dates, and what is unknown becomes null, without a copy.
 */
export class ViewColumn<T> implements Iterable<T> {
  readonly length: number;
  readonly at: (row: number) => T;

  constructor(length: number, at: (row: number) => T) {
    this.length = length;
    this.at = at;
  }

  *[Symbol.iterator](): Generator<T> {
    for (let row = 0; row < this.length; row++) yield this.at(row);
  }
}
