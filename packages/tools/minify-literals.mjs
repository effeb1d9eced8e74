import { minifyHTMLLiterals } from 'minify-literals';

/** Drops needless white space from html`` and css`` literals of built files. @returns {import('vite').Plugin} */
export function minifyLiterals() {
  return {
    name: 'minify-literals',
    apply: 'build',
    enforce: 'pre',
    async transform(code, id) {
      if (!/packages\/elements\/src\/.*\.ts$/.test(id)) return null;
      const result = await minifyHTMLLiterals(code, { fileName: id });
      return result ? { code: result.code, map: result.map ?? null } : null;
    },
  };
}
