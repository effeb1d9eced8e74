import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { count } from '../../packages/tools/wtr-count.mjs';

const test = (/** @type {object} */ facts = {}) => ({ passed: true, skipped: false, ...facts });

/** A page of tests as the runner tells of it. @param {object[]} tests @param {object} [facts] */
const session = (tests, facts) => ({
  passed: true,
  logs: [],
  testResults: { tests: tests.slice(0, 1), suites: [{ tests: tests.slice(1), suites: [] }] },
  ...facts,
});

/** @param {object[]} sessions */
const counted = (...sessions) => {
  const { passed, failed, skipped } = count(sessions);
  return { passed, failed, skipped };
};

describe('count(sessions)', () => {
  it('adds up passed, failed and skipped tests of every depth', () => {
    const tests = [test(), test({ passed: false }), test({ skipped: true }), test()];
    assert.deepEqual(counted(session(tests, { passed: false }), session([test()])), {
      passed: 3,
      failed: 1,
      skipped: 1,
    });
  });

  it('counts a page that said something on the console as one failure', () => {
    assert.equal(counted(session([test()], { logs: [['anything']] })).failed, 1);
    assert.equal(counted(session([test()], { logs: [['skipped: no data'], [new Error('x')]] })).failed, 1);
  });

  it('lets a page say why a test is skipped', () => {
    assert.equal(counted(session([test({ skipped: true })], { logs: [['skipped: no data']] })).failed, 0);
  });

  it('counts a page that broke, and one without a test, as one failure each', () => {
    assert.equal(counted(session([test()], { passed: false })).failed, 1);
    assert.equal(counted(session([])).failed, 1);
    assert.equal(counted({ passed: false, logs: [['x']], testResults: undefined }).failed, 1);
  });
});
