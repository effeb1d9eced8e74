// What the demo, the tests, the stories and the builds have in common, so that each runs what ships.
import { root } from './root.mjs';

/**
 * `source` leads from one package to the TypeScript of the next, so nothing needs a build before it
 * runs; `production` gives Lit as it ships.
 */
export const conditions = ['source', 'module', 'browser', 'production'];

/** Packages that the kit is made of; pre-bundled once for pages that are served. */
export const prebundled = ['zod/mini', 'arquero', '@uwdata/flechette', 'd3-scale'];

/** Where Vite keeps what it has prepared; one folder for each kind of page. @param {string} page */
export const cacheDir = (page) => `${root}.cache/vite-${page}`;
