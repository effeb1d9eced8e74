import type { Box, ChartMark } from './chart.js';
import type { Frame } from './frame.js';
import type { FunnelLayout } from './funnel-layout.js';
import type { FunnelMark, FunnelPart, FunnelRow } from './funnel-rows.js';
import { hatch } from './hatch.js';
import { markGroup, pressableSpans, TARGET, type Span } from './mark-group.js';
import { round } from './svg.js';
import { ink } from './tokens.js';

/** How the bars of one funnel are measured. */
export interface BarScale {
  readonly layout: FunnelLayout;
  /** Px of a value; every bar starts at the start of the track. */
  readonly length: (value: number) => number;
}

export interface Drawn {
  readonly nodes: readonly SVGElement[];
  readonly marks: readonly ChartMark<FunnelMark>[];
}

/** The bar of a stage whose upper edge lies at `y`, its parts as marks. */
export function funnelBar(frame: Frame, row: FunnelRow, y: number, scale: BarScale): Drawn {
  const { at } = scale.layout.track;
  const { bar } = scale.layout;
  const color = ink(row.ink);
  const total = scale.length(row.value);
  const whole = frame.box(at, y, Math.max(total, row.value > 0 ? 1 : 0), bar);
  if (row.parts.length === 0) {
    const plain = frame.rect(at, y, total, bar, { fill: color, ...CRISP });
    return plainBar(frame, row, whole, plain, frame.box(at, y, Math.max(total, TARGET), bar));
  }
  if (row.parts[0]?.group === 'to') return nestedBar(frame, row, whole, y, scale);

  let from = at;
  const spans = row.parts.map(({ value }): Span => {
    const span = { at: from, length: scale.length(value) };
    from += span.length;
    return span;
  });
  const inside = row.parts.filter(({ group }) => group !== 'fail');
  const press = pressableSpans(spans.slice(0, inside.length));
  const drawn = row.parts.map((part, i) => {
    const span = spans[i] ?? { at, length: 0 };
    const shape = { frame, row, part, span, y, layout: scale.layout };
    return part.group === 'fail' ? lostPart(shape) : barPart(shape, press[i] ?? span);
  });
  // What can be pressed beyond its own edge lies above its neighbour: the lost part comes first.
  return { nodes: drawn.map(({ node }) => node).toReversed(), marks: drawn.map(({ mark }) => mark) };
}

const CRISP = { 'shape-rendering': 'crispEdges' } as const;

function plainBar(frame: Frame, row: FunnelRow, box: Box, bar: SVGElement, press: Box): Drawn {
  if (row.fromLabel === null || row.value === 0) return { nodes: [bar], marks: [] };
  const mark = { key: `${row.stage}/from`, label: row.fromLabel, mark: fromMark(row.stage, 'from'), box };
  return { nodes: [markGroup(frame, mark, [bar], [grown(press)])], marks: [mark] };
}

/** A bar of which a part went on, where lost and open are not told apart: the rest is a pale outline. */
function nestedBar(frame: Frame, row: FunnelRow, box: Box, y: number, scale: BarScale): Drawn {
  const { at } = scale.layout.track;
  const { bar } = scale.layout;
  const [part] = row.parts;
  const total = scale.length(row.value);
  const inner = scale.length(part?.value ?? 0);
  const from = {
    key: `${row.stage}/from`,
    label: row.fromLabel ?? row.label,
    mark: fromMark(row.stage, 'from'),
    box,
  };
  const outline = frame.rect(at + 0.5, y + 0.5, Math.max(0, total - 1), bar - 1, {
    fill: ink(row.ink),
    'fill-opacity': 0.14,
    stroke: ink(row.ink),
    ...CRISP,
  });
  const to = {
    key: `${row.stage}/to`,
    label: part?.label ?? '',
    mark: fromMark(row.stage, 'to'),
    box: frame.box(at, y, Math.max(inner, 1), bar),
  };
  const solid = frame.rect(at, y, inner, bar, { fill: ink(row.ink), ...CRISP });
  return {
    nodes: [
      markGroup(frame, from, [outline], [grown(frame.box(at, y, Math.max(total, inner + TARGET), bar))]),
      markGroup(frame, to, [solid], [grown(frame.box(at, y, Math.max(inner, TARGET), bar))]),
    ],
    marks: [from, to],
  };
}

