// Pages of the repository in a Chromium, for scripts that look at them or measure them.
import { launch } from 'puppeteer-core';
import { createServer } from 'vite';
import { findBrowser, installBrowser, launchArgs } from './browser.mjs';
import { root } from './root.mjs';
import { strictLit } from './strict-lit.mjs';
import { cacheDir, conditions, prepared } from './vite-shared.mjs';

/**
 * Serves the repository and opens a browser; both end when the work does.
 *
 * @template T
 * @param {(opened: { browser: import('puppeteer-core').Browser, address: string }) => Promise<T>} work
 * @param {readonly string[]} [include] packages to prepare besides the kit's own
 * @returns {Promise<T>}
 */
export async function withPages(work, include = []) {
  const server = await createServer({
    configFile: false,
    root,
    cacheDir: cacheDir('pages'),
    logLevel: 'warn',
    appType: 'mpa',
    resolve: { conditions },
    plugins: [strictLit(), withoutClient],
    optimizeDeps: prepared({ include }),
    server: { hmr: false, ws: false, watch: null, port: 5990 },
  });
  await server.listen();
  const browser = await launch({
    executablePath: findBrowser() ?? installBrowser(),
    args: launchArgs,
    protocolTimeout: 0,
    env: { ...process.env, TZ: 'Asia/Kathmandu' },
  });
  try {
    return await work({ browser, address: server.resolvedUrls?.local[0] ?? '' });
  } finally {
    await browser.close();
    await server.close();
  }
}

/**
 * Nothing here is reloaded, so no page needs Vite's own script.
 *
 * @type {import('vite').Plugin}
 */
const withoutClient = {
  name: 'without-client',
  transformIndexHtml: {
    order: 'post',
    handler: (html) => html.replace(/<script[^>]*@vite\/client[^>]*><\/script>/, ''),
  },
};
