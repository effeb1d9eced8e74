import { scalarText } from './field-value.js';

/**
 * What two spellings of one record id share: the first 15 characters. The other three of the long form
 * repeat their capitals for systems that ignore case.
 */
export function salesforceKey(id: unknown): string {
  const text = scalarText(id)?.trim() ?? '';
  return /^[A-Za-z0-9]{18}$/.test(text) ? text.slice(0, 15) : text;
}

/** Whether the text is a record id in either form. */
export function isSalesforceId(text: string): boolean {
  return /^(?=.*\d)[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?$/.test(text);
}
