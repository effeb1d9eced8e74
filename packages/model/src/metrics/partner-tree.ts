import type { Partner } from '../schema/document.js';

/**
 * Every partner's code with those of all its descendants, itself first. Code i is partner i of the
 * document. A parent that the document does not hold is none, and a circle of parents holds each once.
 */
export function partnerTree(partners: readonly Partner[]): readonly (readonly number[])[] {
  const codes = new Map(partners.map(({ id }, code) => [id, code]));
  const families: number[][] = partners.map((_, code) => [code]);
  for (const code of partners.keys()) {
    const seen = new Set([code]);
    for (let above = parentOf(code); above !== undefined && !seen.has(above); above = parentOf(above)) {
      seen.add(above);
      families[above]?.push(code);
    }
  }
  return families;

  function parentOf(code: number): number | undefined {
    return codes.get(partners[code]?.parentId ?? '');
  }
}
