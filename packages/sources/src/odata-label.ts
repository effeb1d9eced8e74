import { scalarText } from './field-value.js';

/** The label that an OData service sends beside a value when annotations are asked for; null without one. */
export function labelOf(record: Readonly<Record<string, unknown>>, path: string): string | null {
  const key = `${path}@OData.Community.Display.V1.FormattedValue`;
  return Object.hasOwn(record, key) ? scalarText(record[key]) : null;
}
