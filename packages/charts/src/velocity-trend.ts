import type { StageVelocityTrendResult } from '@pipeline-kit/model';
import { axisLabels } from './axis-labels.js';
import type { Chart, ChartOptions } from './chart.js';
import { formatsFor } from './formats.js';
import { frameFor, type Frame } from './frame.js';
import { hatch } from './hatch.js';
import { svgOf } from './svg-root.js';
import { durationTicks } from './ticks.js';
import { ink } from './tokens.js';

export interface VelocityTrendOptions extends ChartOptions {
  /** One per period: "Q2 26". */
  readonly labels: readonly string[];
  /** The unit of the durations; default 'days'. */
  readonly unit?: 'days' | 'hours';
  readonly texts: {
    /** At the foot of the axis: "0 days". */
    readonly zero: string;
    /** Over a period whose median was not reached. */
    readonly notReachedShort: string;
    /** Over a period below the floor: "too few". */
    readonly tooFew: string;
  };
  /** The block size of the plot in px; default 160. */
  readonly height?: number;
}

/**
 * The median stay in a stage by period of entry: a dot in its interval for each. A period whose
 * median was not reached is hatched to the top: it is not fast, it is young.
 */
export function velocityTrendChart(
  { periods }: Pick<StageVelocityTrendResult, 'periods'>,
  options: VelocityTrendOptions,
): Chart<never> {
  const { labels, texts, unit = 'days', height = 160, width } = options;
  const frame = frameFor(options);
  const formats = formatsFor(options.locale);
  const end = Math.max(1, ...periods.flatMap(({ median }) => [median.value ?? 0, median.hi ?? 0])) * 1.1;
  const foot = TOP + height;
  const y = (value: number): number => foot - (Math.min(value, end) / end) * height;
  const ticks = durationTicks(end, Math.max(2, height / 40), unit);
  const written = ticks.map((tick) => (tick === 0 ? texts.zero : formats.count(tick)));
  const side = Math.max(0, ...written.map((text) => frame.measure(text, 11))) + 10;
  const step = (width - side) / Math.max(1, periods.length);
  const nodes: (SVGElement | null)[] = ticks.flatMap((tick, i) => [
    frame.rect(side, y(tick) - 0.5, width - side, 1, {
      fill: ink(tick === 0 ? 'text-3' : 'grid'),
      'shape-rendering': 'crispEdges',
    }),
    frame.text(written[i] ?? '', side - 10, y(tick), { size: 11, ink: 'text-3', anchor: 'end' }),
  ]);
  let said = false;
  periods.forEach(({ median, suppressed }, i) => {
    const middle = side + (i + 0.5) * step;
    nodes.push(...dot(frame, median, middle, y));
    if (median.value !== null) return;
    const style = { size: 11, ink: 'text-3' } as const;
    if (suppressed) {
      const text = frame.measure(texts.tooFew, 11) <= step - 4 ? texts.tooFew : '–';
      nodes.push(frame.text(text, middle, foot - 10, { ...style, anchor: 'middle' }));
      return;
    }
    nodes.push(...young(frame, middle, Math.min(15, step - 4), TOP, foot));
    if (said) return;
    said = true;
    const size = frame.measure(texts.notReachedShort, 11);
    const at = Math.max(side, Math.min(middle - size / 2, width - size));
    nodes.push(frame.text(texts.notReachedShort, at, TOP - 8, style));
  });
  const places = periods.map((_, i) => ({ at: side + (i + 0.5) * step, text: labels[i] ?? '' }));
  nodes.push(...axisLabels(frame, places, foot + 12, side, width));
  return svgOf(frame, foot + 20, nodes, []);
}

/** Room for the words over a hatched period. */
const TOP = 18;

function dot(
  { rect, circle }: Frame,
  { value, lo, hi }: StageVelocityTrendResult['periods'][number]['median'],
  at: number,
  y: (value: number) => number,
): SVGElement[] {
  if (value === null) return [];
  const top = hi === null ? TOP : y(hi);
  const foot = y(lo ?? value);
  return [
    rect(at - 0.75, top, 1.5, Math.max(0, foot - top), { fill: ink('interval') }),
    circle(at, y(value), 6, { fill: ink('surface') }),
    circle(at, y(value), 4.5, { fill: ink('text-1') }),
  ];
}

function young(
  { draw, box }: Frame,
  middle: number,
  length: number,
  top: number,
  foot: number,
): SVGElement[] {
  const { x, y, width, height } = box(middle - length / 2, top, Math.max(1, length), foot - top);
  const color = ink('open');
  return [
    draw('rect', {
      x: x + 0.5,
      y: y + 0.5,
      width: Math.max(0, width - 1),
      height: height - 1,
      fill: 'none',
      stroke: color,
    }),
    draw('path', { d: hatch(x, y, width, height), stroke: color, 'stroke-width': 1.5, fill: 'none' }),
  ];
}
