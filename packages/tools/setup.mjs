// Makes a fresh clone ready; needs nothing but Node and npm. Does nothing when
// all is in place. With --browser it gets a Chromium too.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { root } from './root.mjs';

process.chdir(root);

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`This project needs Node 20.19 or newer; this is Node ${process.versions.node}.`);
  process.exit(1);
}

/** @param {string} file @returns {[path: string, entry: { version?: string }][]} */
const packages = (file) => {
  const { packages: all } = JSON.parse(readFileSync(file, 'utf8'));
  return Object.entries(all).filter(([path, p]) => path.includes('node_modules/') && !p.optional && !p.link);
};

function installed() {
  const hidden = 'node_modules/.package-lock.json';
  if (!existsSync(hidden)) return false;
  const have = new Map(packages(hidden));
  return packages('package-lock.json').every(([path, p]) => have.get(path)?.version === p.version);
}

/** @param {string} command @param {string[]} args */
function run(command, args) {
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}

if (!installed()) run('npm', ['ci', '--no-audit', '--no-fund']);
if (process.argv.includes('--browser')) run(process.execPath, ['packages/tools/browser.mjs', '--install']);
