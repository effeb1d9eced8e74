import { explain, pathText } from './explain.js';
import { settle } from './settle.js';
import type { Schema } from './values.js';

/**
 * The value as the schema reads it, a fresh copy. Throws a RangeError that names the place:
 * `invalid selection at [2].field: expected one of …, got "colour"`.
 */
export function mustParse<T>(schema: Schema<T>, value: unknown, what: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return settle(value, parsed.data, () => {});
  const { path, reason } = explain(parsed.error, value);
  throw new RangeError(`invalid ${what}${path.length === 0 ? '' : ` at ${pathText(path)}`}: ${reason}`);
}
