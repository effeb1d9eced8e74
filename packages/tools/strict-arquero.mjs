// Arquero without code made from text, for the files of a script tag: what compiles an expression is
// replaced by one clear sentence, so neither the parser of expressions (acorn, half of Arquero's weight) nor
// the verbs that need it come along. Reading rows as objects needs no compiler and is done by hand.
import { readFile } from 'node:fs/promises';

const refusal =
  'this build has no expressions of Arquero: they make code from text, which strict pages forbid; ' +
  'import @pipeline-kit/model with a bundler to use them';

/** @param {string} name */
const refusing = (name) => `export function ${name}() { throw new Error(${JSON.stringify(refusal)}); }`;

/** What stands in place of each module that compiles or parses. @type {Readonly<Record<string, string>>} */
const replacements = {
  'expression/compile.js': `${refusing('refuse')}
export const compile = { escape: refuse, expr: refuse, expr2: refuse, join: refuse, param: refuse };`,
  'expression/parse-expression.js': refusing('parseExpression'),
  'expression/row-object.js': `import { entries } from '../util/entries.js';
export const ROW_OBJECT = 'row_object';
${refusing('rowObjectExpression')}
${refusing('rowObjectCode')}
export function rowObjectBuilder(table, props = table.columnNames()) {
  const columns = [];
  for (const prop of entries(props)) {
    const [name, key] = Array.isArray(prop) ? prop : [prop, prop];
    columns.push([String(key), table.column(name)]);
  }
  return (row) => Object.fromEntries(columns.map(([key, column]) => [key, column.at(row)]));
}`,
};

/**
 * Verbs that do nothing without an expression, and Arrow, which brings a library of its own: in their place
 * each of their exports refuses.
 */
const refused = [
  ...'dedupe derive except filter fold groupby impute intersect join join-filter lookup orderby pivot reduce'
    .split(' ')
    .map((verb) => `verbs/${verb}.js`),
  ...'rollup sample spread union unroll'.split(' ').map((verb) => `verbs/${verb}.js`),
  'format/to-arrow.js',
  'format/to-arrow-ipc.js',
];

/** The module with refusals in place of its exports. @param {string} file */
async function refusalsOf(file) {
  const names = [...(await readFile(file, 'utf8')).matchAll(/^export (?:function|const) (\w+)/gm)];
  if (names.length === 0) throw new Error(`strict-arquero: Arquero has changed, no exports in ${file}`);
  return names.map(([, name = '']) => refusing(name)).join('\n');
}

/** @returns {any} a plugin for Vite */
export function strictArquero() {
  /** @type {Set<string>} */
  const met = new Set();
  return {
    name: 'strict-arquero',
    enforce: 'pre',
    buildStart: () => met.clear(),
    /** @param {string} id */
    async load(id) {
      const path = /\/arquero\/src\/(.*\.js)$/.exec(id)?.[1] ?? '';
      const isRefused = refused.includes(path);
      if (!isRefused && !(path in replacements)) return null;
      met.add(path);
      return { code: isRefused ? await refusalsOf(id) : replacements[path], map: null };
    },
    generateBundle() {
      const missing = [...Object.keys(replacements), ...refused].filter((path) => !met.has(path));
      if (missing.length > 0)
        throw new Error(
          `strict-arquero: Arquero has changed, these modules were not met: ${missing.join(', ')}`,
        );
    },
  };
}
