// The second half of golden.mjs: runs the bundled model on a directory of worked answers.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { goldenBlock, goldenSummary } from './golden-block.mjs';
import { root } from './root.mjs';

const [folder = '.', prefix = ''] = process.argv.slice(2);
const model = await import(`${root}.cache/node/model.mjs`);

/** @param {string} path */
const read = (path) => JSON.parse(readFileSync(path, 'utf8'));

const names = existsSync(folder)
  ? readdirSync(folder)
      .filter((file) => file.endsWith('.expected.json'))
      .map((file) => file.slice(0, -'.expected.json'.length))
      .sort()
  : [];
if (names.length === 0) console.log(`no NAME.expected.json in: ${folder}`);

/** @type {import('./golden-block.mjs').Verdict[]} */
const verdicts = [];
for (const name of names) {
  const document = read(join(folder, `${name}.json`));
  const { blocks } = read(join(folder, `${name}.expected.json`));
  for (const block of blocks) {
    if (!block.id.startsWith(prefix)) continue;
    const verdict = await goldenBlock(model, document, block);
    for (const line of verdict.lines) console.log(`${name} ${block.id}: ${line}`);
    verdicts.push(verdict);
  }
}

const { lines, failed } = goldenSummary(verdicts);
for (const line of lines) console.log(line);
process.exitCode = failed > 0 || verdicts.length === 0 ? 1 : 0;
