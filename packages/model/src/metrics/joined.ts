import { Contributions } from './contributions.js';

/**
 * Two contributions over the same rows as one: the kinds of `second` follow from `kinds` on, and its sums are read
 * through `Statistics.from(kinds)`. Both must use kinds below `kinds`.
 */
export function joined(first: Contributions, second: Contributions, kinds: number): Contributions {
  const out = new Contributions();
  const sources = [reader(first, 0, kinds), reader(second, kinds, kinds)];
  const last = Math.max(first.entries.rows.at(-1) ?? -1, second.entries.rows.at(-1) ?? -1);
  for (let row = 0; row <= last; row++) for (const copy of sources) copy(row, out);
  return out;
}

/** Copies what one row contributes; rows are asked for in ascending order. */
function reader(
  source: Contributions,
  offset: number,
  kinds: number,
): (row: number, out: Contributions) => void {
  const { rows, cells, values } = source.entries;
  const names = new Map<number, readonly [kind: number, a: number, b: number]>();
  for (let kind = 0; kind < kinds; kind++) {
    for (const { a, b, index } of source.cells.of(kind)) names.set(index, [offset + kind, a, b]);
  }
  let entry = 0;
  return (row, out) => {
    for (; entry < rows.length && rows[entry] === row; entry++) {
      const name = names.get(cells[entry] ?? -1);
      if (name) out.add(row, values[entry] ?? 0, ...name);
    }
  };
}
