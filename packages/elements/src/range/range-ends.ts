/** Both ends of a brush, as places among the edges of the bins. The whole axis is no choice. */
export interface RangeEnds {
  readonly from: number;
  readonly to: number;
}

export type RangeEnd = keyof RangeEnds;

/** One end at another edge, with at least one bin between both. `last` is the last edge. */
export function moveEnd(ends: RangeEnds, end: RangeEnd, edge: number, last: number): RangeEnds {
  return end === 'from'
    ? { from: Math.max(0, Math.min(edge, ends.to - 1)), to: ends.to }
    : { from: ends.from, to: Math.min(last, Math.max(edge, ends.from + 1)) };
}

/** Both ends moved by as many edges, as far as the axis goes. */
export function moveSpan({ from, to }: RangeEnds, by: number, last: number): RangeEnds {
  const step = Math.max(-from, Math.min(by, last - to));
  return { from: from + step, to: to + step };
}

/** From one place to another, in either direction, each at its nearest edge; at least the bin of the first place. */
export function spanOver(start: number, end: number, last: number): RangeEnds {
  const [low, high] = [Math.min(start, end), Math.max(start, end)];
  const [from, to] = [Math.round(low), Math.round(high)];
  if (from < to) return { from: Math.max(0, from), to: Math.min(last, to) };
  const bin = Math.max(0, Math.min(last - 1, Math.floor(start)));
  return { from: bin, to: bin + 1 };
}

/** The place along an axis, from 0 to 1, among its edges: 2.5 is halfway between the third and the fourth. */
export function edgeAt(share: number, edges: readonly number[]): number {
  const [first = 0, last = 0] = [edges[0], edges.at(-1)];
  const value = first + share * (last - first);
  const next = edges.findIndex((edge) => edge > value);
  if (next < 1) return Math.max(0, edges.length - 1);
  const [from = first, to = last] = [edges[next - 1], edges[next]];
  return next - 1 + (value - from) / (to - from);
}

export function isWhole({ from, to }: RangeEnds, last: number): boolean {
  return from <= 0 && to >= last;
}

export function sameEnds(a: RangeEnds, b: RangeEnds): boolean {
  return a.from === b.from && a.to === b.to;
}
