// A reporter that counts tests, and holds that pages are silent: a message on the console that a test
// did not expect is a failure. A test that is skipped says so, and why: 'skipped: …' is no failure.
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { root } from './root.mjs';

/** @param {any} suite @returns {any[]} */
const tests = (suite) => (suite ? [...suite.tests, ...suite.suites.flatMap(tests)] : []);

/** @param {any[]} sessions */
export function count(sessions) {
  const all = sessions.flatMap((s) => tests(s.testResults));
  const passed = all.filter((t) => t.passed && !t.skipped).length;
  const skipped = all.filter((t) => t.skipped).length;
  // A file that could not be imported has no failed test, and a file without a test proves nothing.
  const broken = sessions.filter((s) => {
    const own = tests(s.testResults);
    return own.length === 0 || (!s.passed && own.every((t) => t.passed || t.skipped));
  });
  const noisy = sessions.filter(
    (s) => !broken.includes(s) && s.logs.some((/** @type {any[]} */ log) => !saysSkipped(log)),
  );
  const failed = all.filter((t) => !t.passed && !t.skipped).length + broken.length + noisy.length;
  return { passed, failed, skipped, broken, noisy };
}

/** @param {any[]} log */
const saysSkipped = ([text]) => typeof text === 'string' && text.startsWith('skipped: ');

/** @param {{ file?: string | undefined }} [options] @returns {any} */
export function countReporter({ file } = {}) {
  /** @type {string} */
  let line = '';
  process.once('exit', () => {
    if (line && !file) process.stdout.write(line);
  });
  return {
    /** @param {{ sessions: any[] }} run */
    onTestRunFinished({ sessions }) {
      const { passed, failed, skipped, broken, noisy } = count(sessions);
      for (const session of broken) console.log(`FAILED  ${name(session)}: no test ran, or the page broke`);
      // What it said stands above, with the file's results.
      for (const session of noisy) console.log(`FAILED  ${name(session)}: the console was not silent`);
      line = `\n${passed} passed, ${failed} failed\n`;
      if (failed > 0) process.exitCode = 1;
      if (file) writeFileSync(file, `${JSON.stringify({ passed, failed, skipped })}\n`);
    },
  };
}

/** @param {any} session */
const name = (session) =>
  `${relative(root, session.testFile)} (${session.group.name || session.browser.name})`;
