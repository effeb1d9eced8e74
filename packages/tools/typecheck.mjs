// Holds the types of the whole repository, one program for each world that code lives in.
import { spawn } from 'node:child_process';
import process from 'node:process';
import { root } from './root.mjs';

/**
 * Each world of code and its program. What stands left of `charts` is checked without the DOM's
 * types, so it runs in a worker and in Node by construction.
 *
 * @type {Readonly<Record<string, string>>}
 */
export const programs = {
  'types of model and sources, without DOM': 'tsconfig.worker.json',
  'types of charts and elements': 'tsconfig.web.json',
  'types of stories, demo and tests': 'tsconfig.json',
  'types of tools': 'tsconfig.node.json',
};

if (process.argv[1]?.endsWith('typecheck.mjs')) {
  for (const project of Object.values(programs)) {
    const child = spawn(process.execPath, ['node_modules/typescript/bin/tsc', '-p', project], {
      cwd: root,
      stdio: 'inherit',
    });
    child.on('exit', (code) => {
      if (code !== 0) process.exitCode = 1;
    });
  }
}
