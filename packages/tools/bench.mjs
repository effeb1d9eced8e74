// npm run bench [-- OPPORTUNITIES…]: the kit beside the obvious way, in the same run, in Chromium.
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import process from 'node:process';
import { withPages } from './page-server.mjs';
import { root } from './root.mjs';

const asked = process.argv.slice(2).map(Number);
const numbers = asked.length > 0 ? asked : [10_000, 100_000];
const load = loadavg()[0] ?? 0;

/** @type {import('../../test/bench/bench.ts').BenchResult[]} */
const results = [];
const version = await withPages(async ({ browser, address }) => {
  for (const opportunities of numbers) {
    // Each number in a page of its own, so that no heap meets the next.
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error(String(error)));
    await page.goto(`${address}test/bench/index.html`);
    await page.waitForFunction('typeof window.bench === "function"', { timeout: 60_000 });
    const runs = opportunities > 50_000 ? 5 : 15;
    const measured = await page.evaluate((n, r) => window.bench(n, r), opportunities, runs);
    for (const result of measured) {
      results.push(result);
      console.log(line(result));
    }
    await page.close();
  }
  return browser.version();
});

if (asked.length === 0) {
  const machine = { browser: version, cores: cpus().length, load: Math.round(load * 100) / 100 };
  writeFileSync(`${root}test/bench/results.json`, `${JSON.stringify({ machine, results }, rounded, 2)}\n`);
}

/** Hundredths of a millisecond. @param {string} _key @param {unknown} value */
function rounded(_key, value) {
  return typeof value === 'number' ? Math.round(value * 100) / 100 : value;
}

/** @param {import('../../test/bench/bench.ts').BenchResult} result */
function line({ what, opportunities, ways }) {
  const [first, second] = ways;
  const ratio = (first?.median ?? Number.NaN) / (second?.median ?? Number.NaN);
  const times = ways.map(
    ({ name, median, p95 }) => `${name} ${median.toFixed(2)} ms (p95 ${p95.toFixed(2)})`,
  );
  return `${what}, ${opportunities.toLocaleString('en')} opportunities: ${times.join(', ')}, ratio ${ratio.toFixed(2)}`;
}
