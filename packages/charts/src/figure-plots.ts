import type { Chart, ChartOptions } from './chart.js';
import { frameFor, type Frame } from './frame.js';
import { hatch } from './hatch.js';
import { svgOf } from './svg-root.js';
import { ink, type Ink } from './tokens.js';

/** The frame of the small plot under a figure; it needs no words. */
export type FigureOptions = Pick<ChartOptions, 'document' | 'width' | 'direction'>;

const HEIGHT = 16;
const MIDDLE = HEIGHT / 2;
const CRISP = { 'shape-rendering': 'crispEdges' } as const;

export interface ProgressPlot {
  /** What has happened: solid. */
  readonly value: number;
  /** What may still come on top of it: hatched. */
  readonly open?: number;
  /** The line to reach; null where there is none. */
  readonly quota: number | null;
  /** The value at the end of the plot; default a little beyond the largest. */
  readonly max?: number;
  /** Default 'won'. */
  readonly color?: Ink;
}

/** Progress from 0 towards a quota. */
export function progressPlot(
  { value, open = 0, quota, color = 'won', max = Math.max(value + open, quota ?? 0) * 1.16 }: ProgressPlot,
  options: FigureOptions,
): Chart<never> {
  const { frame, at } = scaled(options, max);
  const [from, to] = [at(value), at(value + open)];
  const box = frame.box(from, 4, to - from, 8);
  const hatched =
    to - from < 1
      ? null
      : frame.draw(
          'g',
          { stroke: ink(color), fill: 'none' },
          frame.draw('rect', {
            x: box.x + 0.5,
            y: 4.5,
            width: Math.max(0, box.width - 1),
            height: 7,
            ...CRISP,
          }),
          frame.draw('path', { d: hatch(box.x, box.y, box.width, box.height), 'stroke-width': 1.5 }),
        );
  return svgOf(
    frame,
    HEIGHT,
    [
      base(frame),
      frame.rect(0, 4, from, 8, { fill: ink(color), ...CRISP }),
      hatched,
      quota === null ? null : line(frame, at(quota)),
    ],
    [],
  );
}

export interface IntervalPlot {
  readonly value: number | null;
  /** Its 95 % interval: a whisker. */
  readonly lo?: number | null;
  readonly hi?: number | null;
  /** What is needed, with its interval: a band with two edges. */
  readonly need?: { readonly lo: number; readonly hi: number } | null;
  /** The value of the period before: a ring. */
  readonly prior?: number | null;
  /** The value at the end of the plot; default a little beyond the largest. */
  readonly max?: number;
}

/** A value as a dot: in its interval, against what is needed, beside what it was. */
export function intervalPlot(
  { value, lo = null, hi = null, need = null, prior = null, max }: IntervalPlot,
  options: FigureOptions,
): Chart<never> {
  const most = Math.max(...[value, hi, need?.hi, prior].map((each) => each ?? 0));
  const { frame, at } = scaled(options, max ?? most * 1.2);
  const nodes: SVGElement[] = [base(frame)];
  if (need) {
    const [from, to] = [at(need.lo), at(need.hi)];
    nodes.push(frame.rect(from, 0, to - from, HEIGHT, { fill: ink('band') }));
    for (const edge of [from, to - 1])
      nodes.push(frame.rect(edge, 0, 1, HEIGHT, { fill: ink('interval'), ...CRISP }));
  }
  if (lo !== null && hi !== null) {
    nodes.push(frame.rect(at(lo), MIDDLE - 0.75, at(hi) - at(lo), 1.5, { fill: ink('interval') }));
  }
  if (prior !== null) {
    nodes.push(
      frame.circle(at(prior), MIDDLE, 3.75, {
        fill: ink('surface'),
        stroke: ink('ghost'),
        'stroke-width': 1.5,
      }),
    );
  }
  if (value !== null) {
    nodes.push(
      frame.circle(at(value), MIDDLE, 6, { fill: ink('surface') }),
      frame.circle(at(value), MIDDLE, 4.5, { fill: ink('text-1') }),
    );
  }
  return svgOf(frame, HEIGHT, nodes, []);
}

export interface Sparkline {
  /** Oldest first; null leaves a gap. */
  readonly values: readonly (number | null)[];
  /** Default 'open'. */
  readonly color?: Ink;
  /** Default 16 px. */
  readonly height?: number;
}

/**
 * The course of a figure, the last value as a dot. A line shows place, not length, so it uses the
 * range it needs, widened where that is narrow: a flat course must not look like a storm.
 */
export function sparkline(
  { values, color = 'open', height = HEIGHT }: Sparkline,
  options: FigureOptions,
): Chart<never> {
  const frame = frameFor({ ...options, locale: 'en' });
  const known = values.filter((value) => value !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const room = Math.max(high - low, Math.abs(high) * 0.25);
  const bottom = (low + high - room) / 2;
  const at = (i: number): number =>
    3 + (values.length < 2 ? 0.5 : i / (values.length - 1)) * (options.width - 6);
  const y = (value: number): number => height - 3 - (room > 0 ? (value - bottom) / room : 0.5) * (height - 6);
  const runs: number[][] = [];
  let run: number[] | null = null;
  values.forEach((value, i) => {
    if (value === null) run = null;
    else {
      if (run === null) runs.push((run = []));
      run.push(at(i), y(value));
    }
  });
  const lines = runs.map((points) =>
    frame.line(points, { stroke: ink(color), 'stroke-width': 1.5, 'stroke-linejoin': 'round' }),
  );
  const last = values.findLastIndex((value) => value !== null);
  const value = values[last];
  const dot =
    value === undefined || value === null
      ? null
      : frame.circle(at(last), y(value), 2.5, { fill: ink(color) });
  return svgOf(frame, height, [...lines, dot], []);
}

function scaled(
  options: FigureOptions,
  max: number,
): { readonly frame: Frame; readonly at: (value: number) => number } {
  const frame = frameFor({ ...options, locale: 'en' });
  return { frame, at: (value) => (max > 0 ? Math.min(1, Math.max(0, value / max)) : 0) * options.width };
}

function base({ rect, width }: Frame): SVGElement {
  return rect(0, MIDDLE - 0.5, width, 1, { fill: ink('hairline'), ...CRISP });
}

function line({ draw, rect }: Frame, at: number): SVGElement {
  return draw(
    'g',
    {},
    rect(at - 2, 0, 4, HEIGHT, { fill: ink('surface'), ...CRISP }),
    rect(at - 1, 0, 2, HEIGHT, { fill: ink('quota'), ...CRISP }),
  );
}
