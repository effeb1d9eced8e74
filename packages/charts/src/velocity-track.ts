import type { Frame } from './frame.js';
import { hatch } from './hatch.js';
import { ink } from './tokens.js';
import type { VelocityLayout } from './velocity-layout.js';
import type { VelocityRow } from './velocity-rows.js';
import type { VelocityTexts } from './velocity-texts.js';

/** How durations are placed and written. */
export interface TrackScale {
  readonly layout: VelocityLayout;
  /** The logical place of a duration. */
  readonly at: (duration: number) => number;
  readonly texts: VelocityTexts;
  readonly write: (duration: number) => string;
}

const CRISP = { 'shape-rendering': 'crispEdges' } as const;

/** The middle half, its tail or its hatching, and the median in its band, centred on `y`. */
export function velocityTrack(frame: Frame, row: VelocityRow, y: number, scale: TrackScale): SVGElement {
  const { draw } = frame;
  if (row.few !== null) {
    const { at, length } = scale.layout.track;
    return draw('g', {}, frame.text(row.few, at + 8, y, { size: 11, ink: 'text-3', max: length - 8 }));
  }
  return draw('g', { class: 'context' }, ...half(frame, row, y, scale), ...median(frame, row, y, scale));
}

function half(frame: Frame, row: VelocityRow, y: number, { at, layout }: TrackScale): SVGElement[] {
  const { p25, p75, p90, tau } = row.figures;
  const color = ink(row.ink);
  const end = layout.track.at + layout.track.length;
  const from = p25.value === null ? null : at(p25.value);
  const to = at(p75.value ?? tau ?? 0);
  const nodes: SVGElement[] = [];
  if (from !== null)
    nodes.push(frame.rect(from, y - 5, Math.max(0, to - from), 10, { fill: color, ...CRISP }));
  if (row.missing !== null) {
    const box = frame.box(to, y - 5, Math.max(0, end - to), 10);
    const { width, height } = { width: Math.max(0, box.width - 1), height: box.height - 1 };
    nodes.push(
      frame.draw('rect', {
        x: box.x + 0.5,
        y: box.y + 0.5,
        width,
        height,
        fill: 'none',
        stroke: color,
        ...CRISP,
      }),
      frame.draw('path', {
        d: hatch(box.x, box.y, box.width, box.height),
        stroke: color,
        'stroke-width': 1.5,
        fill: 'none',
      }),
    );
  } else if (p90.value !== null) {
    const tail = at(p90.value);
    nodes.push(
      frame.rect(to, y - 1, Math.max(0, tail - to), 2, { fill: color, ...CRISP }),
      frame.rect(tail - 1, y - 5, 2, 10, { fill: color, ...CRISP }),
    );
  }
  return nodes;
}

function median(frame: Frame, row: VelocityRow, y: number, scale: TrackScale): (SVGElement | null)[] {
  const { at, layout } = scale;
  const { value, lo, hi } = row.figures.median;
  const nodes: (SVGElement | null)[] = [];
  if (value !== null) {
    const end = layout.track.at + layout.track.length;
    const [from, to] = [at(lo ?? value), hi === null ? end : at(hi)];
    nodes.push(frame.rect(from, y - 11, Math.max(0, to - from), 22, { fill: ink('band') }));
    for (const [edge, known] of [
      [from, lo],
      [to - 1, hi],
    ] as const) {
      if (known !== null) nodes.push(frame.rect(edge, y - 11, 1, 22, { fill: ink('interval'), ...CRISP }));
    }
    nodes.push(
      frame.rect(at(value) - 2.5, y - 12, 5, 24, { fill: ink('surface'), ...CRISP }),
      frame.rect(at(value) - 1.5, y - 11, 3, 22, { fill: ink('text-1'), ...CRISP }),
    );
  }
  if (row.prior !== null) nodes.push(ring(frame, at(row.prior), y + 13));
  nodes.push(...words(frame, row, y, scale));
  return nodes;
}

function ring({ circle }: Frame, at: number, y: number): SVGElement {
  return circle(at, y, 3.25, { fill: ink('surface'), stroke: ink('ghost'), 'stroke-width': 1.5 });
}

/** What is not reached, under the hatching; above it where a ring or the naive mean stands below. */
function words(
  frame: Frame,
  row: VelocityRow,
  y: number,
  { at, layout, texts, write }: TrackScale,
): (SVGElement | null)[] {
  const { track } = layout;
  const end = track.at + track.length;
  const style = { size: 11, ink: 'text-3' } as const;
  const nodes: (SVGElement | null)[] = [];
  let taken = row.prior === null ? -Infinity : at(row.prior) + 5;
  if (row.naive !== null) {
    const text = texts.naive(write(row.naive));
    const size = frame.measure(text, 11);
    const start = Math.max(track.at, Math.min(at(row.naive) - size / 2, end - size));
    const tip = at(row.naive);
    nodes.push(
      frame.draw('path', {
        d: `M${frame.x(tip - 5)} ${y + 17}L${frame.x(tip)} ${y + 9}L${frame.x(tip + 5)} ${y + 17}Z`,
        fill: ink('text-3'),
      }),
      frame.text(text, start, y + 24, { ...style, max: track.length }),
    );
    taken = Math.max(taken, start + size);
  }
  if (row.missing !== null) {
    const long = texts.notReached(row.missing);
    const text =
      frame.measure(long, 11) <= Math.min(track.length * 0.6, end - taken - 8) ? long : texts.notReachedShort;
    const clear = end - frame.measure(text, 11) > taken + 6;
    nodes.push(
      frame.text(text, end, clear ? y + 14 : y - 14, { ...style, anchor: 'end', max: track.length }),
    );
  }
  return nodes;
}
