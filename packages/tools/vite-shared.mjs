// What the demo, the tests, the stories and the builds have in common, so that each runs what ships.
import { root } from './root.mjs';
import { litEntries, strictLit } from './strict-lit.mjs';

/**
 * `source` leads from one package to the TypeScript of the next, so nothing needs a build before it
 * runs; `production` gives Lit as it ships.
 */
export const conditions = ['source', 'module', 'browser', 'production'];

/** Where Vite keeps what it has prepared; one folder for each kind of page. @param {string} page */
export const cacheDir = (page) => `${root}.cache/vite-${page}`;

/**
 * How a server prepares the packages that pages import.
 *
 * @param {{ include?: readonly string[], discover?: boolean }} [options] discover: look for more packages
 *   than those named while pages load, which may reload a page
 * @returns {import('vite').UserConfig['optimizeDeps'] & {}}
 */
export function prepared({ include = [], discover = false } = {}) {
  return {
    noDiscovery: !discover,
    include: [...litEntries(), 'zod/mini', 'arquero', '@uwdata/flechette', ...include],
    rolldownOptions: { plugins: [strictLit()] },
  };
}
