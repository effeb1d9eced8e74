import type { At } from '@pipeline-kit/model/schema';

/** One field that went from one value to another, as logs of changes tell it. */
export interface FieldChange {
  readonly field: string;
  readonly ms: number;
  readonly before: unknown;
  readonly after: unknown;
}

/** What a field was set to, and when. */
export interface FieldValue {
  readonly field: string;
  readonly at: At;
  readonly value: unknown;
}

/**
 * The values of each field over time: after every change, and since the creation the one before the
 * first. Changes come in any order; those of one moment keep it.
 */
export function valuesOverTime(changes: readonly FieldChange[], createdAt: At): FieldValue[] {
  const begun = new Set<string>();
  const values: FieldValue[] = [];
  for (const { field, ms, before, after } of changes.toSorted((a, b) => a.ms - b.ms)) {
    if (!begun.has(field)) values.push({ field, at: createdAt, value: before });
    begun.add(field);
    values.push({ field, at: new Date(ms).toISOString(), value: after });
  }
  return values;
}
