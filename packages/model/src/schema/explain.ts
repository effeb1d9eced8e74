import type * as z from 'zod/mini';
import type { IssueCode } from './data-issue.js';
import type { Schema } from './values.js';

/** What a schema refused, in words and as a code. */
export interface Explanation {
  /** The steps to the place, from the value that was parsed. */
  readonly path: readonly (string | number)[];
  /** `expected an integer of minor units, got "12,5"`. */
  readonly reason: string;
  readonly code: IssueCode;
}

/** The first thing that the schema has against the value; the schemas' messages are what they expected. */
export function explain<T>(schema: Schema<T>, value: unknown): Explanation {
  const { path, noun, range } = firstIssue(schema.safeParse(value).error?.issues ?? []);
  const found = path.reduce<unknown>(
    (holder, key) => (holder as Record<PropertyKey, unknown> | null | undefined)?.[key],
    value,
  );
  const code = found === undefined ? 'missing' : range ? 'range' : 'invalid';
  return { path, code, reason: `expected ${noun}, got ${describe(found)}` };
}

/** A value in a few words: what was found where something else was expected. */
export function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return String(value);
  if (typeof value === 'object') return Array.isArray(value) ? 'an array' : 'an object';
  return `a ${typeof value}`;
}

/** A text in quotes, cut to what fits into a sentence; what cannot be shown is escaped. */
export function quote(value: string): string {
  return value.length > LONGEST ? `${JSON.stringify(value.slice(0, LONGEST))}…` : JSON.stringify(value);
}

/** `['opportunities', 4, 'set']` as `opportunities[4].set`. */
export function pathText(path: readonly (string | number)[]): string {
  let text = '';
  for (const key of path) {
    if (typeof key === 'number') text += `[${key}]`;
    else if (!/^[\w$]+$/.test(key)) text += `[${quote(key)}]`;
    else text += text === '' ? key : `.${key.length > LONGEST ? `${key.slice(0, LONGEST)}…` : key}`;
  }
  return text;
}

const LONGEST = 60;

interface Found {
  readonly path: readonly (string | number)[];
  readonly noun: string;
  readonly range: boolean;
}

function firstIssue(issues: readonly z.core.$ZodIssue[]): Found {
  const [issue] = issues;
  if (issue === undefined) return { path: [], noun: 'something else', range: false };
  const path = issue.path as (string | number)[];
  if (issue.code === 'unrecognized_keys') {
    return { path: [...path, ...issue.keys.slice(0, 1)], noun: issue.message, range: false };
  }
  const branch = issue.code === 'invalid_union' ? nearest(issue.errors) : undefined;
  if (branch !== undefined) {
    const inner = firstIssue(branch);
    // Where every branch refuses the value itself, the union's own words name them all.
    if (inner.path.length > 0) return { ...inner, path: [...path, ...inner.path] };
  }
  const range = issue.code === 'custom' && issue.params?.['code'] === 'range';
  return { path, noun: issue.message, range };
}

/** The branch that found its fault deepest inside, then the one that found fewest, the first of those. */
function nearest(
  branches: readonly (readonly z.core.$ZodIssue[])[],
): readonly z.core.$ZodIssue[] | undefined {
  const depth = (branch: readonly z.core.$ZodIssue[]): number => branch[0]?.path.length ?? 0;
  return branches.toSorted((a, b) => depth(b) - depth(a) || a.length - b.length)[0];
}
