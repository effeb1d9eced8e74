import type { ChartMark } from './chart.js';
import type { ForecastMark, ForecastPart, StackedCategory } from './forecast-columns.js';
import { spreadLabels, type StackLabel } from './forecast-labels.js';
import { BESIDE, type PlacedColumn } from './forecast-layout.js';
import type { Frame } from './frame.js';
import { hatch } from './hatch.js';
import { markGroup, pressableSpans, TARGET, type Span } from './mark-group.js';
import { ink, type Ink } from './tokens.js';

/** Amounts upwards from the foot. */
export interface ValueScale {
  readonly foot: number;
  readonly y: (amount: number) => number;
}

const COLORS: Readonly<Record<ForecastPart['part'], Ink>> = {
  won: 'won',
  commit: 'stage-7',
  mostLikely: 'stage-5',
  bestCase: 'stage-3',
  pipeline: 'stage-1',
  none: 'open',
  overdue: 'lost',
  noCloseDate: 'open',
};

const CRISP = { 'shape-rendering': 'crispEdges' } as const;

/** One bar with its parts as marks, its quota, its weighted dot and, in the running period, its labels. */
export function forecastBar(
  frame: Frame,
  { column, at, bar }: PlacedColumn,
  scale: ValueScale,
  labels: readonly StackLabel[],
  spoken: (part: StackedCategory | 'won' | 'overdue' | 'noCloseDate', amount: number) => string,
): { readonly nodes: readonly (SVGElement | null)[]; readonly marks: readonly ChartMark<ForecastMark>[] } {
  const { foot, y } = scale;
  const spans = column.parts.map(({ from, amount }): Span => ({
    at: foot - y(from),
    length: y(from) - y(from + amount),
  }));
  const press = pressableSpans(spans);
  const drawn = column.parts.map((part, i) => {
    const span = spans[i] ?? { at: 0, length: 0 };
    const hit = press[i] ?? span;
    const mark: ChartMark<ForecastMark> = {
      key: `${column.key}/${part.part}`,
      label: spoken(part.part, part.amount),
      mark: part.mark,
      ...(column.period && { params: { period: column.period } }),
      box: frame.box(at, foot - span.at - span.length, bar, Math.max(span.length, 1)),
    };
    const area = frame.box(
      at - Math.max(0, TARGET - bar) / 2,
      foot - hit.at - hit.length,
      Math.max(bar, TARGET),
      hit.length,
    );
    return { mark, node: markGroup(frame, mark, partNodes(frame, part, mark.box, i > 0), [area]) };
  });
  return {
    nodes: [
      ...drawn.map(({ node }) => node),
      column.quota === null ? null : quotaLine(frame, at, bar, y(column.quota)),
      column.weighted === null || column.top <= column.won
        ? null
        : weightedDot(frame, at + bar, y(column.weighted)),
      ...beside(frame, at + bar + BESIDE, scale, labels),
    ],
    marks: drawn.map(({ mark }) => mark),
  };
}

/** Solid in its colour with a line of the ground above the part below; hatched where it is in no period. */
function partNodes(
  { draw }: Frame,
  { part, mark }: ForecastPart,
  box: ChartMark['box'],
  above: boolean,
): readonly SVGElement[] {
  const color = ink(COLORS[part]);
  if (mark.group === 'overdue' || mark.group === 'noCloseDate') {
    const { x, y, width, height } = box;
    const inner = {
      x: x + 0.5,
      y: y + 0.5,
      width: Math.max(0, width - 1),
      height: Math.max(0, height - 0.5),
    };
    return [
      draw('rect', { ...inner, fill: 'none', stroke: color, ...CRISP }),
      draw('path', { d: hatch(x, y, width, height), stroke: color, 'stroke-width': 1.5, fill: 'none' }),
    ];
  }
  const gap = above && box.height > 2 ? 1 : 0;
  return [draw('rect', { ...box, height: box.height - gap, fill: color, ...CRISP })];
}

function quotaLine({ draw, rect }: Frame, at: number, bar: number, y: number): SVGElement {
  return draw(
    'g',
    { class: 'context', 'pointer-events': 'none' },
    rect(at - 4, y - 2, bar + 8, 4, { fill: ink('surface'), ...CRISP }),
    rect(at - 4, y - 1, bar + 8, 2, { fill: ink('quota'), ...CRISP }),
  );
}

function weightedDot({ draw, circle }: Frame, at: number, y: number): SVGElement {
  return draw(
    'g',
    { class: 'context', 'pointer-events': 'none' },
    circle(at, y, 6, { fill: ink('surface') }),
    circle(at, y, 4.5, { fill: ink('text-1') }),
  );
}

function beside(
  frame: Frame,
  at: number,
  { foot, y }: ValueScale,
  labels: readonly StackLabel[],
): SVGElement[] {
  const places = spreadLabels(
    labels.map(({ value }) => y(value)),
    { top: 26, foot: foot - 8, step: 15 },
  );
  return labels.map(({ name, amount, won }, i) =>
    frame.phrase(
      [
        { text: name, size: 12, ink: won ? 'won-text' : 'text-2' },
        { text: amount, size: 12, weight: 600, ink: won ? 'won-text' : 'text-1' },
      ],
      at,
      places[i] ?? foot,
    ),
  );
}
