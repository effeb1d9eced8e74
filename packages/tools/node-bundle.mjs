import { rolldown } from 'rolldown';
import { root } from './root.mjs';

/**
 * Bundles a TypeScript module of the repository for Node, which cannot read types itself.
 *
 * @param {string} entry path from the top of the repository
 * @param {string} name of the file, below .cache/node/
 * @returns {Promise<string>} the file's path
 */
export async function nodeBundle(entry, name) {
  const file = `${root}.cache/node/${name}.mjs`;
  const bundle = await rolldown({
    input: root + entry,
    platform: 'node',
    logLevel: 'warn',
    resolve: { conditionNames: ['source', 'node', 'import', 'production'] },
  });
  await bundle.write({ file, format: 'esm', codeSplitting: false });
  await bundle.close();
  return file;
}
