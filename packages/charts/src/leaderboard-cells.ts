import type { Chart, ChartOptions } from './chart.js';
import { frameFor } from './frame.js';
import { svgOf } from './svg-root.js';
import { ink, type Ink } from './tokens.js';

/** The frame of a small picture inside a table cell; it needs no words. */
export type CellOptions = Pick<ChartOptions, 'document' | 'width' | 'direction'>;

const CRISP = { 'shape-rendering': 'crispEdges' } as const;

export interface BarCell {
  readonly value: number;
  /** The value that fills the cell; all cells of a column share it. */
  readonly max: number;
  /** The value of the period before: an outline. Null where there was none. */
  readonly prior?: number | null;
  /** Default 'won'. */
  readonly color?: Ink;
}

/** The bar of one row with the outline of the period before; bars start at 0. */
export function barCell(
  { value, max, prior = null, color = 'won' }: BarCell,
  options: CellOptions,
): Chart<never> {
  const frame = frameFor({ ...options, locale: 'en' });
  const length = (amount: number): number => shareOf(amount, max) * (options.width - 1);
  const end = prior === null ? 0 : length(prior) - 0.5;
  const ghost =
    prior === null || prior <= 0
      ? null
      : frame.line([0, 0.5, end, 0.5, end, 19.5, 0, 19.5], { stroke: ink('ghost'), ...CRISP });
  const bar =
    value > 0 ? frame.rect(0, 3, Math.max(1, length(value)), 14, { fill: ink(color), ...CRISP }) : null;
  return svgOf(frame, 20, [bar, ghost], []);
}

export interface WhiskerCell {
  /** The estimate; null draws the common line alone. */
  readonly rate: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
  /** The rate of all: a hairline through every row. Null where there is none. */
  readonly common: number | null;
  /** The rate at the end of the cell; all cells of a column share it. */
  readonly max: number;
  /** Default 40, the height of a row: the common line joins from row to row. */
  readonly height?: number;
}

/** The dot of a rate on the whisker of its interval, against the common line; a whisker that goes on beyond the cell has no end. */
export function whiskerCell(
  { rate, lo, hi, common, max, height = 40 }: WhiskerCell,
  options: CellOptions,
): Chart<never> {
  const frame = frameFor({ ...options, locale: 'en' });
  const at = (value: number): number => 5 + shareOf(value, max) * (options.width - 10);
  const middle = height / 2;
  const nodes: SVGElement[] = [];
  if (common !== null)
    nodes.push(frame.rect(at(common) - 0.5, 0, 1, height, { fill: ink('hairline'), ...CRISP }));
  if (rate !== null && lo !== null && hi !== null) {
    const start = at(lo);
    nodes.push(frame.rect(start, middle - 0.75, at(hi) - start, 1.5, { fill: ink('interval') }));
  }
  if (rate !== null) {
    nodes.push(
      frame.circle(at(rate), middle, 5.25, { fill: ink('surface') }),
      frame.circle(at(rate), middle, 4.5, { fill: ink('text-1') }),
    );
  }
  return svgOf(frame, height, nodes, []);
}

export interface BandCell {
  readonly lo: number;
  readonly hi: number;
  readonly max: number;
}

/** A range without a point: peers that a partner's own view does not name. */
export function bandCell({ lo, hi, max }: BandCell, options: CellOptions): Chart<never> {
  const frame = frameFor({ ...options, locale: 'en' });
  const [from, to] = [lo, hi].map((value) => shareOf(value, max) * (options.width - 1)) as [number, number];
  const edge = (at: number): SVGElement => frame.rect(at, 2, 1, 16, { fill: ink('interval'), ...CRISP });
  return svgOf(
    frame,
    20,
    [frame.rect(from, 2, to - from + 1, 16, { fill: ink('band') }), edge(from), edge(to)],
    [],
  );
}

/** From 0 to 1, whatever the value; 0 where there is no scale. */
function shareOf(value: number, max: number): number {
  return max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
}
