import { chromeLauncher, defaultReporter } from '@web/test-runner';
import puppeteer from 'puppeteer-core';
import { findBrowser, launchArgs } from './packages/tools/browser.mjs';
import { filesBelow } from './packages/tools/files.mjs';
import { sharedFiles } from './packages/tools/shared-files.mjs';
import { strictHost } from './packages/tools/strict-host.mjs';
import { strictLit } from './packages/tools/strict-lit.mjs';
import { cacheDir, conditions, prepared } from './packages/tools/vite-shared.mjs';
import { countReporter } from './packages/tools/wtr-count.mjs';
import { snapshots } from './packages/tools/wtr-snapshots.mjs';
import { together } from './packages/tools/wtr-together.mjs';
import { viteServer } from './packages/tools/wtr-vite.mjs';
import { webkitLauncher } from './packages/tools/wtr-webdriver.mjs';

// BROWSERS=chromium,firefox,webkit
const wanted = (process.env.BROWSERS ?? 'chromium').split(',');

// Paths or words; empty: every test.
const only = (process.env.TEST_FILES ?? '').split('\n').filter(Boolean);

// Neither UTC nor the zone of any machine that builds this: what reads the process's zone shows.
const ownZone = 'Asia/Kathmandu';

// Tests named *.zone.test.ts run in each of these: the origin, east, west with its other date, and the
// island that skipped a day.
const zones = ['UTC', 'Asia/Tokyo', 'America/Los_Angeles', 'Pacific/Apia'];

/** @param {string} name @returns {never} */
function fail(name) {
  throw new Error(`no launcher for the browser: ${name}`);
}

/** @param {string} timeZone */
function chromium(timeZone) {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('no Chromium; run: node packages/tools/browser.mjs --install');
  return chromeLauncher({
    launchOptions: { executablePath, args: launchArgs, env: { ...process.env, TZ: timeZone } },
    // A page that lies behind another draws a frame or two a second, so a browser has one at a time; and it must
    // behave as the one that a person looks at.
    concurrency: 1,
    createPage: async ({ context }) => {
      const page = await context.newPage();
      const session = await page.createCDPSession();
      await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
      return page;
    },
  });
}

/** @type {Record<string, () => any>} */
const launchers = {
  chromium: () => chromium(ownZone),
  // The same launcher speaks WebDriver BiDi to Firefox when it is given puppeteer itself.
  firefox: () =>
    chromeLauncher({
      puppeteer: /** @type {any} */ (puppeteer),
      concurrency: 1,
      launchOptions: {
        browser: 'firefox',
        executablePath: process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr',
        env: { ...process.env, TZ: ownZone },
      },
    }),
  webkit: () => webkitLauncher(),
};

/** The page of a test: it says which time zone the test may count on. @param {string} timeZone */
const page = (timeZone) => (/** @type {string} */ framework) => `<!doctype html>
<html lang="en" data-time-zone="${timeZone}" data-update-snapshots="${process.env.UPDATE_SNAPSHOTS ?? ''}">
  <head><meta charset="utf-8" /></head>
  <body>
    <script type="module" src="/test/support/page.ts"></script>
    <script type="module" src="${framework}"></script>
  </body>
</html>`;

const vite = viteServer({
  configFile: false,
  cacheDir: cacheDir('test'),
  resolve: { conditions },
  plugins: [strictLit()],
  // What is prepared is named, not discovered: a discovery in the middle of a run would reload its pages.
  optimizeDeps: {
    ...prepared({
      include: [
        '@open-wc/testing',
        'fast-check',
        '@storybook/web-components-vite',
        'storybook/internal/preview-api',
        'storybook/test',
        'storybook/preview-api',
      ],
    }),
    exclude: ['@web/test-runner-commands'],
  },
});

/** @param {RegExp} pattern */
const files = (pattern) =>
  filesBelow('test', pattern).filter((path) => only.length === 0 || only.some((word) => path.includes(word)));

const zoned = files(/\.zone\.test\.ts$/);

export default {
  files: only.length === 0 ? together(files(/\.test\.ts$/), 2) : files(/\.test\.ts$/),
  groups: zones.slice(0, zoned.length > 0 ? undefined : 0).map((zone) => ({
    name: zone,
    files: zoned,
    browsers: [chromium(zone)],
    testRunnerHtml: page(zone),
  })),
  nodeResolve: false,
  concurrency: 1,
  concurrentBrowsers: 2,
  testRunnerHtml: page(ownZone),
  testFramework: { config: { timeout: '20000' } },
  testsFinishTimeout: 600_000,
  browserStartTimeout: 120_000,
  browsers: wanted.map((name) => launchers[name]?.() ?? fail(name)),
  middleware: [sharedFiles, strictHost(), vite.middleware],
  plugins: [vite.plugin, snapshots()],
  reporters: [
    defaultReporter({ reportTestProgress: process.stdout.isTTY }),
    countReporter({ file: process.env.COUNT_FILE }),
  ],
  coverageConfig: {
    include: ['packages/*/src/**'],
    exclude: ['**/node_modules/**'],
    report: true,
    reportDir: 'coverage',
    reporters: ['text-summary', 'lcovonly', 'json-summary'],
  },
};
