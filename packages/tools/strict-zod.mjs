// Zod keeps its settings on globalThis, where every other copy of Zod in the page finds them: a host's
// settings would change our messages, and ours would change the host's. In the files of a script tag the
// settings are the module's own.

/** What stands in the shipped files of zod 4.6.7, and what shall stand there. @type {Readonly<Record<string, readonly [RegExp, string]>>} */
const rewrites = {
  'core.js': [
    /\(_a = globalThis\)\.__zod_globalConfig \?\? \(_a\.__zod_globalConfig = \{\}\);\nexport const globalConfig = globalThis\.__zod_globalConfig;/,
    'export const globalConfig = {};',
  ],
  'registries.js': [
    /\(_a = globalThis\)\.__zod_globalRegistry \?\? \(_a\.__zod_globalRegistry = registry\(\)\);\nexport const globalRegistry = globalThis\.__zod_globalRegistry;/,
    'export const globalRegistry = registry();',
  ],
};

/** @returns {any} a plugin for Vite */
export function strictZod() {
  /** @type {Set<string>} */
  const met = new Set();
  return {
    name: 'strict-zod',
    enforce: 'pre',
    buildStart: () => met.clear(),
    /** @param {string} code @param {string} id */
    transform(code, id) {
      const file = /\/zod\/v4\/core\/(core|registries)\.js$/.exec(id)?.[0].split('/').pop() ?? '';
      const rewrite = rewrites[file];
      if (!rewrite) return null;
      const result = code.replace(...rewrite).replaceAll('globalThis.__zod_globalConfig', 'globalConfig');
      if (result === code || /globalThis/.test(result))
        throw new Error(`strict-zod: zod has changed: ${file}`);
      met.add(file);
      return { code: result, map: null };
    },
    generateBundle() {
      const missing = Object.keys(rewrites).filter((file) => !met.has(file));
      if (missing.length > 0) throw new Error(`strict-zod: not met: ${missing.join(', ')}`);
    },
  };
}
