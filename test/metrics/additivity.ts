import { dayOf, readDocument, type PipelineDocument } from '@pipeline-kit/model';
import {
  statistics,
  type Contributions,
  type Statistics,
} from '../../packages/model/src/metrics/contributions.js';
import type { AdditiveMetric } from '../../packages/model/src/metrics/metric.js';
import type { Mask } from '../../packages/model/src/tables/mask.js';
import { modelSettings } from '../../packages/model/src/tables/model-settings.js';
import { pipelineLog, Tables } from '../../packages/model/src/tables/tables.js';

export type AskedAdditive = Pick<AdditiveMetric<unknown, object>, 'name' | 'read' | 'contribute'>;

/** What a metric is asked with. */
export type Asked = Readonly<Record<string, unknown>>;

/** Two disjoint sets of opportunities: 1 and 2 say which one an opportunity is in, 0 neither. By place, repeating. */
export type Split = readonly (0 | 1 | 2)[];

/** A document split in two: all of it, and the first set alone. Made once for all metrics, as it takes longest. */
export interface SplitTables {
  readonly split: Split;
  readonly whole: Tables;
  readonly first: Tables;
}

export function splitTables(input: PipelineDocument, split: Split): SplitTables {
  const { document } = readDocument(input);
  const opportunities = document.opportunities.filter((_, row) => sideOf(split, row) === 1);
  return { split, whole: tablesOf(document), first: tablesOf({ ...document, opportunities }) };
}

/**
 * Where an additive metric breaks what additivity promises; empty where it holds:
 * whole numbers in rows that ascend; the statistics of two disjoint sets add up to those of their union, cell by
 * cell; and those of a set are what the document with these opportunities alone has.
 */
export function additivityFaults(metric: AskedAdditive, tables: SplitTables, asked: Asked): string[] {
  const { split, whole } = tables;
  const contributions = metric.contribute(whole, metric.read(asked, whole));
  const part = (side: number): Mask =>
    Uint8Array.from(whole.events.ids, (_, row) => (sideOf(split, row) === side ? 1 : 0));
  const union = part(1).map((bit, row) => bit | (part(2)[row] ?? 0));
  const first = statistics(contributions, part(1));
  const alone = statistics(metric.contribute(tables.first, metric.read(asked, tables.first)), null);
  return [
    ...entryFaults(contributions),
    ...sumFaults(first, statistics(contributions, part(2)), statistics(contributions, union)),
    ...(sameSums(first, alone) ? [] : ['what a set contributes depends on who else is there']),
  ];
}

/** Where an answer is another when the opportunities come in another order; empty where it is the same. */
export async function orderFaults<P>(
  ask: (pipeline: P) => Promise<object>,
  { forward, backward }: BothOrders<P>,
): Promise<string[]> {
  return differences(await ask(forward), await ask(backward), '');
}

/** The same opportunities in their order and in the opposite one, made into what is asked. */
export interface BothOrders<P> {
  readonly forward: P;
  readonly backward: P;
}

export function bothOrders<P>(
  document: PipelineDocument,
  make: (document: PipelineDocument) => P,
): BothOrders<P> {
  const reversed = { ...document, opportunities: document.opportunities.toReversed() };
  return { forward: make(document), backward: make(reversed) };
}

/** What would not survive `JSON.stringify`: paths of undefined, NaN, infinite and other values that are not plain. */
export function jsonFaults(value: unknown, path = ''): string[] {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return [];
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path}: ${value}`];
  if (Array.isArray(value)) return value.flatMap((item, i) => jsonFaults(item, `${path}[${i}]`));
  if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) {
    return [`${path}: ${typeof value}`];
  }
  return Object.entries(value).flatMap(([key, item]) => jsonFaults(item, `${path}.${key}`));
}

function tablesOf(document: PipelineDocument): Tables {
  const log = pipelineLog(document, modelSettings(document, {}));
  return new Tables(log, dayOf(document.meta?.asOf ?? '2026-03-31'));
}

function sideOf(split: Split, row: number): number {
  return split.length === 0 ? 0 : (split[row % split.length] ?? 0);
}

function entryFaults(contributions: Contributions): string[] {
  const { rows, values } = contributions.entries;
  const faults = new Set<string>();
  rows.forEach((row, i) => {
    if (i > 0 && row < (rows[i - 1] ?? 0)) faults.add('rows do not ascend');
    if (!Number.isSafeInteger(values[i])) faults.add('a contribution is no whole number');
  });
  return [...faults];
}

function sumFaults(first: Statistics, second: Statistics, union: Statistics): string[] {
  const cells = [...union.sums.keys()];
  const wrong = cells.filter(
    (cell) => (first.sums[cell] ?? 0) + (second.sums[cell] ?? 0) !== union.sums[cell],
  );
  return wrong.length === 0 ? [] : [`${wrong.length} cells do not add up`];
}

/** Equal sums by kind. Coordinates may be codes that each document gives anew, so the sums of a kind are a multiset. */
function sameSums(a: Statistics, b: Statistics): boolean {
  return JSON.stringify(sumsByKind(a)) === JSON.stringify(sumsByKind(b));
}

function sumsByKind(sums: Statistics): number[][] {
  return Array.from({ length: 256 }, (_, kind) =>
    [...sums.each(kind)].map(({ sum }) => sum).sort((x, y) => x - y),
  );
}

function differences(a: unknown, b: unknown, path: string): string[] {
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) {
    return Object.is(a, b) ? [] : [`${path}: ${JSON.stringify(a)} and ${JSON.stringify(b)}`];
  }
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].flatMap((key) =>
    differences((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key], `${path}.${key}`),
  );
}
