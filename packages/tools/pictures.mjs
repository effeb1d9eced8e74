// npm run pictures [-- WORD]: every story (whose name has the word) in light and dark, at three widths, in both
// directions, into .cache/pictures, with a sheet for each story that shows all of its pictures.
import { mkdirSync, rmSync } from 'node:fs';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { withPages } from './page-server.mjs';
import { root } from './root.mjs';

const [word = ''] = process.argv.slice(2);
const schemes = ['light', 'dark'];
const directions = ['ltr', 'rtl'];
const widths = [320, 640, 1200];
const folder = '.cache/pictures';

await withPages(
  async ({ browser, address }) => {
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error(String(error)));
    page.on('console', (message) => console.log(`  ${message.type()}: ${message.text()}`));
    await page.goto(`${address}packages/tools/pictures/index.html`);
    await page.waitForFunction('typeof window.stories === "function"', { timeout: 60_000 });
    const stories = (await page.evaluate(() => window.stories())).filter((story) => story.includes(word));
    if (word === '') rmSync(root + folder, { recursive: true, force: true });
    mkdirSync(root + folder, { recursive: true });

    for (const story of stories) {
      /** @type {{ file: string, width: number }[]} */
      const taken = [];
      for (const scheme of schemes)
        for (const direction of directions) {
          await page.emulateMediaFeatures([
            { name: 'prefers-color-scheme', value: scheme },
            { name: 'prefers-reduced-motion', value: 'reduce' },
          ]);
          for (const [index, width] of widths.entries()) {
            await page.setViewport({ width, height: 800, deviceScaleFactor: 1 });
            if (index === 0) {
              await page.evaluate(setUp, scheme, direction);
              await page.evaluate((name) => window.show(name), story);
            }
            await sleep(150);
            const file = `${story.replace('/', '-')}-${scheme}-${direction}-${width}.png`;
            // Beyond the viewport a page that runs from right to left would be taken from the wrong edge.
            await page.screenshot({
              path: `${root}${folder}/${file}`,
              fullPage: true,
              captureBeyondViewport: false,
            });
            taken.push({ file, width });
          }
        }
      await sheet(browser, `${address}${folder}/`, story, taken);
      console.log(`${folder}/sheet-${story.replace('/', '-')}.png`);
    }
    if (stories.length === 0) console.log('no story');
  },
  [
    '@storybook/web-components-vite',
    'storybook/internal/preview-api',
    'storybook/test',
    'storybook/preview-api',
  ],
);

/** Runs in the page. @param {string} scheme @param {string} direction */
function setUp(scheme, direction) {
  document.documentElement.style.colorScheme = scheme;
  document.documentElement.dir = direction;
}

/**
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} base
 * @param {string} story
 * @param {readonly { file: string, width: number }[]} taken
 */
async function sheet(browser, base, story, taken) {
  const page = await browser.newPage();
  await page.setViewport({ width: widths.reduce((sum, width) => sum + width + 24, 24), height: 600 });
  await page.goto(`${base.replace(/\.cache.*/, '')}packages/tools/pictures/index.html`);
  await page.evaluate(
    (address, title, pictures, columns) => {
      const heading = document.createElement('h1');
      heading.textContent = title;
      const grid = document.createElement('div');
      grid.style.cssText = `display: grid; gap: 24px; grid-template-columns: ${columns}; align-items: start`;
      for (const { file } of pictures) {
        const image = document.createElement('img');
        image.src = address + file;
        image.style.outline = '1px solid #8888';
        grid.append(image);
      }
      document.body.replaceChildren(heading, grid);
      return Promise.all([...document.images].map((image) => image.decode()));
    },
    base,
    story,
    taken,
    widths.map((width) => `${width}px`).join(' '),
  );
  await page.screenshot({ path: `${root}${folder}/sheet-${story.replace('/', '-')}.png`, fullPage: true });
  await page.close();
}
