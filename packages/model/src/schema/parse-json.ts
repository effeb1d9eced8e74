import { DocumentError } from './document-error.js';

/** The value of a JSON text or of its bytes in UTF-8, with or without a byte order mark; others as they are. */
export function parseJson(input: unknown): unknown {
  const text = input instanceof Uint8Array ? decode(input) : input;
  if (typeof text !== 'string') return text;
  try {
    return JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text) as unknown;
  } catch (error) {
    // A SyntaxError, or a RangeError of an engine that ran out of stack on deep nesting.
    throw new DocumentError('', `expected JSON: ${(error as Error).message}`);
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new DocumentError('', 'expected text in UTF-8');
  }
}
