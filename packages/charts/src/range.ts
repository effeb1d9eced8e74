import { axisLabels } from './axis-labels.js';
import type { Chart, ChartOptions } from './chart.js';
import { frameFor, type Frame } from './frame.js';
import { rangeScale, type RangeScale } from './range-scale.js';
import type { RangeTick } from './range-ticks.js';
import { svgOf } from './svg-root.js';
import { penFor } from './svg.js';
import { ink } from './tokens.js';

/** A histogram: `counts[i]` lies from `edges[i]` up to, but not including, `edges[i + 1]`. */
export interface RangeBins {
  readonly edges: readonly number[];
  readonly counts: readonly number[];
}

/** What is chosen of a range; null at an end is open. */
export interface ChosenRange {
  readonly from: number | null;
  readonly to: number | null;
}

export interface RangeChartOptions extends ChartOptions {
  readonly ticks: readonly RangeTick[];
  /** Null, the default: nothing is chosen, everything counts. */
  readonly chosen?: ChosenRange | null;
  /** The block size of the bars in px; default 96. */
  readonly height?: number;
}

/** A drawn range; its brush is moved by `showBrush`, without drawing again. */
export interface RangeChart extends Chart<never> {
  readonly scale: RangeScale;
  readonly bins: RangeBins;
}

/**
 * A histogram to brush over. Bars start at 0; those in the chosen range are coloured. The brush is
 * drawn here and moved by the widget: its nodes carry `data-handle` 'from', 'to' and 'span'.
 */
export function rangeChart(bins: RangeBins, options: RangeChartOptions): RangeChart {
  const { ticks, chosen = null, height = 96, width } = options;
  const frame = frameFor(options);
  const scale = rangeScale(bins.edges, width, frame.rtl);
  const foot = TOP + height;
  const at = (value: number): number => (frame.rtl ? width - scale.x(value) : scale.x(value));
  const chart = svgOf<never>(
    frame,
    foot + 19,
    [
      frame.draw('g', { class: 'bins' }, ...bars(frame, bins, at, foot, height)),
      frame.rect(0, foot, width, 1, { fill: ink('text-3'), 'shape-rendering': 'crispEdges' }),
      ...axisLabels(
        frame,
        ticks.map(({ value, text }) => ({ at: at(value), text })),
        foot + 11,
        0,
        width,
      ),
      frame.draw('g', { class: 'brush' }),
    ],
    [],
  );
  const drawn = { ...chart, scale, bins };
  showBrush(drawn, chosen);
  return drawn;
}

/** Room for the brush to stand over the bars. */
const TOP = 6;

function bars(
  frame: Frame,
  { edges, counts }: RangeBins,
  at: (value: number) => number,
  foot: number,
  height: number,
): SVGElement[] {
  const most = Math.max(1, ...counts);
  return counts.map((count, i) => {
    const [from, to] = [at(edges[i] ?? 0), at(edges[i + 1] ?? 0)];
    const size = count > 0 ? Math.max(1, (count / most) * height) : 0;
    const gap = to - from > 3 ? 1 : 0;
    return frame.rect(from, foot - size, Math.max(0, to - from - gap), size, {
      fill: ink('open'),
      'shape-rendering': 'crispEdges',
    });
  });
}

/** Moves the brush of a chart and colours the bars in it: only attributes change, so it keeps up with a drag. */
export function showBrush({ svg, scale, bins, height, width }: RangeChart, chosen: ChosenRange | null): void {
  const from = chosen?.from ?? scale.from;
  const to = chosen?.to ?? scale.to;
  svg.querySelectorAll('.bins > rect').forEach((bar, i) => {
    const middle = ((bins.edges[i] ?? 0) + (bins.edges[i + 1] ?? 0)) / 2;
    bar.setAttribute('fill', ink(chosen && middle >= from && middle < to ? 'stage-4' : 'open'));
  });
  const brush = svg.querySelector('.brush');
  if (!brush) return;
  const parts = new Map([...brush.children].map((node) => [node.getAttribute('data-handle'), node]));
  if (!chosen) {
    brush.replaceChildren();
    return;
  }
  if (parts.size === 0) {
    for (const node of brushNodes(svg, height - 19)) {
      brush.append(node);
      parts.set(node.getAttribute('data-handle'), node);
    }
  }
  const [a, b] = [scale.x(from), scale.x(to)];
  const [left, right] = [Math.min(a, b), Math.max(a, b)];
  const span = parts.get('span');
  span?.setAttribute('x', String(left));
  span?.setAttribute('width', String(right - left));
  // An edge at an end of the picture keeps its line inside.
  const inside = (x: number): number => Math.min(width - 1, Math.max(1, x));
  parts.get('from')?.setAttribute('transform', `translate(${inside(a)} 0)`);
  parts.get('to')?.setAttribute('transform', `translate(${inside(b)} 0)`);
}

function brushNodes(svg: SVGSVGElement, foot: number): SVGElement[] {
  const draw = penFor(svg.ownerDocument);
  const middle = foot / 2;
  const handle = (name: 'from' | 'to'): SVGElement =>
    draw(
      'g',
      { 'data-handle': name, cursor: 'ew-resize' },
      draw('rect', {
        x: -1,
        y: 0,
        width: 2,
        height: foot,
        fill: ink('accent'),
        'shape-rendering': 'crispEdges',
      }),
      draw('rect', {
        x: -4,
        y: middle - 11,
        width: 8,
        height: 22,
        rx: 3,
        fill: ink('surface'),
        stroke: ink('accent'),
        'stroke-width': 1.5,
      }),
      draw('rect', {
        x: -12,
        y: 0,
        width: 24,
        height: foot,
        class: 'hit',
        fill: 'none',
        'pointer-events': 'all',
      }),
    );
  return [
    draw('rect', {
      'data-handle': 'span',
      y: 0,
      height: foot,
      fill: ink('brush'),
      'pointer-events': 'all',
      cursor: 'grab',
    }),
    handle('from'),
    handle('to'),
  ];
}
