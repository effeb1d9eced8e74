import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { root } from '../../packages/tools/root.mjs';

const elements = `${root}packages/elements/`;
const { exports } = JSON.parse(readFileSync(`${elements}package.json`, 'utf8'));

/** Words of the tags that `define/` registers and that have no class entry. @param {Record<string, unknown>} entries */
function withoutEntry(entries) {
  const words = readdirSync(`${elements}src/define`).flatMap(
    (file) => /^pipeline-(\w+)\.ts$/.exec(file)?.[1] ?? [],
  );
  assert.ok(words.length > 5);
  return words.filter((word) => !(`./${word}` in entries));
}

describe('the entries of @pipeline-kit/elements', () => {
  it('give the class of every tag without registering it', () => {
    assert.deepEqual(withoutEntry(exports), []);
  });

  it('are checked: a class without an entry is found', () => {
    const { './velocity': _velocity, ...fewer } = exports;
    assert.deepEqual(withoutEntry(fewer), ['velocity']);
  });

  it('lead to files that are there', () => {
    for (const entry of Object.values(exports)) {
      const source = entry.source;
      if (source && !source.includes('*')) assert.ok(existsSync(elements + source), source);
    }
  });
});
