// npm test: types, lint, format, then the tests in a browser and in Node. Ends with 'N passed, N failed'.
//
//   npm test                                     everything
//   npm test -- test/metrics/funnel.test.ts      only these tests
//   npm test -- --group funnel                   only tests whose path contains the word
//   npm test -- --update-snapshots               writes the pictures of the stories anew
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { filesBelow } from './files.mjs';
import { root } from './root.mjs';
import { programs } from './typecheck.mjs';

process.chdir(root);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { group: { type: 'string', multiple: true }, 'update-snapshots': { type: 'boolean' } },
});
const wanted = [...positionals, ...(values.group ?? [])];
const total = { passed: 0, failed: 0, skipped: 0 };
mkdirSync('.cache', { recursive: true });
/** Of this run alone: several may be under way. */
const ownFolder = mkdtempSync('.cache/test-');
process.once('exit', () => rmSync(ownFolder, { recursive: true, force: true }));

/** @param {boolean} passed @param {string} name @param {number} since */
function report(passed, name, since) {
  total[passed ? 'passed' : 'failed'] += 1;
  console.log(`${passed ? 'passed' : 'FAILED'}  ${name} (${((Date.now() - since) / 1000).toFixed(1)} s)`);
}

/**
 * Runs a program of node_modules, or a script, with this Node.
 *
 * @param {string[]} args
 * @param {{ quiet?: boolean, env?: Record<string, string> }} [options] quiet: output only where it fails
 * @returns {Promise<boolean>} whether it ended well
 */
function node(args, { quiet = false, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('close', (code) => {
      if (code !== 0) process.stdout.write(output);
      resolve(code === 0);
    });
  });
}

async function statics() {
  /** @type {[name: string, args: string[]][]} */
  const checks = [
    ['lint', ['node_modules/oxlint/bin/oxlint', '--deny-warnings']],
    ...Object.entries(programs).map(
      ([name, project]) =>
        /** @type {[string, string[]]} */ ([name, ['node_modules/typescript/bin/tsc', '-p', project]]),
    ),
    ['format', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']],
  ];
  const next = async () => {
    for (let check = checks.shift(); check; check = checks.shift()) {
      const since = Date.now();
      report(await node(check[1], { quiet: true }), check[0], since);
    }
  };
  await Promise.all([next(), next()]);
}

async function browser() {
  const file = `${ownFolder}/browser.json`;
  await node(['node_modules/@web/test-runner/dist/bin.js'], {
    env: {
      COUNT_FILE: file,
      TEST_FILES: wanted.join('\n'),
      ...(values['update-snapshots'] ? { UPDATE_SNAPSHOTS: '1' } : {}),
    },
  });
  try {
    add(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    console.log('FAILED  the browser tests ended without a count');
    total.failed += 1;
  }
}

/** Tests in Node, in a process where making code from text is forbidden. */
async function inNode() {
  const files = filesBelow('test', /\.node-test\.mjs$/).filter(isWanted);
  if (files.length === 0) return;
  const file = `${ownFolder}/node.tap`;
  await node([
    '--disallow-code-generation-from-strings',
    '--test',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=tap',
    `--test-reporter-destination=${file}`,
    ...files,
  ]);
  const tap = readFileSync(file, 'utf8');
  /** @param {string} word */
  const count = (word) => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(tap)?.[1] ?? Number.NaN);
  const counts = {
    passed: count('pass'),
    failed: count('fail') + count('cancelled'),
    skipped: count('skipped'),
  };
  if (Number.isNaN(counts.passed + counts.failed)) counts.failed = 1;
  add(counts);
}

/** @param {{ passed: number, failed: number, skipped: number }} counts */
function add(counts) {
  total.passed += counts.passed || 0;
  total.failed += counts.failed;
  total.skipped += counts.skipped || 0;
}

/** @param {string} path */
function isWanted(path) {
  return wanted.length === 0 || wanted.some((word) => path.includes(word));
}

const isAny = filesBelow('test', /\.(test\.ts|node-test\.mjs)$/).some(isWanted);
if (!isAny && wanted.length > 0) {
  console.log(`no test has in its path: ${wanted.join(', ')}`);
  total.failed += 1;
} else {
  if (wanted.length === 0) await statics();
  else console.log(`only tests of: ${wanted.join(', ')} (no types, lint and format)`);
  if (filesBelow('test', /\.test\.ts$/).some(isWanted)) await browser();
  await inNode();
}
if (total.skipped > 0) console.log(`${total.skipped} skipped; each prints its reason above`);
if (process.env.TOTAL_FILE) writeFileSync(process.env.TOTAL_FILE, JSON.stringify(total));
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
