import type { ChartMark } from './chart.js';
import type { Frame } from './frame.js';
import { hatch } from './hatch.js';
import { markGroup, type Span } from './mark-group.js';
import { ink } from './tokens.js';
import type { VelocityLayout } from './velocity-layout.js';
import type { VelocityMark, VelocityRow } from './velocity-rows.js';

/** How many visits ended, by their end, and how many still run: a thin bar over the words, each part a mark. */
export function velocityCounts(
  frame: Frame,
  row: VelocityRow,
  y: number,
  { counts, narrow, row: height, nameY }: VelocityLayout,
  most: number,
): { readonly nodes: readonly (SVGElement | null)[]; readonly marks: readonly ChartMark<VelocityMark>[] } {
  const bar = y + nameY - 11.5;
  const middle = narrow ? y + nameY : y + nameY + 7;
  const spans = spread(
    row.parts.map(({ value }) => value),
    counts,
  );
  let at = counts.at;
  const drawn = row.parts.map(({ exit, value, label }, i) => {
    const length = narrow ? 0 : (value / most) * counts.length;
    const press = spans[i] ?? counts;
    const box = narrow
      ? frame.box(press.at, middle - 8, press.length, 16)
      : frame.box(at, bar, Math.max(length, 1), 5);
    const mark = { key: `${row.stage}/${exit}`, label, mark: { stage: row.stage, exit }, box };
    const nodes = narrow ? [] : part(frame, exit === 'open', frame.box(at, bar, length, 5));
    at += length;
    const hit = frame.box(
      press.at,
      y + (height - Math.min(height, 44)) / 2,
      press.length,
      narrow ? 28 : Math.min(height, 44),
    );
    return { mark, node: markGroup(frame, mark, nodes, [hit]) };
  });
  const ground = narrow
    ? frame.rect(counts.at - 4, middle - 8, counts.length + 8, 16, { fill: ink('surface') })
    : null;
  const anchor = narrow ? 'end' : 'start';
  const text = frame.text(row.countText, narrow ? counts.at + counts.length : counts.at, middle, {
    size: 11,
    ink: 'text-3',
    anchor,
  });
  return { nodes: [ground, text, ...drawn.map(({ node }) => node)], marks: drawn.map(({ mark }) => mark) };
}

/** Ended is solid, open is hatched. */
function part(
  { draw }: Frame,
  open: boolean,
  box: { x: number; y: number; width: number; height: number },
): SVGElement[] {
  const color = ink('open');
  if (!open) return [draw('rect', { ...box, fill: color, 'shape-rendering': 'crispEdges' })];
  const outline = {
    x: box.x + 0.5,
    y: box.y + 0.5,
    width: Math.max(0, box.width - 1),
    height: box.height - 1,
    fill: 'none',
    stroke: color,
  };
  return [
    draw('rect', outline),
    draw('path', {
      d: hatch(box.x, box.y, box.width, box.height),
      stroke: color,
      'stroke-width': 1.5,
      fill: 'none',
    }),
  ];
}

/** Areas to press over a span: by size, but none below an equal share or the target. */
function spread(values: readonly number[], { at, length }: Span): Span[] {
  const least = Math.min(24, length / values.length);
  const total = values.reduce((sum, value) => sum + value, 0);
  const free = length - least * values.length;
  let start = at;
  return values.map((value) => {
    const span = { at: start, length: least + (total > 0 ? (value / total) * free : 0) };
    start += span.length;
    return span;
  });
}