interface Shape {
  readonly frame: Frame;
  readonly row: FunnelRow;
  readonly part: FunnelPart;
  readonly span: Span;
  readonly y: number;
  readonly layout: FunnelLayout;
}

interface DrawnPart {
  readonly node: SVGElement;
  readonly mark: ChartMark<FunnelMark>;
}

function barPart({ frame, row, part, span, y, layout }: Shape, press: Span): DrawnPart {
  const { at, length } = span;
  const box = frame.box(at, y, Math.max(length, 1), layout.bar);
  const mark = {
    key: `${row.stage}/${part.group}`,
    label: part.label,
    mark: fromMark(row.stage, part.group),
    box,
  };
  const hits = [grown(frame.box(press.at, y, press.length, layout.bar))];
  return { mark, node: markGroup(frame, mark, fill(frame, row, part, box), hits) };
}

/** Solid has happened, hatched is still open, an empty outline went elsewhere. */
function fill({ draw }: Frame, row: FunnelRow, { group }: FunnelPart, box: Box): readonly SVGElement[] {
  const color = ink(row.ink);
  const { x, y, width, height } = box;
  if (group === 'success') return [draw('rect', { ...box, fill: color, ...CRISP })];
  const edges = `M${round(x)} ${y + 0.5}H${round(x + width)}M${round(x)} ${y + height - 0.5}H${round(x + width)}`;
  const lines = draw('path', { d: edges, stroke: color, fill: 'none', ...CRISP });
  if (group === 'moved') return [lines];
  return [
    lines,
    draw('path', { d: hatch(x, y, width, height), stroke: color, 'stroke-width': 1.5, fill: 'none' }),
  ];
}

/** The lost: a dotted socket in the bar, and the block that dropped out of it, with its number. */
function lostPart({ frame, row, part, span, y, layout }: Shape): DrawnPart {
  const { draw } = frame;
  const foot = y + layout.bar;
  const length = Math.max(2, span.length);
  const end = span.at + span.length - 0.5;
  const box = frame.box(span.at, foot, length, 7);
  const mark = { key: `${row.stage}/fail`, label: part.label, mark: fromMark(row.stage, 'fail'), box };
  const socket =
    span.length < 3
      ? null
      : frame.line([span.at, y + 0.5, end, y + 0.5, end, foot - 0.5, span.at, foot - 0.5], {
          stroke: ink('lost'),
          'stroke-dasharray': '1 1',
          'stroke-opacity': 0.55,
          ...CRISP,
        });
  const text = row.lostText ?? '';
  const size = frame.measure(text, 12);
  const start = Math.max(0, Math.min(span.at, layout.track.at + layout.track.length - size));
  const below = frame.box(Math.min(start, span.at), foot, Math.max(size, length, TARGET), TARGET);
  return {
    mark,
    node: markGroup(
      frame,
      mark,
      [
        socket,
        draw('rect', { ...box, fill: ink('lost'), ...CRISP }),
        stripes(frame, box),
        frame.text(text, start, foot + 17, { size: 12, ink: 'lost-text' }),
      ],
      [frame.box(span.at, y, span.length, layout.bar), below],
    ),
  };
}

/** In forced colours the lost block is told apart by stripes of the ground. */
function stripes({ draw }: Frame, { x, y, width, height }: Box): SVGElement {
  let d = '';
  for (let at = 3; at < width; at += 5) d += `M${round(x + at + 1)} ${y}V${y + height}`;
  return draw('path', {
    d,
    class: 'forced',
    display: 'none',
    stroke: ink('surface'),
    'stroke-width': 2,
    fill: 'none',
  });
}

/** A bar lower than the target is pressed a little above and below. */
function grown({ x, y, width, height }: Box): Box {
  const more = Math.max(0, TARGET - height) / 2;
  return { x, y: y - more, width, height: height + 2 * more };
}

function fromMark(from: string, group: Extract<FunnelMark, { from: string }>['group']): FunnelMark {
  return { from, group };
}
