const YES = new Set([
  'true',
  'yes',
  'y',
  '1',
  'x',
  'ja',
  'wahr',
  'oui',
  'vrai',
  'si',
  'sí',
  'verdadero',
  'sim',
  'verdadeiro',
  'はい',
]);
const NO = new Set([
  'false',
  'no',
  'n',
  '0',
  'nein',
  'falsch',
  'non',
  'faux',
  'falso',
  'não',
  'nao',
  'いいえ',
]);

/** True or false as written, never by truthiness: the text `false` is false, anything else null. */
export function readFlag(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const word = String(value).trim().toLowerCase();
  return YES.has(word) ? true : NO.has(word) ? false : null;
}
