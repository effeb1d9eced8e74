// What .ci/run does after the set-up: tests, builds, and checks of what was built. Ends with
// 'N passed, N failed'.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import process from 'node:process';
import { forbiddenCode } from './forbidden.mjs';
import { root } from './root.mjs';
import { sizes } from './sizes.mjs';

process.chdir(root);
const total = { passed: 0, failed: 0 };

/** @param {string} name @param {() => readonly string[]} check gives what is wrong */
function step(name, check) {
  const since = Date.now();
  /** @type {readonly string[]} */
  let wrong;
  try {
    wrong = check();
  } catch (error) {
    wrong = [error instanceof Error ? error.message : String(error)];
  }
  for (const line of wrong) console.log(`  ${line}`);
  const passed = wrong.length === 0;
  total[passed ? 'passed' : 'failed'] += 1;
  console.log(`${passed ? 'passed' : 'FAILED'}  ${name} (${((Date.now() - since) / 1000).toFixed(1)} s)`);
}

/** @param {string[]} args for this Node @param {Record<string, string>} [env] @returns {string[]} what is wrong */
function node(args, env = {}) {
  const { status, signal } = spawnSync(process.execPath, args, {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return status === 0 ? [] : [`ended with ${signal ?? status}: ${args.join(' ')}`];
}

const totalFile = '.cache/test-total.json';
mkdirSync('.cache', { recursive: true });
rmSync(totalFile, { force: true });
step('npm test ran to its end', () => {
  const wrong = node(['packages/tools/test.mjs'], { TOTAL_FILE: totalFile });
  if (!existsSync(totalFile)) return wrong;
  // What failed in it counts by itself.
  const { passed, failed } = JSON.parse(readFileSync(totalFile, 'utf8'));
  total.passed += passed;
  total.failed += failed;
  return [];
});

step('packages', () => node(['packages/tools/build.mjs']));
step('storybook', () =>
  node([
    'node_modules/storybook/dist/bin/dispatcher.js',
    'build',
    '-o',
    'storybook-static',
    '--disable-telemetry',
    '--quiet',
  ]),
);
step('demo', () => node(['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn']));

for (const { name, size, ceiling } of measured())
  step(`size: ${name}: ${size.toFixed(1)} of ${ceiling} kB`, () =>
    size <= ceiling ? [] : [`${(size - ceiling).toFixed(1)} kB too heavy`],
  );

/** Sizes; one impossible line where nothing was built, so that the step fails. */
function measured() {
  try {
    return sizes();
  } catch {
    return [{ name: 'nothing was built', size: Number.POSITIVE_INFINITY, ceiling: 0 }];
  }
}

// Code that is shipped and that nothing here reaches, or that strict pages allow.
const known = [
  // Lit, in engines without adopted style sheets: a style element with the host's nonce.
  /document\.createElement\(`style`\),(\w+)=\w+\.litNonce/,
  // Arquero's toHTML(), which gives text and writes nothing.
  /`<\$\{\w+\}\$\{\w+\?` style="\$\{\w+\}"`:``\}>`/,
];

const dist = 'packages/elements/dist';
for (const file of built(/^pipeline-kit\..*js$/))
  step(`no forbidden code: ${file}`, () => forbiddenCode(readFileSync(`${dist}/${file}`, 'utf8'), known));

/** @param {RegExp} pattern */
function built(pattern) {
  try {
    return readdirSync(dist).filter((file) => pattern.test(file));
  } catch {
    return ['pipeline-kit.js'];
  }
}

for (const name of ['model', 'sources', 'charts', 'elements'])
  step(`package can be published: ${name}`, () =>
    node(['node_modules/publint/src/cli.js', `packages/${name}`, '--strict', '--pack', 'npm']),
  );

console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
