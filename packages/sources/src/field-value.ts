import type { FieldPath } from '@pipeline-kit/model/schema';

/**
 * What stands at the path, undefined when nothing does. Only own properties are read, so a record
 * cannot answer with what it inherits; a key that contains dots is found whole first.
 */
export function fieldValue(record: unknown, path: FieldPath): unknown {
  if (!isObject(record)) return undefined;
  if (Object.hasOwn(record, path)) return record[path];
  let value: unknown = record;
  for (const key of path.split('.')) {
    if (!isObject(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value;
}

/** Whether the value has keys to look into; lists count, dates do not. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !(value instanceof Date);
}

/** A single value as text; null for objects, lists and nothing. */
export function scalarText(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return String(value);
  return value instanceof Date && Number.isFinite(value.getTime()) ? value.toISOString() : null;
}
