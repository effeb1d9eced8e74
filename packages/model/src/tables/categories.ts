import type { Category } from '../schema/document.js';

/** Forecast categories in the order of their codes; −1 is none. */
export const CATEGORIES: readonly Category[] = ['omitted', 'pipeline', 'bestCase', 'mostLikely', 'commit'];
