import { say } from '../messages/warnings.js';

/** The value when it is a whole number from 0 to `most`, else `fallback`; the console hears of it once. */
export function wholeOf(
  { localName }: Element,
  attribute: string,
  value: number,
  fallback: number,
  most: number,
): number {
  if (Number.isInteger(value) && value >= 0 && value <= most) return value;
  say.badAttribute(localName, attribute, String(value), String(fallback));
  return fallback;
}
