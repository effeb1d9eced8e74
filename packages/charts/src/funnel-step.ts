import type { ChartMark } from './chart.js';
import type { Frame } from './frame.js';
import { RATE_LINE, type FunnelLayout } from './funnel-layout.js';
import type { FunnelMark, FunnelRow } from './funnel-rows.js';
import { markGroup, TARGET } from './mark-group.js';
import { ratePlot, type RateAxis } from './rate-plot.js';
import type { Ink } from './tokens.js';

/** Where a row stands. */
export interface Spot {
  readonly frame: Frame;
  readonly layout: FunnelLayout;
  /** The lower edge of the bar. */
  readonly foot: number;
  readonly row: FunnelRow;
}

/** "138 still open", under the count; the narrow layout leaves it to the tooltip. */
export function openText({ frame, layout, foot, row }: Spot): SVGElement | null {
  if (layout.narrow || row.openText === null) return null;
  return frame.text(row.openText, layout.label, foot + 12, { size: 12, ink: 'text-3', anchor: 'end' });
}

export interface RateSpot extends Spot {
  readonly axis: RateAxis | null;
  readonly color: Ink | null;
}

/** The rate of the step in its plot and in words; a mark where its numerator is no part of the bar. */
export function rateOf({ frame, layout, foot, row, axis, color }: RateSpot): {
  readonly node: SVGElement;
  readonly mark: ChartMark<FunnelMark> | null;
  readonly y: number;
} {
  const { rate } = row;
  const { narrow, below, width, text } = { ...layout, width: frame.width, text: layout.rate.at };
  const y = narrow ? foot + below - RATE_LINE + 10 : foot + below / 2;
  const tone = color === null ? 'text-1' : (`${color}-text` as 'lost-text' | 'won-text');
  const main = frame.text(rate?.main ?? '', text, narrow ? y : y - 7.2, { size: 15, weight: 600, ink: tone });
  const note = frame.text(rate?.note ?? '', narrow ? width : text, narrow ? y : y + 9.4, {
    size: 11,
    ink: 'text-3',
    anchor: narrow ? 'end' : 'start',
  });
  const plot = axis && rate ? ratePlot(frame, rate, y, axis.at, color ?? 'text-1') : null;
  if (!rate?.label) return { node: frame.draw('g', {}, plot, main, note), mark: null, y };
  const at = layout.plot?.at ?? 0;
  const box = frame.box(at, y - TARGET / 2, width - at, TARGET);
  const mark = {
    key: `${row.stage}/to`,
    label: rate.label,
    mark: { from: row.stage, group: 'to' as const },
    box,
  };
  return { node: markGroup(frame, mark, [plot, main, note], [box]), mark, y };
}
