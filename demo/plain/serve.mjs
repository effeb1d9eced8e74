// The README's snippet with the built files, in the strictest page there is: `npm run build`, then
// `node demo/plain/serve.mjs`. Prints its address; a port may be given.
import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { createServer as createVite } from 'vite';
import { conditions } from '../../packages/tools/vite-shared.mjs';

/** No code from text, no inline style, no HTML sink, nothing from elsewhere. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const here = fileURLToPath(new URL('.', import.meta.url));
const built = fileURLToPath(new URL('../../packages/elements/dist/', import.meta.url));
const types = {
  html: 'text/html; charset=utf-8',
  css: 'text/css',
  js: 'text/javascript',
  map: 'application/json',
};

if (!existsSync(`${built}pipeline-kit.js`)) {
  console.error('nothing is built yet; run: npm run build');
  process.exit(1);
}
const pipeline = JSON.stringify(await programme());

const server = createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  response.setHeader('content-security-policy', policy);
  if (path === '/api/pipeline.json') {
    response.setHeader('content-type', 'application/json').end(pipeline);
    return;
  }
  const file = fileOf(path);
  if (!file || !existsSync(file)) {
    response.writeHead(404).end('not found');
    return;
  }
  const extension = /** @type {keyof types} */ (file.slice(file.lastIndexOf('.') + 1));
  response.setHeader('content-type', types[extension] ?? 'application/octet-stream');
  createReadStream(file).pipe(response);
});
server.listen(Number(process.argv[2] ?? 5180), () => {
  const address = server.address();
  console.log(`http://localhost:${typeof address === 'object' ? address?.port : address}/`);
});

/** The page's own files, and the built ones beside it; nothing else. @param {string} path */
function fileOf(path) {
  if (path === '/') return `${here}index.html`;
  if (path === '/plain.css') return `${here}plain.css`;
  return /^\/(?:[\w-]+\/)*[\w.-]+\.js$/.test(path) ? built + path.slice(1) : null;
}

/** The demo's programme, from its source. */
async function programme() {
  const vite = await createVite({
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    resolve: { conditions },
    ssr: { resolve: { conditions, externalConditions: conditions }, noExternal: [/^@pipeline-kit\//] },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  });
  try {
    const module = await vite.ssrLoadModule(
      fileURLToPath(new URL('../../packages/tools/programme/index.ts', import.meta.url)),
    );
    return module['programme']();
  } finally {
    await vite.close();
  }
}
