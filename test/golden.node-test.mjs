// The worked answers of ../shared/golden, where that folder is present, with code from text forbidden.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { describe, it } from 'node:test';
import { root } from '../packages/tools/root.mjs';

const folder = `${root}../shared/golden`;

describe('worked answers', () => {
  it('agree with every metric that is built', (test) => {
    if (!existsSync(folder)) {
      console.log('skipped: ../shared/golden is not there');
      test.skip('../shared/golden is not there');
      return;
    }
    const run = spawnSync(
      process.execPath,
      ['--disallow-code-generation-from-strings', 'packages/tools/golden.mjs', folder],
      { cwd: root, encoding: 'utf8' },
    );
    const [, passed, failed] = /(\d+) passed, (\d+) failed\s*$/.exec(run.stdout) ?? [];
    assert.equal(failed, '0', run.stdout);
    assert.equal(run.status, 0, run.stderr);
    assert.ok(Number(passed) >= 665, `only ${passed} answers were compared`);
  });
});
