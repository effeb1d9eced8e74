import { NO_DAY } from '../schema/calendar-date.js';
import type { Period } from '../schema/document.js';
import { gregorianPeriod, periodOf, type DaySpan } from '../schema/fiscal-calendar.js';
import { LOST, OPEN, UNMAPPED } from '../tables/stage-runs.js';
import type { Tables } from '../tables/tables.js';
import type { CellSpace } from './cell-space.js';
import { Contributions, type Statistics } from './contributions.js';
import { elapsedShare } from './elapsed-share.js';
import { growthOf, type GrowthSums } from './growth.js';
import type { AdditiveMetric, CellName, FinishInput, Mark } from './metric.js';
import { maybePeriod, parameters, quarterPeriod, spanOf, whole, type Reader } from './parameters.js';
import type { Growth, SegmentsResult } from './segments-result.js';

interface SegmentsQuestion {
  readonly period: Period;
  readonly priorPeriod: Period | null;
  readonly floor: number;
}

/** Kinds of cells. A row of sums has a first coordinate and takes `SUMS` kinds for each of the two periods. */
const CELL = {
  undated: 0,
  count: 1,
  priorCount: 2,
  noProduct: 3,
  lostReason: 4,
  market: 10,
  product: 30,
} as const;

/** Offsets within a row of sums; the squares take three (see `Contributions.addSquare`). */
const SUM = { count: 0, priced: 1, amount: 2, squares: 3 } as const;
const SUMS = 6;

const NONE = 'none';

const givenPeriod: Reader<Period | null> = (value, name) => maybePeriod(value, name);

/**
 * Where new opportunities come from (METRICS.md N): by segment and region, and by product, beside
 * the period before; and why opportunities were lost.
 */
export const segments: AdditiveMetric<SegmentsQuestion, SegmentsResult> = {
  name: 'segments',
  read: parameters('segments', { period: quarterPeriod, priorPeriod: givenPeriod, floor: whole(5) }),
  contribute,
  finish,
  mark: markCells,
};

function priorSpan({ period, priorPeriod }: SegmentsQuestion, { asOf, settings }: Tables): DaySpan {
  if (priorPeriod) return spanOf(priorPeriod);
  const span = spanOf(period);
  return elapsedShare(span, gregorianPeriod(span.from - 1, 'quarter', settings.startMonth), asOf).prior;
}

function contribute(tables: Tables, params: SegmentsQuestion): Contributions {
  const out = new Contributions();
  const { events, now } = tables;
  const span = spanOf(params.period);
  const prior = priorSpan(params, tables);
  const { cells } = out;
  for (let row = 0; row < events.size; row++) {
    if (!now.live[row]) continue;
    const lines = linesOf(tables, row);
    const closed = now.closedDay[row] ?? NO_DAY;
    if (now.outcome[row] === LOST && within(closed, span)) {
      const reason = tables.lostReason(row) ?? NONE;
      const named = lines.length === 0 ? [NONE] : lines.map(({ product }) => product);
      for (const product of named) out.add(row, 1, CELL.lostReason, cells.name(reason, product));
    }
    const run = firstEntry(tables, row);
    if (run < 0) continue;
    const day = events.runs.day[run] ?? NO_DAY;
    if (day === NO_DAY) out.add(row, 1, CELL.undated);
    for (const [index, when] of [span, prior].entries()) {
      if (!within(day, when)) continue;
      out.add(row, 1, index === 0 ? CELL.count : CELL.priorCount);
      if (index === 0 && lines.length === 0) out.add(row, 1, CELL.noProduct);
      addSums(
        out,
        row,
        CELL.market + index * SUMS,
        cells.name(...marketOf(tables, row)),
        tables.runAmount(row, run),
      );
      for (const { product, amount } of lines) {
        addSums(
          out,
          row,
          CELL.product + index * SUMS,
          cells.name(product),
          lineAmount(tables, row, day, amount),
        );
      }
    }
  }
  return out;
}

function marketOf({ log }: Tables, row: number): [segment: string, region: string] {
  const record = log.document.opportunities[row];
  return [record?.segment ?? NONE, record?.region ?? NONE];
}

function within(day: number, { from, to }: DaySpan): boolean {
  return day !== NO_DAY && day >= from && day < to;
}

/** The run in which it first entered an open or unmapped stage, −1 without one. */
function firstEntry({ events: { runs }, now }: Tables, row: number): number {
  for (let run = runs.start[row] ?? 0; run < (now.runEnd[row] ?? 0); run++) {
    if (runs.kind[run] === OPEN || runs.kind[run] === UNMAPPED) return run;
  }
  return -1;
}

