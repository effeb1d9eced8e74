// The law that a floor left of `charts` compiles without the DOM is held by `npm test` with
// tsconfig.worker.json. Here the same settings must report planted breaches.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { describe, it } from 'node:test';
import { root } from '../packages/tools/root.mjs';

const folder = `${root}.cache/planted-types`;

/** What the compiler says of one file. @param {string} project @param {string} source */
function said(project, source) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/planted.ts`, source);
  writeFileSync(
    `${folder}/tsconfig.json`,
    JSON.stringify({ extends: `../../${project}`, include: ['planted.ts'] }),
  );
  const tsc = `${root}node_modules/typescript/bin/tsc`;
  return spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' }).stdout;
}

describe('tsconfig.worker.json', () => {
  it('reports the document and the window of a page', () => {
    const source = 'export const title: string = document.title + window.name;\n';
    const text = said('tsconfig.worker.json', source);
    assert.match(text, /Cannot find name 'document'/);
    assert.match(text, /Cannot find name 'window'/);
    assert.equal(said('tsconfig.web.json', source), '');
  });

  it('reports a value that may be missing from a list', () => {
    assert.match(
      said('tsconfig.worker.json', 'export const first = (list: readonly number[]): number => list[0];\n'),
      /not assignable to type 'number'/,
    );
  });

  it('allows what a worker has', () => {
    assert.equal(
      said('tsconfig.worker.json', 'export const url: URL = new URL("https://example.org/");\n'),
      '',
    );
  });
});
