// The two builds for a script tag: an ES module whose later parts lie in files of their own, and one
// classic file for hosts that take no module. Both run in the strictest page.
import { build } from 'vite';
import { root } from './root.mjs';
import { strictArquero } from './strict-arquero.mjs';
import { strictLit } from './strict-lit.mjs';
import { strictZod } from './strict-zod.mjs';
import { conditions } from './vite-shared.mjs';

/** The classic file's one global name. */
const globalName = 'PipelineKit';

/**
 * @returns {Promise<Map<string, string>>} the built files by name; nothing is written
 */
export async function buildScriptTag() {
  const files = new Map();
  for (const format of /** @type {const} */ (['es', 'iife']))
    for (const { name, code } of await buildOne(format)) files.set(name, code);
  return files;
}

/**
 * @param {'es' | 'iife'} format
 * @returns {Promise<{ name: string, code: string }[]>}
 */
async function buildOne(format) {
  const result = await build({
    configFile: false,
    root,
    logLevel: 'warn',
    resolve: { conditions },
    plugins: [strictLit({ required: true }), strictArquero(), strictZod()],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      target: 'es2022',
      write: false,
      minify: true,
      modulePreload: false,
      chunkSizeWarningLimit: 1000,
      lib: { entry: `${root}packages/elements/src/bundle.ts`, name: globalName, formats: [format] },
      rolldownOptions: {
        output: {
          // Vite keeps the white space of an ES library; these files go straight to a browser.
          minify: true,
          entryFileNames: format === 'es' ? 'pipeline-kit.js' : 'pipeline-kit.classic.js',
          chunkFileNames: 'pipeline-kit.[name].js',
          codeSplitting: format === 'es',
        },
      },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) =>
    'output' in one ? one.output : [],
  );
  return outputs.flatMap((file) => (file.type === 'chunk' ? [{ name: file.fileName, code: file.code }] : []));
}
