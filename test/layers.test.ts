import { expect } from '@open-wc/testing';
import { brokenLaws } from './support/layers.js';
import { sourceText } from './support/source-text.js';

const sources = import.meta.glob<string>('/packages/*/src/**/*.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});

describe('brokenLaws(files)', () => {
  it('finds none in the house', () => {
    const files = Object.fromEntries(Object.entries(sources).map(([path, text]) => [path.slice(1), text]));
    expect(Object.keys(files)).to.include('packages/model/src/index.ts');
    expect(brokenLaws(files)).to.deep.equal([]);
  });

  /** A file, what it says, and the breach that must be reported; null: it is allowed. */
  const planted: readonly (readonly [path: string, source: string, breach: string | null])[] = [
    // Who may import whom.
    [
      'model/src/schema/a.ts',
      "import { x } from '../metrics/x.js';",
      'imports metrics, which schema may not',
    ],
    [
      'model/src/selection/a.ts',
      "import { x } from '../tables/x.js';",
      'imports tables, which selection may not',
    ],
    [
      'model/src/tables/a.ts',
      "import { x } from '../metrics/x.js';",
      'imports metrics, which tables may not',
    ],
    ['model/src/tables/a.ts', "export { x } from '../engine/x.js';", 'imports engine, which tables may not'],
    [
      'model/src/tables/a.ts',
      "import type { X } from '../metrics/x.js';",
      'imports metrics, which tables may not',
    ],
    ['model/src/metrics/a.ts', "export * from '../engine/x.js';", 'imports engine, which metrics may not'],
    [
      'model/src/metrics/a.ts',
      "const x = await import('../engine/x.js');",
      'imports engine, which metrics may not',
    ],
    ['model/src/metrics/a.ts', "import { x } from '../tables/x.js';", null],
    [
      'model/src/engine/a.ts',
      "import { x } from '@pipeline-kit/sources';",
      'imports sources, which engine may not',
    ],
    [
      'model/src/engine/a.ts',
      "import { x } from '@pipeline-kit/model/schema';",
      'imports its own package by name',
    ],
    ['model/src/engine/a.ts', "import { x } from '../metrics/x.js';", null],
    ['model/src/index.ts', "export { x } from './engine/x.js';", null],
    ['model/src/widgets/a.ts', '', 'lies in no room of the house'],
    ['sources/src/a.ts', "import { x } from '@pipeline-kit/model';", 'imports engine, which sources may not'],
    [
      'sources/src/a.ts',
      "import type { X } from '@pipeline-kit/model';",
      'imports engine, which sources may not',
    ],
    ['sources/src/a.ts', "import { x } from '@pipeline-kit/model/schema';", null],
    ['sources/src/a.ts', "import { x } from '../../model/src/schema/x.js';", 'reaches into another package'],
    [
      'charts/src/a.ts',
      "import { x } from '@pipeline-kit/sources';",
      'imports sources, which charts may not',
    ],
    ['charts/src/a.ts', "import { x } from '@pipeline-kit/model/tables';", 'imports what has no door here'],
    ['elements/src/a.ts', "import { x } from '@pipeline-kit/charts';", null],
    // Types alone.
    ['charts/src/a.ts', "import { x } from '@pipeline-kit/model';", 'imports more than types'],
    ['charts/src/a.ts', "import { type X } from '@pipeline-kit/model';", 'imports more than types'],
    ['charts/src/a.ts', "import type { X } from '@pipeline-kit/model';", null],
    // One door for each package of others.
    ['model/src/tables/a.ts', "import * as z from 'zod/mini';", 'imports what has no door here'],
    ['model/src/schema/a.ts', "import { z } from 'zod';", 'imports what has no door here'],
    ['model/src/schema/a.ts', "import * as z from 'zod/mini';", null],
    ['model/src/metrics/a.ts', "import { table } from 'arquero';", 'imports what has no door here'],
    ['elements/src/a.ts', "import { table } from 'arquero';", 'imports what has no door here'],
    ['model/src/tables/a.ts', "import { table } from 'arquero';", null],
    ['elements/src/a.ts', "import { scaleLinear } from 'd3-scale';", 'imports what has no door here'],
    ['elements/src/a.ts', "import * as Plot from '@observablehq/plot';", 'imports what has no door here'],
    ['charts/src/a.ts', "import { scaleLinear } from 'd3-scale';", null],
    ['charts/src/a.ts', "import { html } from 'lit';", 'imports what has no door here'],
    ['charts/src/a.ts', "import { svg } from 'lit/html.js';", 'imports what has no door here'],
    ['elements/src/a.ts', "import { ref } from 'lit/directives/ref.js';", null],
    [
      'model/src/engine/a.ts',
      "import { readFile } from 'node:fs/promises';",
      'imports what has no door here',
    ],
    ['model/src/engine/a.ts', "import { x } from './x';", 'imports without .js'],
    // Side effects.
    ['elements/src/a.ts', "import './x.js';", 'imports for a side effect'],
    ['elements/src/a.ts', "customElements.define('a-b', A);", 'registers elements'],
    ['elements/src/define/a.ts', "import './x.js'; customElements.define('a-b', A);", null],
    // The clock, the locale, the zone of the process, chance, the page.
    ['model/src/engine/a.ts', 'const now = Date.now();', 'reads the clock'],
    ['model/src/engine/a.ts', 'const now = new Date();', 'reads the clock'],
    ['model/src/engine/a.ts', 'const now = new Date;', 'reads the clock'],
    ['model/src/engine/a.ts', 'const now = Date();', 'reads the clock'],
    ['model/src/engine/a.ts', 'const now = performance.now();', 'reads the clock'],
    ['model/src/engine/a.ts', 'const day = new Date(instant);', null],
    ['model/src/engine/a.ts', 'const day = new Date(Date.UTC(2026, 0, 1));', null],
    ['sources/src/a.ts', 'setTimeout(retry, 1000);', 'reads a timer'],
    ['sources/src/a.ts', 'timers.setTimeout(retry, 1000);', null],
    ['charts/src/a.ts', 'const text = amount.toLocaleString();', 'reads the locale'],
    ['charts/src/a.ts', 'const format = new Intl.NumberFormat();', 'reads the locale'],
    ['charts/src/a.ts', 'const format = Intl.NumberFormat(undefined, options);', 'reads the locale'],
    ['charts/src/a.ts', 'const format = new Intl.NumberFormat(locale, options);', null],
    ['model/src/tables/a.ts', 'names.sort((a, b) => a.localeCompare(b));', 'reads the locale'],
    ['charts/src/a.ts', 'const { language } = navigator;', 'reads the locale'],
    ['model/src/tables/a.ts', 'const year = date.getFullYear();', 'reads the time zone of the process'],
    ['model/src/tables/a.ts', 'const day = new Date(2026, 0, 1);', 'reads the time zone of the process'],
    ['model/src/tables/a.ts', 'const year = date.getUTCFullYear();', null],
    [
      'model/src/tables/a.ts',
      'const zone = format.resolvedOptions().timeZone;',
      'reads the time zone of the process',
    ],
    ['model/src/metrics/a.ts', 'const x = Math.random();', 'reads chance'],
    ['charts/src/a.ts', "const svg = document.createElementNS(ns, 'svg');", 'reads the page'],
    ['charts/src/a.ts', "({ document }: Options) => document.createElementNS(ns, 'svg');", null],
    ['model/src/engine/a.ts', '({ document }: Options) => read(document);', null],
    ['charts/src/a.ts', 'const width = window.innerWidth;', 'reads the page'],
    // Sinks.
    ['elements/src/a.ts', 'element.innerHTML = text;', 'turns text into code or markup'],
    ['elements/src/a.ts', 'html`${unsafeHTML(text)}`', 'turns text into code or markup'],
    ['model/src/engine/a.ts', "const f = new Function('return 1');", 'turns text into code or markup'],
    // What only looks like a breach.
    ['model/src/engine/a.ts', "// import { x } from 'arquero'; Date.now()", null],
    ['model/src/engine/a.ts', "const text = 'Date.now() and new Date()';", null],
    ['model/src/engine/a.ts', 'const pattern = /Date.now()/;', null],
  ];

  for (const [path, source, breach] of planted) {
    it(`${breach ? `reports «${breach}» for` : 'allows'} ${path}: ${source}`, () => {
      const found = brokenLaws({ [`packages/${path}`]: source });
      if (breach === null) expect(found).to.deep.equal([]);
      else expect(found.join('\n')).to.include(breach);
    });
  }
});

describe('sourceText(source)', () => {
  it('reads every form of import', () => {
    const { imports } = sourceText(`
      import a, { b } from 'one';
      import type { C } from "two";
      import {
        d,
      } from 'three';
      export * from 'four';
      export type { E } from 'five';
      import 'six';
      const f = await import('seven');
      type G = typeof import('eight');
    `);
    expect(imports).to.deep.equal([
      { from: 'one', kind: 'value' },
      { from: 'two', kind: 'type' },
      { from: 'three', kind: 'value' },
      { from: 'four', kind: 'value' },
      { from: 'five', kind: 'type' },
      { from: 'six', kind: 'effect' },
      { from: 'seven', kind: 'dynamic' },
      { from: 'eight', kind: 'type' },
    ]);
  });

  it('keeps the code inside a template, and blanks its text', () => {
    const { code } = sourceText(
      'html`<p>Date.now() ${items.map((item) => html`<b>${item.name}</b>`)} eval(</p>`',
    );
    expect(code).to.include('item.name');
    expect(code).not.to.match(/Date|eval/);
  });

  it('tells a regular expression from a division', () => {
    const { code } = sourceText("const a = b / c; const d = /'[/']/g.test(e) ? f / g : \"'\"; h();");
    expect(code).to.include('b / c');
    expect(code).to.include('f / g');
    expect(code).to.include('h()');
  });
});
