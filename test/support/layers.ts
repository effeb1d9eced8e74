import { sourceText, type ImportLine } from './source-text.js';

/** The rooms of the house, from left to right; engine holds the public face of the model, too. */
export type Floor =
  'schema' | 'selection' | 'tables' | 'metrics' | 'engine' | 'sources' | 'charts' | 'elements';

/** What a floor may name. */
interface Law {
  /** Floors whose code it may use. */
  readonly uses: readonly Floor[];
  /** Floors of which it may name types alone. */
  readonly types?: readonly Floor[];
  /** Packages of others that have their one door here. */
  readonly door?: RegExp;
}

const laws: Readonly<Record<Floor, Law>> = {
  schema: { uses: [], door: /^zod\/mini$/ },
  selection: { uses: ['schema'] },
  tables: { uses: ['schema', 'selection'], door: /^arquero$/ },
  metrics: { uses: ['schema', 'selection', 'tables'] },
  engine: { uses: ['schema', 'selection', 'tables', 'metrics'] },
  sources: { uses: ['schema'] },
  charts: { uses: ['schema'], types: ['engine'], door: /^(?:d3-[a-z-]+|@observablehq\/plot)$/ },
  elements: { uses: ['schema', 'engine', 'sources', 'charts'], door: /^(?:lit(?:\/.*)?|@lit\/context)$/ },
};

/** What the packages show to each other, and the floor behind each. */
const entries: Readonly<Record<string, Floor>> = {
  '@pipeline-kit/model': 'engine',
  '@pipeline-kit/model/schema': 'schema',
  '@pipeline-kit/sources': 'sources',
  '@pipeline-kit/charts': 'charts',
  '@pipeline-kit/elements': 'elements',
};

/** Words that no code left of `elements` may say: the clock, the locale, the process's zone, chance. */
const ambient: readonly (readonly [RegExp, string])[] = [
  [/\bDate\s*\.\s*now\b/, 'the clock'],
  [/\bnew\s+Date\s*(?:\(\s*\)|(?![\s(\w<]))/, 'the clock'],
  [/(?<!\bnew\s)(?<![.\w])Date\s*\(/, 'the clock'],
  [/(?<![.\w])performance\b/, 'the clock'],
  [
    /(?<![.\w])(?:setTimeout|setInterval|setImmediate|requestAnimationFrame|requestIdleCallback)\b/,
    'a timer',
  ],
  [/\.toLocale\w*/, 'the locale'],
  [/\.localeCompare\b/, 'the locale'],
  [/\bIntl\s*\.\s*\w+\s*\(\s*(?:\)|undefined\b|\[\s*\])/, 'the locale'],
  [/(?<![.\w])navigator\b/, 'the locale'],
  [/\.resolvedOptions\b/, 'the time zone of the process'],
  [
    /\.(?:get|set)(?:FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds)\s*\(/,
    'the time zone of the process',
  ],
  [/\.(?:getTimezoneOffset|toDateString|toTimeString)\b/, 'the time zone of the process'],
  [/\bnew\s+Date\s*\([^()]*(?:\([^()]*\)[^()]*)*,/, 'the time zone of the process'],
  [/\bMath\s*\.\s*random\b/, 'chance'],
  [/(?<![.\w])crypto\b/, 'chance'],
  [/(?<![.\w])(?:window|globalThis|self|localStorage|sessionStorage)\b/, 'the page'],
];

/** Words that no source may say: each turns text into code or markup. */
const sinks =
  /\.(?:innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|parseFromString|createContextualFragment)\b|(?<![.\w])(?:eval|Function)\s*\(|\bnew\s+Function\b|\bunsafe(?:HTML|SVG|MathML)\b|\bdocument\s*\.\s*write\b/;

/**
 * Every breach of the laws of the house in the given files.
 *
 * @param files source by path from the top of the repository, such as `packages/model/src/metrics/funnel.ts`
 * @returns one line for each breach, `path: what it does`; empty when the laws hold
 */
export function brokenLaws(files: Readonly<Record<string, string>>): string[] {
  return Object.entries(files).flatMap(([path, source]) => {
    const floor = floorOf(path);
    if (floor === null) return [`${path}: lies in no room of the house`];
    const { imports, code } = sourceText(source);
    return [
      ...imports.flatMap((line) => wrongImport(path, floor, line)),
      ...sideEffects(path, code),
      ...(floor === 'elements' ? [] : ambientWords(floor, code)),
      ...(sinks.test(code) ? [`turns text into code or markup: ${sinks.exec(code)?.[0].trim() ?? ''}`] : []),
    ].map((breach) => `${path}: ${breach}`);
  });
}

/** The floor that a source file lies on; null when the house has no such room. */
function floorOf(path: string): Floor | null {
  const [, folder = '', below = ''] = /^packages\/(\w+)\/src\/(?:(\w+)\/)?/.exec(path) ?? [];
  if (folder === 'sources' || folder === 'charts' || folder === 'elements') return folder;
  if (folder !== 'model') return null;
  if (below === '') return 'engine';
  return /^(?:schema|selection|tables|metrics|engine)$/.test(below) ? (below as Floor) : null;
}

function wrongImport(path: string, floor: Floor, { from, kind }: ImportLine): string[] {
  const { uses, types = [], door } = laws[floor];
  if (kind === 'effect' && !isRegistering(path)) return [`imports for a side effect: ${from}`];
  const isRelative = from.startsWith('.');
  if (isRelative && !from.endsWith('.js')) return [`imports without .js: ${from}`];
  const target = isRelative
    ? floorOf(new URL(from, `file:///${path}`).pathname.slice(1))
    : (entries[from] ?? null);
  if (target === null) return door?.test(from) ? [] : [`imports what has no door here: ${from}`];
  if (isRelative && target !== floor && packageOf(target) !== packageOf(floor))
    return [`reaches into another package: ${from}`];
  if (!isRelative && packageOf(target) === packageOf(floor))
    return [`imports its own package by name: ${from}`];
  if (target === floor || uses.includes(target)) return [];
  if (types.includes(target)) return kind === 'type' ? [] : [`imports more than types: ${from}`];
  return [`imports ${target}, which ${floor} may not: ${from}`];
}

/** The package that a floor is part of. */
function packageOf(floor: Floor): string {
  return ['sources', 'charts', 'elements'].includes(floor) ? floor : 'model';
}

/** Whether loading the file may do something: the entries that register elements. */
function isRegistering(path: string): boolean {
  return path.startsWith('packages/elements/src/define/') || path === 'packages/elements/src/bundle.ts';
}

function sideEffects(path: string, code: string): string[] {
  return !isRegistering(path) && /\bcustomElements\b/.test(code) ? ['registers elements'] : [];
}

function ambientWords(floor: Floor, code: string): string[] {
  const found = ambient.flatMap(([word, what]) => {
    const match = word.exec(code);
    return match ? [`reads ${what}: ${match[0].trim()}`] : [];
  });
  // Left of the charts the DOM has no types, so a `document` there is a pipeline's. A chart is given the
  // page's document as an argument and may not name the one that happens to be there.
  const isGiven = /[{,(]\s*document\b\s*[,:}=)]/.test(code);
  const isNamed = /(?<![.\w])document\b(?!\s*\??\s*:)/.test(code);
  if (floor === 'charts' && isNamed && !isGiven) found.push('reads the page: document');
  return found;
}
