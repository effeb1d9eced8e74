/** Ranks 1, 2, 2, 4 by value, the best first; null values have none. */
export function competitionRanks<K>(
  values: ReadonlyMap<K, number | null>,
  best: 'highest' | 'lowest',
): ReadonlyMap<K, number | null> {
  const sorted = [...values.values()]
    .filter((value) => value !== null)
    .sort((a, b) => (best === 'highest' ? b - a : a - b));
  const firstPlace = new Map<number, number>();
  for (const [place, value] of sorted.entries()) {
    if (!firstPlace.has(value)) firstPlace.set(value, place + 1);
  }
  return new Map(
    [...values].map(([key, value]) => [key, value === null ? null : (firstPlace.get(value) ?? null)]),
  );
}
