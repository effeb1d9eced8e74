import type {
  CalendarDate,
  Clause,
  HistogramField,
  HistogramResult,
  RangeClause,
  Selection,
} from '@pipeline-kit/model';
import { dayOf, isRangeClause } from '@pipeline-kit/model';
import type { RangeEnds } from './range-ends.js';

/** The edges as numbers: minor units, or days since 1970-01-01. */
export function edgeNumbers({ edges }: HistogramResult): readonly number[] {
  return edges.map(numberOf);
}

export function numberOf(edge: number | CalendarDate): number {
  return typeof edge === 'string' ? dayOf(edge) : edge;
}

/** The range that a widget has chosen in its field; null for none. */
export function rangeOf(clauses: Selection, field: HistogramField): RangeClause | null {
  return clauses.filter(isRangeClause).find((clause) => clause.field === field) ?? null;
}

/** The places of a clause's bounds among the edges: the nearest ones, where the axis has become another. */
export function endsOf(clause: RangeClause | null, result: HistogramResult): RangeEnds {
  const numbers = edgeNumbers(result);
  const last = Math.max(0, numbers.length - 1);
  const from = clause?.from === undefined ? 0 : nearest(numbers, numberOf(clause.from));
  const to = clause?.to === undefined ? last : nearest(numbers, numberOf(clause.to));
  return from < to ? { from, to } : { from: Math.min(from, last - 1), to: Math.min(from, last - 1) + 1 };
}

/** Whether both bounds of a clause are edges, so that bins add up to what it chooses. */
export function isOnEdges({ from, to }: RangeClause, { edges }: HistogramResult): boolean {
  const known: ReadonlySet<unknown> = new Set<unknown>(edges);
  return (from === undefined || known.has(from)) && (to === undefined || known.has(to));
}

/** The clause between two edges, open where an end is that of the axis; null for the whole axis. */
export function clauseBetween({ from, to }: RangeEnds, { field, edges }: HistogramResult): Clause | null {
  const last = edges.length - 1;
  const [low, high] = [from > 0 ? edges[from] : undefined, to < last ? edges[to] : undefined];
  if (low === undefined && high === undefined) return null;
  return {
    field,
    ...(low === undefined ? {} : { from: low }),
    ...(high === undefined ? {} : { to: high }),
  };
}

/** How many lie between two edges, beyond the axis too where an end is open. */
export function countBetween({ from, to }: RangeEnds, { counts, below, above }: HistogramResult): number {
  const inside = counts.slice(from, to).reduce((sum, count) => sum + count, 0);
  return inside + (from === 0 ? below : 0) + (to === counts.length ? above : 0);
}

function nearest(numbers: readonly number[], value: number): number {
  let best = 0;
  for (const [i, edge] of numbers.entries()) {
    if (Math.abs(edge - value) < Math.abs((numbers[best] ?? edge) - value)) best = i;
  }
  return best;
}
