import { readdirSync } from 'node:fs';
import { root } from './root.mjs';

/**
 * The files below a folder of the repository whose path matches, as paths from its top, sorted.
 * A folder that is not there has none.
 *
 * @param {string} folder
 * @param {RegExp} pattern
 * @returns {string[]}
 */
export function filesBelow(folder, pattern) {
  let entries;
  try {
    entries = readdirSync(root + folder, { recursive: true, withFileTypes: true });
  } catch {
    return [];
  }
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(root.length))
    .filter((path) => pattern.test(path) && !path.includes('node_modules/'))
    .sort();
}
