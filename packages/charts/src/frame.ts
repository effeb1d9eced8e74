import type { Box, ChartOptions } from './chart.js';
import { isolate } from './isolate.js';
import { penFor, round, type Attributes, type Pen } from './svg.js';
import { estimateWidth, fitText, type Measure, type Weight } from './text-width.js';
import { ink, type Ink } from './tokens.js';

/** How a text is set. `at` of its place is its start, middle or end by `anchor`. */
export interface TextStyle {
  readonly size: number;
  readonly weight?: Weight;
  readonly ink?: Ink;
  /** Default 'start', which is the right-hand side in a mirrored chart. */
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Room in px; what is longer ends in an ellipsis. */
  readonly max?: number;
}

/**
 * A drawing sheet in logical coordinates: `at` runs from the inline start, so a chart is laid out
 * once and mirrored by its frame. Texts are centred on their `y`.
 */
export interface Frame {
  readonly width: number;
  readonly rtl: boolean;
  readonly draw: Pen;
  /** The inline size of a text in px. */
  readonly measure: (text: string, size: number, weight?: Weight) => number;
  /** Physical x of a logical place. */
  readonly x: (at: number) => number;
  /** Physical box of a logical one. */
  readonly box: (at: number, y: number, length: number, height: number) => Box;
  readonly rect: (at: number, y: number, length: number, height: number, look?: Attributes) => SVGRectElement;
  /** A line through logical points, given as at, y, at, y, … */
  readonly line: (points: readonly number[], look: Attributes) => SVGPathElement;
  readonly circle: (at: number, y: number, radius: number, look?: Attributes) => SVGCircleElement;
  readonly text: (content: string, at: number, y: number, style: TextStyle) => SVGTextElement | null;
  /** Runs of one phrase in their own looks, on one line in reading order. */
  readonly phrase: (
    runs: readonly TextRun[],
    at: number,
    y: number,
    anchor?: TextStyle['anchor'],
  ) => SVGTextElement;
}

/** A part of a phrase that looks its own way; it brings the blank before it. */
export type TextRun = Pick<TextStyle, 'size' | 'weight' | 'ink'> & { readonly text: string };

/** The share of the letter size between the middle of digits and capitals and their base line. */
const MIDDLE = 0.355;

/** The frame for a chart's options. */
export function frameFor({
  document,
  width,
  locale,
  direction,
  measure = estimateWidth,
}: ChartOptions): Frame {
  const rtl = direction === 'rtl';
  const draw = penFor(document);
  const x = (at: number): number => (rtl ? width - at : at);
  const box = (at: number, y: number, length: number, height: number): Box => ({
    x: rtl ? width - at - length : at,
    y,
    width: length,
    height,
  });
  return {
    width,
    rtl,
    draw,
    measure: (text, size, weight = 400) => measure(text, size, weight),
    x,
    box,
    rect: (at, y, length, height, look) => draw('rect', { ...box(at, y, length, height), ...look }),
    line: (points, look) => draw('path', { d: path(points, x), fill: 'none', ...look }),
    circle: (at, y, r, look) => draw('circle', { cx: x(at), cy: y, r, ...look }),
    text: (content, at, y, style) => text({ draw, rtl, x, measure, locale }, content, at, y, style),
    phrase: (runs, at, y, anchor = 'start') => phrase({ draw, rtl, x }, runs, at, y, anchor),
  };
}

function path(points: readonly number[], x: (at: number) => number): string {
  let d = '';
  for (let i = 0; i + 1 < points.length; i += 2) {
    d += `${i === 0 ? 'M' : 'L'}${round(x(points[i] ?? 0))} ${round(points[i + 1] ?? 0)}`;
  }
  return d;
}

interface TextTools {
  readonly draw: Pen;
  readonly rtl: boolean;
  readonly x: (at: number) => number;
  readonly measure: Measure;
  readonly locale: string;
}

function text(
  { draw, rtl, x, measure, locale }: TextTools,
  content: string,
  at: number,
  y: number,
  { size, weight = 400, ink: color = 'text-2', anchor = 'start', max }: TextStyle,
): SVGTextElement | null {
  const fitted = max === undefined ? content : fitText(content, max, size, weight, measure, locale);
  if (fitted === '') return null;
  const place = { x: x(at), y: y + size * MIDDLE, 'text-anchor': physical(anchor, rtl) };
  return draw('text', { ...place, ...letters({ size, weight, ink: color }) }, isolate(fitted, rtl));
}

function phrase(
  { draw, rtl, x }: Pick<TextTools, 'draw' | 'rtl' | 'x'>,
  runs: readonly TextRun[],
  at: number,
  y: number,
  anchor: NonNullable<TextStyle['anchor']>,
): SVGTextElement {
  const size = Math.max(0, ...runs.map((run) => run.size));
  const whole = isolate(runs.map(({ text: run }) => run).join(''), rtl);
  const [before, after] = whole.startsWith('\u2068') ? ['\u2068', '\u2069'] : [null, null];
  const spans = runs.map((run) => draw('tspan', letters(run), run.text));
  const place = { x: x(at), y: y + size * MIDDLE, 'text-anchor': physical(anchor, rtl) };
  return draw('text', place, before, ...spans, after);
}

function letters({ size, weight = 400, ink: color = 'text-2' }: Omit<TextRun, 'text'>): Attributes {
  return { 'font-size': size, 'font-weight': weight === 400 ? undefined : weight, fill: ink(color) };
}

/** The anchor in a picture that always runs left to right; 'start' is the default of SVG. */
function physical(anchor: NonNullable<TextStyle['anchor']>, rtl: boolean): string | undefined {
  if (anchor === 'middle') return 'middle';
  return (anchor === 'end') === rtl ? undefined : 'end';
}
