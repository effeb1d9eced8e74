// Tests of code that sees no page share a page of the test runner: opening one costs more than most of them.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { root } from './root.mjs';

const pageless = /^test\/(?:schema|selection|tables|metrics|engine|sources|programme)\//;

/**
 * @param {readonly string[]} files of tests
 * @param {number} pages how many pages share the tests that need none of their own
 * @returns {string[]} the files to run: those that share a page are replaced by one that loads them
 */
export function together(files, pages) {
  const shared = files.filter((file) => pageless.test(file));
  const own = files.filter((file) => !pageless.test(file));
  const loaders = Array.from({ length: pages }, (_, page) =>
    loader(
      page,
      shared.filter((_file, index) => index % pages === page),
    ),
  );
  return [...loaders, ...own];
}

/** @param {number} page @param {readonly string[]} files */
function loader(page, files) {
  const folder = `${root}.cache/together`;
  mkdirSync(folder, { recursive: true });
  const path = `${folder}/page-${page + 1}.test.js`;
  // A file that cannot be loaded is a failed test of its own, and takes none of the others with it.
  const code = `const files = ${JSON.stringify(files, null, 2)};
for (const file of files) {
  try {
    await import(/* @vite-ignore */ \`/\${file}\`);
  } catch (error) {
    it(\`\${file} loads\`, () => {
      throw error;
    });
  }
}
`;
  // Another run may be reading the same file.
  if (!existsSync(path) || readFileSync(path, 'utf8') !== code) writeFileSync(path, code);
  return path.slice(root.length);
}
