#!/usr/bin/env node
// Finds a Chromium for the tests: `node packages/tools/browser.mjs` prints its path.
// With --install it gets one when there is none. CHROME_PATH goes before all.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';

const OLDEST = 120;
const CACHE = resolve(fileURLToPath(new URL('../../', import.meta.url)), '.cache/browser');
// The last release that Node 20 can use; it comes from the npm registry.
const NPM_CHROMIUM = '@sparticuz/chromium@143.0.4';
const NPM_INTEGRITY =
  'sha512-/6I7uQTRhRDD2/gGPQ1Gkf+Dqk0RYDACPJDZfSzz0OWk4JmUTonNHPXbrn6UIklOHlnDLf8xAAzkOZKB/cJpLA==';
const IS_ROOT = process.getuid?.() === 0;

/** @param {string} line */
const say = (line) => process.stderr.write(`browser: ${line}\n`);

/** The version if the file is a browser that starts here. @param {string | undefined} file */
function version(file) {
  if (!file || !existsSync(file)) return undefined;
  if (process.platform === 'win32') return 'unknown'; // chrome.exe --version opens a window
  const { status, stdout } = spawnSync(file, ['--version', '--no-sandbox'], {
    encoding: 'utf8',
    timeout: 30_000,
  });
  const major = Number(/(\d+)\.\d+\.\d+/.exec(stdout ?? '')?.[1] ?? 0);
  return status === 0 && major >= OLDEST ? stdout.trim() : undefined;
}

/** @param {string} folder @param {RegExp} name @returns {string[]} */
function under(folder, name, depth = 5) {
  if (depth < 0 || !existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => b.name.localeCompare(a.name, 'en', { numeric: true }))
    .flatMap((e) => {
      const path = join(folder, e.name);
      return e.isDirectory() ? under(path, name, depth - 1) : name.test(path) ? [path] : [];
    });
}

function* candidates() {
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
  ];
  for (const dir of (process.env.PATH ?? '').split(delimiter)) for (const n of names) yield join(dir, n);
  for (const app of ['Google Chrome', 'Chromium', 'Microsoft Edge'])
    yield `/Applications/${app}.app/Contents/MacOS/${app}`;
  for (const base of [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]) {
    if (base) yield join(base, 'Google/Chrome/Application/chrome.exe');
    if (base) yield join(base, 'Microsoft/Edge/Application/msedge.exe');
  }
  const exe =
    /[\\/](chrome|chromium|chrome-headless-shell|chrome\.exe|Google Chrome for Testing|chromium\.sh)$/;
  yield* under(CACHE, exe);
  for (const home of [
    '.cache/puppeteer',
    '.cache/ms-playwright',
    'Library/Caches/ms-playwright',
    'AppData/Local/ms-playwright',
  ])
    yield* under(join(homedir(), home), exe);
}

/** @returns {string | undefined} */
export function findBrowser() {
  const own = process.env.CHROME_PATH;
  if (own) {
    if (version(own)) return own;
    throw new Error(`CHROME_PATH is '${own}', which is no Chromium ${OLDEST} or newer that starts here.`);
  }
  for (const file of candidates()) if (existsSync(file) && version(file)) return realpathSync(file);
  return undefined;
}

/** What every launch here needs. */
export const launchArgs = [
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
  ...(IS_ROOT ? ['--no-sandbox'] : []),
];

/** @param {string} command @param {string[]} args @param {object} [options] */
const sh = (command, args, options) =>
  execFileSync(command, args, { stdio: ['ignore', 2, 2], timeout: 600_000, ...options });

function fromApt() {
  if (process.platform !== 'linux' || !/^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8')))
    return false;
  const sudo = IS_ROOT ? [] : ['sudo', '-n'];
  if (!IS_ROOT && spawnSync('sudo', ['-n', 'true']).status !== 0) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  /** @param {string[]} args */
  const apt = (...args) => {
    const [command = 'apt-get', ...rest] = [
      ...sudo,
      'apt-get',
      '-qq',
      '-o',
      'DPkg::Lock::Timeout=300',
      ...args,
    ];
    sh(command, rest, { env });
  };
  apt('update');
  apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation');
  return true;
}

function fromGoogle() {
  const cli = fileURLToPath(
    new URL('../../node_modules/@puppeteer/browsers/lib/cjs/main-cli.js', import.meta.url),
  );
  if (!existsSync(cli)) return false;
  sh(process.execPath, [cli, 'install', 'chrome@stable', '--path', CACHE]);
  return true;
}

function fromNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return false;
  rmSync(CACHE, { recursive: true, force: true });
  mkdirSync(CACHE, { recursive: true });
  const [info] = JSON.parse(
    execFileSync('npm', ['pack', NPM_CHROMIUM, '--json', '--pack-destination', CACHE], {
      encoding: 'utf8',
      maxBuffer: 1e8,
    }),
  );
  if (info.integrity !== NPM_INTEGRITY) throw new Error(`${NPM_CHROMIUM} is not what it was`);
  sh('tar', ['--no-same-owner', '-xzf', info.filename, 'package/bin'], { cwd: CACHE });
  const bin = join(CACHE, 'package/bin');
  writeFileSync(join(CACHE, 'chromium-bin'), brotliDecompressSync(readFileSync(join(bin, 'chromium.br'))), {
    mode: 0o755,
  });
  for (const name of ['al2023', 'fonts', 'swiftshader']) {
    writeFileSync(
      join(CACHE, `${name}.tar`),
      brotliDecompressSync(readFileSync(join(bin, `${name}.tar.br`))),
    );
    sh('tar', ['--no-same-owner', '-xf', `${name}.tar`], { cwd: CACHE });
    rmSync(join(CACHE, `${name}.tar`));
  }
  rmSync(join(CACHE, 'package'), { recursive: true });
  rmSync(join(CACHE, info.filename));
  writeFileSync(
    join(CACHE, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>${CACHE}/fonts</dir><cachedir>${CACHE}/fonts-cache</cachedir></fontconfig>\n`,
  );
  const sh1 = `#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
ldd "$here/chromium-bin" 2>/dev/null | grep -q 'not found' && export LD_LIBRARY_PATH="$here/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
export FONTCONFIG_FILE="$here/fonts.conf"
exec "$here/chromium-bin" "$@"
`;
  writeFileSync(join(CACHE, 'chromium.sh'), sh1);
  chmodSync(join(CACHE, 'chromium.sh'), 0o755);
  return true;
}

export function installBrowser() {
  /** @type {[string, () => boolean][]} */
  const ways = [
    ['apt-get install chromium', fromApt],
    ["Google's Chrome for Testing", fromGoogle],
    [`${NPM_CHROMIUM} from the npm registry`, fromNpm],
  ];
  for (const [name, way] of ways) {
    try {
      say(`trying ${name}`);
      if (!way()) continue;
      const file = findBrowser();
      if (file) return file;
      say(`${name}: it does not start here`);
    } catch (error) {
      say(`${name}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
    }
  }
  throw new Error('No Chromium. Install Chrome or Chromium, or set CHROME_PATH to one.');
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const install = process.argv.includes('--install');
  const only = process.argv.find((a) => a.startsWith('--only='))?.slice(7);
  try {
    if (only) ({ apt: fromApt, google: fromGoogle, npm: fromNpm })[/** @type {'apt'} */ (only)]?.();
    const file = findBrowser() ?? (install ? installBrowser() : undefined);
    if (!file) throw new Error('No Chromium found; run: node packages/tools/browser.mjs --install');
    say(`${file} (${version(file)})`);
    process.stdout.write(`${file}\n`);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
