// A small launcher for @web/test-runner that drives WebKitGTK through
// WebKitWebDriver, in a virtual display: no other package is needed.
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

const KEYS = /** @type {Record<string, string>} */ ({
  Enter: '\uE007',
  Tab: '\uE004',
  Escape: '\uE00C',
  ' ': ' ',
  Space: ' ',
  Backspace: '\uE003',
  Delete: '\uE017',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Home: '\uE011',
  End: '\uE010',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Meta: '\uE03D',
});

/** @returns {any} */
export function webkitLauncher({ port = 4455, display = ':77' } = {}) {
  const base = `http://127.0.0.1:${port}`;
  /** @type {import('node:child_process').ChildProcess[]} */
  const children = [];
  /** @type {Set<string>} */
  const active = new Set();
  let session = '';

  /** @param {string} method @param {string} path @param {object} [body] */
  async function call(method, path, body) {
    const response = await fetch(base + path, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${value?.error} ${value?.message}`);
    return value;
  }

  async function start() {
    const env = { ...process.env, DISPLAY: display, LIBGL_ALWAYS_SOFTWARE: '1' };
    children.push(
      spawn('Xvfb', [display, '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], { stdio: 'ignore' }),
    );
    await sleep(500);
    children.push(spawn('WebKitWebDriver', [`--port=${port}`], { env, stdio: 'ignore' }));
    for (let tries = 0; ; tries++) {
      try {
        await call('GET', '/status');
        break;
      } catch (error) {
        if (tries > 50) throw error;
        await sleep(100);
      }
    }
    const value = await call('POST', '/session', { capabilities: { alwaysMatch: {} } });
    session = `/session/${value.sessionId}`;
    await call('POST', `${session}/window/rect`, { x: 0, y: 0, width: 900, height: 760 }).catch(
      () => undefined,
    );
  }

  /** @param {any[]} actions */
  const keys = (actions) =>
    call('POST', `${session}/actions`, { actions: [{ type: 'key', id: 'keys', actions }] });

  return {
    name: 'WebKitGTK',
    type: 'webdriver',
    concurrency: 1,
    initialize() {},
    async stop() {
      if (session) await call('DELETE', session).catch(() => undefined);
      for (const child of children.reverse()) child.kill();
    },
    /** @param {string} id @param {string} url */
    async startSession(id, url) {
      if (!session) await start();
      active.add(id);
      await call('POST', `${session}/url`, { url });
    },
    /** @param {string} id */
    async stopSession(id) {
      active.delete(id);
      await call('POST', `${session}/url`, { url: 'about:blank' });
      return {};
    },
    /** @param {string} id */
    isActive: (id) => active.has(id),
    getBrowserUrl: () => call('GET', `${session}/url`),
    async startDebugSession() {
      throw new Error('No debugging in WebKitGTK');
    },
    /** What the command sendKeys calls. @param {string} _id @param {string[]} all */
    async sendKeys(_id, all) {
      for (const one of all) {
        const value = KEYS[one] ?? one;
        await keys([
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ]);
      }
    },
  };
}
