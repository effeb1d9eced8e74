import { isTidy, MAX_ID, tidyText } from '@pipeline-kit/model/schema';
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

/** A single value as well-formed text; null for objects, lists and nothing. */
export function scalarText(value: unknown): string | null {
  if (typeof value === 'string') return isTidy(value) ? value : tidyText(value);
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return String(value);
  return value instanceof Date && Number.isFinite(value.getTime()) ? value.toISOString() : null;
}

/** A single value as the name or id of something; null also for one that is blank or too long to be one. */
export function nameText(value: unknown): string | null {
  const text = scalarText(value)?.trim() ?? '';
  return text === '' || text.length > MAX_ID ? null : text;
}
