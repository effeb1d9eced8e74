import { readFileSync } from 'node:fs';
import { defineConfig, type UserConfig } from 'vite';
import { filesBelow } from './packages/tools/files.mjs';
import { root } from './packages/tools/root.mjs';
import { strictLit } from './packages/tools/strict-lit.mjs';
import { cacheDir, conditions, prepared } from './packages/tools/vite-shared.mjs';

/** Every package that a package's own package.json names stays outside. */
function externals(name: string): (id: string) => boolean {
  const pkg = JSON.parse(readFileSync(`${root}packages/${name}/package.json`, 'utf8')) as {
    dependencies?: Record<string, string>;
  };
  const names = Object.keys(pkg.dependencies ?? {});
  return (id) => names.some((n) => id === n || id.startsWith(`${n}/`));
}

/** One file per module, so that a consumer's bundler can drop what it does not use. */
function library(name: string): UserConfig {
  const base = `packages/${name}`;
  const entry = filesBelow(`${base}/src`, /\.ts$/).filter((path) => !path.endsWith('/bundle.ts'));
  return {
    build: {
      target: 'es2022',
      outDir: `${root}${base}/dist`,
      emptyOutDir: false,
      minify: false,
      sourcemap: true,
      lib: { entry: entry.map((path) => root + path), formats: ['es'] },
      rolldownOptions: {
        external: externals(name),
        output: {
          preserveModules: true,
          preserveModulesRoot: `${root}${base}/src`,
          entryFileNames: '[name].js',
        },
      },
    },
  };
}

export default defineConfig(({ mode }): UserConfig => {
  const shared: UserConfig = { root, resolve: { conditions } };
  const packageName = /^package-(\w+)$/.exec(mode)?.[1];
  if (packageName) return { ...shared, ...library(packageName) };
  return {
    ...shared,
    root: `${root}demo`,
    cacheDir: cacheDir('demo'),
    plugins: [strictLit()],
    optimizeDeps: prepared({ discover: true }),
    server: { port: 5173, strictPort: false, fs: { allow: [root] } },
    build: { target: 'es2022', outDir: `${root}.cache/demo`, emptyOutDir: true, sourcemap: true },
  };
});
