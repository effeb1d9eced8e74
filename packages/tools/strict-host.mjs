// A strict host for tests: pages with the policies that real hosts set, served by the test server.
// The test page puts such a page in a frame and reads what the policy had to forbid; see
// test/support/strict-frame.ts.
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { buildScriptTag } from './script-tag.mjs';
import { root } from './root.mjs';

const rest = "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'";
const self = `default-src 'none'; script-src 'self'; style-src 'self'; ${rest}`;

/** The policies of the gate. @type {Readonly<Record<string, string>>} */
export const policies = {
  plain: self,
  tt: `${self}; require-trusted-types-for 'script'; trusted-types lit-html`,
  none: `${self}; require-trusted-types-for 'script'; trusted-types 'none'`,
  nonce: `default-src 'none'; script-src 'nonce-pipeline'; style-src 'nonce-pipeline'; ${rest}`,
};

/** How a page loads the kit. @type {Readonly<Record<string, string>>} */
const scripts = {
  nothing: '',
  source: '<script type="module" src="/packages/elements/src/bundle.ts" nonce="pipeline"></script>',
  module: '<script type="module" src="/__csp/dist/pipeline-kit.js" nonce="pipeline"></script>',
  classic: '<script defer src="/__csp/dist/pipeline-kit.classic.js" nonce="pipeline"></script>',
};

/**
 * What a test asks for.
 *
 * @typedef {{ policy: string, script: string, shadow: string, body: string, files: Record<string, string> }} Wish
 */

/** @param {Wish} wish */
const html = ({ script, shadow, body }) => `<!doctype html>
<html lang="en" data-shadow="${shadow}">
  <head>
    <meta charset="utf-8" />
    <title>A strict host</title>
    <script src="/__csp/watch.js" nonce="pipeline"></script>
    ${scripts[script]}
  </head>
  <body>${body}</body>
</html>
`;

/** @returns {any} Koa middleware */
export function strictHost() {
  /** @type {Map<string, Wish>} */
  const wishes = new Map();
  /** @type {Promise<Map<string, string>> | undefined} */
  let built;

  /** @type {[RegExp, (ctx: any, ...parts: string[]) => Promise<void> | void][]} */
  const routes = [
    [
      /^\/__csp\/wish$/,
      async (ctx) => {
        const wish = JSON.parse(await text(ctx.req));
        if (!(wish.policy in policies) || !(wish.script in scripts))
          return ctx.throw(400, 'unknown policy or script');
        const id = randomUUID();
        wishes.set(id, wish);
        ctx.body = `/__csp/page/${id}/`;
        return undefined;
      },
    ],
    [
      /^\/__csp\/page\/([\w-]+)\/(.*)$/,
      (ctx, id = '', file = '') => {
        const wish = wishes.get(id);
        if (!wish) return ctx.throw(404, 'no such page');
        if (file !== '') {
          if (!(file in wish.files)) return ctx.throw(404, 'no such file');
          ctx.type = file.endsWith('.json') ? 'application/json' : 'text/plain';
          ctx.body = wish.files[file];
          return undefined;
        }
        ctx.type = 'html';
        ctx.set('Content-Security-Policy', policies[wish.policy]);
        ctx.body = html(wish);
        return undefined;
      },
    ],
    [
      /^\/__csp\/watch\.js$/,
      async (ctx) => {
        ctx.type = 'text/javascript';
        ctx.body = await readFile(`${root}packages/tools/strict-page/watch.js`, 'utf8');
      },
    ],
    [
      /^\/__csp\/dist\/([\w.-]+)$/,
      async (ctx, file = '') => {
        built ??= buildScriptTag();
        const code = (await built).get(file);
        if (code === undefined) return ctx.throw(404, 'no such file');
        ctx.type = 'text/javascript';
        ctx.body = code;
        return undefined;
      },
    ],
  ];

  return async (/** @type {any} */ ctx, /** @type {() => Promise<void>} */ next) => {
    for (const [pattern, answer] of routes) {
      const match = pattern.exec(ctx.path);
      if (match) return answer(ctx, ...match.slice(1));
    }
    return next();
  };
}

/** @param {AsyncIterable<Buffer>} request */
async function text(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