/** Its products once each, with the sum of their known amounts in its own currency; NaN when none is known. */
function linesOf({ events, now }: Tables, row: number): { product: string; amount: number }[] {
  const sums = new Map<string, number>();
  for (const { id, amount } of events.productLists[now.products[row] ?? -1] ?? []) {
    const known = sums.get(id) ?? Number.NaN;
    sums.set(id, amount === null ? known : (Number.isNaN(known) ? 0 : known) + amount);
  }
  return [...sums].map(([product, amount]) => ({ product, amount }));
}

function lineAmount({ events, now, rates }: Tables, row: number, day: number, amount: number): number {
  const currency = events.currencies.at(now.currency[row] ?? -1);
  if (Number.isNaN(amount) || currency === null) return Number.NaN;
  return rates.convertByPolicy(amount, currency, day, events.createdDay[row] ?? NO_DAY) ?? Number.NaN;
}

function addSums(out: Contributions, row: number, kind: number, name: number, amount: number): void {
  out.add(row, 1, kind + SUM.count, name);
  if (Number.isNaN(amount)) return;
  out.add(row, 1, kind + SUM.priced, name);
  out.add(row, amount, kind + SUM.amount, name);
  out.addSquare(row, amount, kind + SUM.squares, name);
}

function finish({ params, selected, tables }: FinishInput<SegmentsQuestion>): SegmentsResult {
  const span = spanOf(params.period);
  const prior = priorSpan(params, tables);
  const days = daysUpTo(span, tables.asOf);
  const priorDays = daysUpTo(prior, tables.asOf);
  const growth = (kind: number, name: number): Growth =>
    growthOf(sumsOf(selected, kind, name), days, priorDays, params.floor);
  const named = (name: number): readonly string[] => selected.cells.named(name);
  const undated = selected.of(CELL.undated);
  return {
    period: params.period,
    prior: periodOf(prior),
    markets: rowsOf(selected, CELL.market)
      .map((name) => {
        const [segment = NONE, region = NONE] = named(name);
        return Object.assign({ segment, region }, growth(CELL.market, name));
      })
      .sort((a, b) => order(a.segment, b.segment) || order(a.region, b.region)),
    products: rowsOf(selected, CELL.product)
      .map((name) => Object.assign({ product: named(name)[0] ?? NONE }, growth(CELL.product, name)))
      .sort((a, b) => order(a.product, b.product)),
    distinct: {
      count: selected.of(CELL.count),
      priorCount: selected.of(CELL.priorCount),
      noProduct: selected.of(CELL.noProduct),
    },
    lostReasons: [...selected.each(CELL.lostReason)]
      .map(({ a, sum }) => {
        const [reason = NONE, product = NONE] = named(a);
        return { reason, product, count: sum };
      })
      .sort((x, y) => order(x.reason, y.reason) || order(x.product, y.product)),
    ...(undated > 0 && { excluded: { undated } }),
  };
}

/** Days of the period up to the as-of, at least one. */
function daysUpTo({ from, to }: DaySpan, asOf: number): number {
  return Math.max(1, Math.min(to, asOf + 1) - from);
}

function sumsOf(selected: Statistics, kind: number, name: number): GrowthSums {
  const prior = kind + SUMS;
  return {
    count: selected.of(kind + SUM.count, name),
    priorCount: selected.of(prior + SUM.count, name),
    priced: selected.of(kind + SUM.priced, name),
    priorPriced: selected.of(prior + SUM.priced, name),
    amount: selected.of(kind + SUM.amount, name),
    priorAmount: selected.of(prior + SUM.amount, name),
    squares: selected.squares(kind + SUM.squares, name),
    priorSquares: selected.squares(prior + SUM.squares, name),
  };
}

/** Names of the rows that count anything in either period. */
function rowsOf(selected: Statistics, kind: number): number[] {
  const found = [kind, kind + SUMS].flatMap((period) =>
    [...selected.each(period + SUM.count)].map(({ a }) => a),
  );
  return [...new Set(found)];
}

/** { segment, region } or { product }: the new opportunities of the period. */
function markCells(
  mark: Mark,
  _params: SegmentsQuestion,
  _tables: Tables,
  cells: CellSpace,
): readonly CellName[] | null {
  const isProduct = 'product' in mark;
  const texts = isProduct ? [mark['product']] : [mark['segment'], mark['region']];
  const name = cells.findName(...texts.map(String));
  return name === undefined ? null : [[isProduct ? CELL.product : CELL.market, name]];
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
