import type { Box, ChartMark } from './chart.js';
import type { Frame } from './frame.js';

/** The smallest thing to press, in px. */
export const TARGET = 24;

/** The nodes of one mark under its key, above them invisible areas to press. */
export function markGroup<M>(
  { draw }: Frame,
  { key }: ChartMark<M>,
  nodes: readonly (SVGElement | null)[],
  hits: readonly Box[],
): SVGGElement {
  const areas = hits.map((box) =>
    draw('rect', { ...box, class: 'hit', fill: 'none', 'pointer-events': 'all' }),
  );
  return draw('g', { 'data-mark': key }, ...nodes, ...areas);
}

/** The box, grown around its middle to the smallest thing to press. */
export function pressable({ x, y, width, height }: Box): Box {
  const [w, h] = [Math.max(width, TARGET), Math.max(height, TARGET)];
  return { x: x - (w - width) / 2, y: y - (h - height) / 2, width: w, height: h };
}

/** A stretch along the inline axis. */
export interface Span {
  readonly at: number;
  readonly length: number;
}

/** Spans to press for neighbouring parts: each at least the target, in their order, none over another. */
export function pressableSpans(spans: readonly Span[]): Span[] {
  let free = -Infinity;
  const starts = spans.map(({ at }) => {
    const start = Math.max(at, free);
    free = start + TARGET;
    return start;
  });
  return spans.map(({ at, length }, i) => {
    const start = starts[i] ?? at;
    const next = starts[i + 1] ?? Infinity;
    return { at: start, length: Math.min(Math.max(at + length - start, TARGET), next - start) };
  });
}
