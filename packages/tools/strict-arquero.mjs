// Arquero without code made from text, for the files of a script tag: what compiles an expression is
// replaced by one clear sentence, and the parser of expressions (acorn, half of Arquero's weight) stays out.
// Reading rows as objects needs no compiler and is done by hand.

const refusal =
  'this build has no expressions of Arquero: they make code from text, which strict pages forbid; ' +
  'import @pipeline-kit/model with a bundler to use them';

/** @param {string} name */
const refusing = (name) => `export function ${name}() { throw new Error(${JSON.stringify(refusal)}); }`;

/** What stands in place of each module that compiles or parses. @type {Readonly<Record<string, string>>} */
const replacements = {
  'expression/compile.js': `${refusing('refuse')}
export const compile = { escape: refuse, expr: refuse, expr2: refuse, join: refuse, param: refuse };`,
  'expression/compare.js': refusing('compare'),
  'expression/parse-expression.js': refusing('parseExpression'),
  'util/unroll.js': refusing('unroll'),
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

/** @returns {any} a plugin for Vite */
export function strictArquero() {
  /** @type {Set<string>} */
  const met = new Set();
  return {
    name: 'strict-arquero',
    enforce: 'pre',
    buildStart: () => met.clear(),
    /** @param {string} id */
    load(id) {
      const path = /\/arquero\/src\/(.*\.js)$/.exec(id)?.[1] ?? '';
      if (!(path in replacements)) return null;
      met.add(path);
      return { code: replacements[path], map: null };
    },
    generateBundle() {
      const missing = Object.keys(replacements).filter((path) => !met.has(path));
      if (missing.length > 0)
        throw new Error(
          `strict-arquero: Arquero has changed, these modules were not met: ${missing.join(', ')}`,
        );
    },
  };
}
