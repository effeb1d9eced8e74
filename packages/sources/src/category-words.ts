import type { Category } from '@pipeline-kit/model/schema';
import { plainWords } from './plain-words.js';

const CATEGORIES = new Map<string, Category | null>([
  ['omitted', 'omitted'],
  ['omit', 'omitted'],
  ['pipeline', 'pipeline'],
  ['best case', 'bestCase'],
  ['bestcase', 'bestCase'],
  ['upside', 'bestCase'],
  ['most likely', 'mostLikely'],
  ['mostlikely', 'mostLikely'],
  ['commit', 'commit'],
  ['committed', 'commit'],
  // The API's name for what its own screens call Commit.
  ['forecast', 'commit'],
  // Closed is no call any more; the stage says it.
  ['closed', null],
  ['closed won', null],
  ['closed lost', null],
  ['won', null],
  ['lost', null],
]);

/** The forecast category of a word, null for one that means closed, undefined for one that is unknown. */
export function categoryOf(text: string): Category | null | undefined {
  return CATEGORIES.get(plainWords(text));
}
