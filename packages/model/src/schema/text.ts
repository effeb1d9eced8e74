/** The longest text that is kept, in UTF-16 code units; the rest is cut off. */
export const MAX_TEXT = 10_000;

const LONE_SURROGATE = /\p{Surrogate}/gu;

/** Whether no half of a surrogate pair stands alone; such text cannot be encoded. */
export function isWellFormed(value: string): boolean {
  return native === null ? value.search(LONE_SURROGATE) < 0 : native.call(value);
}

/** Whether the value is a text that needs no repair. */
export function isTidy(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_TEXT && isWellFormed(value);
}

/** The text cut to `MAX_TEXT`, with U+FFFD for every lone surrogate. */
export function tidyText(value: string): string {
  return value.slice(0, MAX_TEXT).replace(LONE_SURROGATE, '\ufffd');
}

// ES2024; older engines take the regular expression.
const native = (String.prototype as { isWellFormed?: (this: string) => boolean }).isWellFormed ?? null;
