import type { Frame } from './frame.js';
import type { BarScale } from './funnel-bar.js';
import type { FunnelRow } from './funnel-rows.js';
import type { Spot } from './funnel-step.js';
import { ink } from './tokens.js';

/** The outline of the period before, around the bar. */
export function ghost(
  { draw, line }: Frame,
  { prior }: FunnelRow,
  y: number,
  { layout, length }: BarScale,
): SVGElement | null {
  if (!prior || prior.value <= 0) return null;
  const { at } = layout.track;
  const end = at + length(prior.value) - 0.5;
  const [top, foot] = [y - 2.5, y + layout.bar + 2.5];
  const around = [at, top, end, top, end, foot, at, foot];
  const outline = line(around, { stroke: ink('ghost'), 'shape-rendering': 'crispEdges' });
  return draw('g', { class: 'context', 'pointer-events': 'none' }, outline);
}

/** What the won bar was before: beside it, or below where there is no room. */
export function priorText(
  { frame, layout, foot, row }: Spot,
  y: number,
  { length }: BarScale,
): { readonly node: SVGElement; readonly below: boolean } | null {
  if (!row.prior) return null;
  const { track, plot, narrow } = layout;
  const style = { size: 11, ink: 'text-3' } as const;
  const size = frame.measure(row.prior.text, 11);
  const start = track.at + Math.max(length(row.value), length(row.prior.value)) + 7;
  const end = narrow || !plot ? track.at + track.length : plot.at - 8;
  const below = start + size > end;
  const node = frame.text(
    row.prior.text,
    below ? Math.max(0, Math.min(track.at, end - size)) : start,
    below ? foot + 11 : y + layout.bar / 2,
    { ...style, max: end },
  );
  return node && { node, below };
}
