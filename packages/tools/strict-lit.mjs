// Lit without an HTML sink and without a policy of Trusted Types: its templates are built node by node by
// packages/elements/src/strict/template-dom.ts. Every page that is served and every file that is built for
// a script tag goes through here, so that what is tested is what ships.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { root } from './root.mjs';

/** Exports `fillTemplate(template: HTMLTemplateElement, html: string): void`. */
const templateDom = `${root}packages/elements/src/strict/template-dom.ts`;

/** What stands in the shipped file of lit-html 3.3.3, and what shall stand there. */
const rewrites = /** @type {const} */ ([
  // Its marks are written in names of attributes. Engines from before 2025 take no dollar sign there from a script.
  ['h="$lit$"', 'h="-lit-"'],
  ['o=`lit$${Math.random().toFixed(9).slice(2)}$`', 'o=`lit-${Math.random().toFixed(9).slice(2)}-`'],
  ['e=s?s.createPolicy("lit-html",{createHTML:t=>t}):void 0', 'e=void 0'],
  [
    'const s=l.createElement("template");return s.innerHTML=t,s',
    'const s=l.createElement("template");return fillTemplate(s,t),s',
  ],
]);

/**
 * The source of lit-html with our template builder in place of the HTML parser.
 *
 * @param {string} code
 * @returns {string}
 * @throws {Error} when the source is not the one that we know: an upgrade must not bring the sinks back
 */
export function withoutSinks(code) {
  for (const [from] of rewrites)
    if (code.split(from).length !== 2)
      throw new Error(
        `strict-lit: lit-html has changed, this stands there no longer or more than once: ${from}`,
      );
  const result = rewrites.reduce((text, [from, to]) => text.replace(from, to), code);
  const sink = /createPolicy|innerHTML|outerHTML|insertAdjacentHTML/.exec(result);
  if (sink) throw new Error(`strict-lit: lit-html has another sink: ${sink[0]}`);
  return `import { fillTemplate } from ${JSON.stringify(templateDom)};\n${result}`;
}

/**
 * For Vite, and for its preparation of dependencies.
 *
 * @param {{ required?: boolean }} [options] required: a build in which lit-html was not met is an error
 * @returns {any}
 */
export function strictLit({ required = false } = {}) {
  let met = false;
  return {
    // Vite prepares dependencies anew when the name of a plugin changes.
    name: `strict-lit-${fingerprint(templateDom, new URL(import.meta.url).pathname)}`,
    enforce: 'pre',
    /** @param {string} code @param {string} id */
    transform(code, id) {
      if (!/\/lit-html\/(?:[\w-]+\/)*lit-html\.js(?:$|\?)/.test(id)) return null;
      met = true;
      return { code: withoutSinks(code), map: null };
    },
    generateBundle() {
      if (required && !met)
        throw new Error('strict-lit: lit-html was not met; was it bundled under another name?');
    },
  };
}

/** Lit's own entries, all of them: one that is not prepared with the others would be a second Lit. */
export function litEntries() {
  const { exports } = JSON.parse(readFileSync(`${root}node_modules/lit/package.json`, 'utf8'));
  const browserless = /polyfill|hydrate|is-server|ssr|private/;
  const names = Object.keys(exports).filter(
    (name) => name === '.' || (name.endsWith('.js') && !browserless.test(name)),
  );
  return [...names.map((name) => `lit${name.slice(1)}`), '@lit/context'];
}

/** @param {string[]} files */
function fingerprint(...files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readIfThere(file));
  return hash.digest('hex').slice(0, 8);
}

/** @param {string} file */
function readIfThere(file) {
  try {
    return readFileSync(file);
  } catch {
    return '';
  }
}
