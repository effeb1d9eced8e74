// npm run golden -- DIR [ID-PREFIX]
//
// Checks the model against worked answers: every NAME.json of the directory with its NAME.expected.json.
// The model runs in a process of its own where making code from text is forbidden.
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { nodeBundle } from './node-bundle.mjs';
import { root } from './root.mjs';

const [folder, ...rest] = process.argv.slice(2);
if (folder === undefined || rest.length > 1) {
  console.error('usage: npm run golden -- DIR [ID-PREFIX]');
  process.exit(2);
}

process.exitCode = await run(folder, rest);

/** @param {string} where @param {readonly string[]} prefix */
async function run(where, prefix) {
  try {
    await nodeBundle('packages/model/src/index.ts', 'model');
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    console.log('0 passed, 1 failed');
    return 1;
  }
  const { status } = spawnSync(
    process.execPath,
    ['--disallow-code-generation-from-strings', `${root}packages/tools/golden-run.mjs`, where, ...prefix],
    { stdio: 'inherit', env: { ...process.env, TZ: 'Asia/Kathmandu' } },
  );
  return status ?? 1;
}
