/** What parsing did to a value at one place. */
export interface Repair {
  /** `unread`: the field is none of ours; `repaired`: the text was cut or was not well-formed. */
  readonly kind: 'unread' | 'repaired';
  readonly path: readonly (string | number)[];
}

/**
 * Compares a value with what parsing made of it, tells each difference, and deletes from the
 * parsed copy the fields that are `undefined`. It stops where both are the same object, so it
 * neither enters nor changes what was passed through unread.
 */
export function settle<T>(before: unknown, after: T, tell: (repair: Repair) => void): T {
  walk(before, after, [], tell);
  return after;
}

function walk(
  before: unknown,
  after: unknown,
  path: readonly (string | number)[],
  tell: (repair: Repair) => void,
): void {
  if (before === after) return;
  if (!isHolder(before) || !isHolder(after)) {
    tell({ kind: 'repaired', path });
    return;
  }
  const isList = Array.isArray(after);
  for (const key of Object.keys(before)) {
    const place = [...path, isList ? Number(key) : key];
    if (before[key] === undefined) {
      if (!isList) delete after[key];
    } else if (Object.hasOwn(after, key)) walk(before[key], after[key], place, tell);
    else tell({ kind: 'unread', path: place });
  }
}

function isHolder(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
