/** A place in plain data, written as issues write it: `opportunities[0].history[1].set`. */
export type Place = readonly (string | number)[];

/** The steps of a place that is written out. */
export function placeOf(path: string): Place {
  return Array.from(path.matchAll(/\[(\d+)\]|[^.[\]]+/gu), ([step, index]) =>
    index === undefined ? step : Number(index),
  );
}

/** A deep copy with another value at the place; `undefined` is set too. */
export function withValue<T>(data: T, place: Place, value: unknown): T {
  const copy = structuredClone(data);
  const last = place.at(-1);
  if (last === undefined) return value as T;
  Object.assign(holderOf(copy, place), { [last]: value });
  return copy;
}

/** A deep copy without the array element or the field at the place. */
export function withoutPlace<T>(data: T, place: Place): T {
  const copy = structuredClone(data);
  const holder = holderOf(copy, place);
  const last = place.at(-1);
  if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else if (last !== undefined) Reflect.deleteProperty(holder, last);
  return copy;
}

/** Every place of plain data, the data itself first. */
export function placesOf(data: unknown, place: Place = []): Place[] {
  if (typeof data !== 'object' || data === null) return [place];
  const steps = Array.isArray(data) ? Array.from(data, (_, index) => index) : Object.keys(data);
  return [place, ...steps.flatMap((step) => placesOf(data[step as keyof typeof data], [...place, step]))];
}

function holderOf(data: unknown, place: Place): object {
  return place
    .slice(0, -1)
    .reduce((holder, step) => (holder as Record<PropertyKey, unknown>)[step], data) as object;
}
