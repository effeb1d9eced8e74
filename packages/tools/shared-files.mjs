// Serves the folder `shared` that may lie beside the repository: real exports and worked answers.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { extname, resolve, sep } from 'node:path';
import { root } from './root.mjs';

const shared = resolve(root, '../shared');

/** @type {Readonly<Record<string, string>>} */
const types = {
  '.json': 'application/json',
  '.csv': 'text/csv',
  '.md': 'text/markdown',
  '.svg': 'image/svg+xml',
};

/** Koa middleware: `/__shared/golden/x.json` is `../shared/golden/x.json`; 404 where there is none.
 *
 * @param {any} ctx @param {() => Promise<void>} next */
export async function sharedFiles(ctx, next) {
  if (!ctx.path.startsWith('/__shared/')) return next();
  const file = resolve(shared, decodeURIComponent(ctx.path.slice('/__shared/'.length)));
  if (!file.startsWith(shared + sep) || !existsSync(file) || !statSync(file).isFile()) {
    ctx.status = 404;
    ctx.body = 'no such file';
    return undefined;
  }
  ctx.type = types[extname(file)] ?? 'application/octet-stream';
  ctx.body = createReadStream(file);
  return undefined;
}
