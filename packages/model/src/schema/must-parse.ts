import { explain, pathText } from './explain.js';
import type { Schema } from './values.js';

/**
 * The value as the schema reads it, a fresh copy. Throws a RangeError that names the place:
 * `invalid selection at [2].field: expected one of …, got "colour"`.
 */
export function mustParse<T>(schema: Schema<T>, value: unknown, what: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return withoutUndefined(parsed.data);
  const { path, reason } = explain(schema, value);
  throw new RangeError(`invalid ${what}${path.length === 0 ? '' : ` at ${pathText(path)}`}: ${reason}`);
}

/** Deletes the fields that are `undefined` from what was parsed just now, at any depth. */
function withoutUndefined<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const [name, held] of Object.entries(value)) {
    if (held === undefined) delete value[name as keyof T];
    else withoutUndefined<unknown>(held);
  }
  return value;
}
