// Commands for tests that compare with what was kept: test/snapshots/NAME.svg.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { filesBelow } from './files.mjs';
import { root } from './root.mjs';

const folder = `${root}test/snapshots`;

/** @returns {any} a plugin for @web/test-runner */
export const snapshots = () => ({
  name: 'snapshots',
  /** @param {{ command: string, payload: any }} call */
  executeCommand({ command, payload }) {
    if (command === 'list-snapshots')
      return { names: filesBelow('test/snapshots', /\.svg$/).map((path) => basename(path, '.svg')) };
    if (command !== 'read-snapshot' && command !== 'write-snapshot') return undefined;
    if (!/^[\w-]+$/.test(payload.name)) throw new Error(`invalid name of a snapshot: ${payload.name}`);
    const file = `${folder}/${payload.name}.svg`;
    if (command === 'read-snapshot') return { text: existsSync(file) ? readFileSync(file, 'utf8') : '' };
    mkdirSync(folder, { recursive: true });
    if (payload.text === '') rmSync(file, { force: true });
    else writeFileSync(file, payload.text);
    return { text: payload.text };
  },
});
