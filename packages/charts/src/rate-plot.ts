import type { Frame } from './frame.js';
import type { Span } from './mark-group.js';
import { ink, type Ink } from './tokens.js';

/** A rate with its interval and the one before; null where it is not said. */
export interface PlottedRate {
  readonly rate: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
  readonly prior: number | null;
}

/**
 * The dark tick of a rate in the soft band of its interval, and the ring of the period before
 * below it, centred on `y`. Dots and ranges may leave out a part of the axis; `at` places a rate.
 */
export function ratePlot(
  { draw, rect, circle }: Frame,
  { rate, lo, hi, prior }: PlottedRate,
  y: number,
  at: (rate: number) => number,
  color: Ink,
): SVGElement {
  const nodes: SVGElement[] = [];
  if (prior !== null) {
    nodes.push(
      circle(at(prior), y + 11, 3.25, { fill: ink('surface'), stroke: ink('ghost'), 'stroke-width': 1.5 }),
    );
  }
  if (rate !== null && lo !== null && hi !== null) {
    const [from, to] = [at(lo), at(hi)];
    nodes.push(rect(from, y - 8, Math.max(0, to - from), 16, { fill: ink('band') }));
    for (const edge of [from, to - 1])
      nodes.push(rect(edge, y - 8, 1, 16, { fill: ink('interval'), ...CRISP }));
  }
  if (rate !== null) nodes.push(rect(at(rate) - 1.5, y - 8, 3, 16, { fill: ink(color), ...CRISP }));
  return draw('g', { class: 'context' }, ...nodes);
}

/** The hairlines that rates are read against. */
export function rateGrid(
  { rect, draw }: Frame,
  places: readonly number[],
  y: number,
  height: number,
): SVGElement {
  const lines = places.map((at) => rect(at - 0.5, y, 1, height, { fill: ink('hairline'), ...CRISP }));
  return draw('g', { class: 'context' }, ...lines);
}

/** The axis of a rate plot: to 100 %, or on to the half above the largest rate. */
export function rateAxis(span: Span, rates: readonly (number | null)[]): RateAxis {
  const largest = Math.max(1, ...rates.map((rate) => rate ?? 0));
  const end = Math.ceil(largest * 2 - 1e-9) / 2;
  const ticks = end === 1 ? [0, 0.5, 1] : [0, 1, end];
  return { ticks, at: (rate) => span.at + 0.5 + (rate / end) * (span.length - 1) };
}

export interface RateAxis {
  readonly ticks: readonly number[];
  /** The logical place of a rate. */
  readonly at: (rate: number) => number;
}

const CRISP = { 'shape-rendering': 'crispEdges' } as const;
