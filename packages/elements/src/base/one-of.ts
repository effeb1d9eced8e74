import { say } from '../messages/warnings.js';

/** The value when it is one of the known words, else the first of them; the console hears of it once. */
export function oneOf<T extends string>(
  { localName }: Element,
  attribute: string,
  value: string | null,
  words: readonly [T, ...T[]],
): T {
  const known = words.find((word) => word === value);
  if (known !== undefined) return known;
  if (value != null) say.badAttribute(localName, attribute, value, words[0]);
  return words[0];
}
