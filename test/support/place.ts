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
  // Defined, not assigned: a field may be called __proto__, and what is assigned to that is no field.
  Object.defineProperty(holderOf(copy, place), last, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
  return copy;
}

/** A deep copy without the array element or the field at the place. */
export function withoutPlace<T>(data: T, place: Place): T {
  const copy = structuredClone(data);
  const holder = holderOf(copy, place);
  const last = place.at(-1);
  if (Array.isArray(holder)) {
    // Not by splice, which asks the list for its constructor, and a spoiled list may hold anything there.
    holder.copyWithin(Number(last), Number(last) + 1);
    holder.length -= 1;
  } else if (last !== undefined) Reflect.deleteProperty(holder, last);
  return copy;
}

/** Every place of plain data, the data itself first. */
export function placesOf(data: unknown, place: Place = []): Place[] {
  if (!isPlain(data)) return [place];
  const steps = Array.isArray(data) ? Array.from(data, (_, index) => index) : Object.keys(data);
  return [place, ...steps.flatMap((step) => placesOf(data[step as keyof typeof data], [...place, step]))];
}

/** A list or a record; fields put on a Map or a Date are no data, and a copy has them no more. */
function isPlain(data: unknown): data is object {
  if (typeof data !== 'object' || data === null) return false;
  const prototype: unknown = Object.getPrototypeOf(data);
  return Array.isArray(data) || prototype === Object.prototype || prototype === null;
}

/** What holds the last step of a place; only own fields lead there, so never a prototype. */
function holderOf(data: unknown, place: Place): object {
  return place.slice(0, -1).reduce((holder, step) => {
    const own = Object.getOwnPropertyDescriptor(holder, step);
    if (!own) throw new RangeError(`no such place: ${place.join('.')}`);
    return own.value as object;
  }, data as object);
}
