import type { FunnelResult } from '@pipeline-kit/model';
import { axisLabels } from './axis-labels.js';
import type { Chart, ChartMark, ChartOptions } from './chart.js';
import { formatsFor } from './formats.js';
import { frameFor, type Frame } from './frame.js';
import { funnelBar, type BarScale } from './funnel-bar.js';
import { CHECK, funnelLayout, type FunnelLayout } from './funnel-layout.js';
import { ghost, priorText } from './funnel-prior.js';
import { funnelRows, type FunnelMark, type FunnelRow } from './funnel-rows.js';
import { openText, rateOf } from './funnel-step.js';
import type { FunnelTexts } from './funnel-texts.js';
import { markGroup, TARGET } from './mark-group.js';
import { rateAxis, rateGrid } from './rate-plot.js';
import { svgOf } from './svg-root.js';
import type { Ink } from './tokens.js';

export interface FunnelChartOptions extends ChartOptions {
  readonly texts: FunnelTexts;
  /** Names by stage id; a stage without one shows its id. */
  readonly names: Readonly<Record<string, string>>;
  /** Default 'count'. */
  readonly by?: 'count' | 'amount';
  /** ISO 4217; needed by 'amount'. */
  readonly currency?: string;
  /** The same funnel of the period before: outlines behind the bars, rings under the rates. */
  readonly prior?: FunnelResult;
  /** The step that the widget's sentence speaks of; its rate alone is coloured. */
  readonly finding?: { readonly from: string; readonly change: 'down' | 'up' } | null;
}

/**
 * The funnel: a row per stage in stage order, never by size. Each bar shows how many moved on
 * (solid), are still open (hatched), went elsewhere (empty) and were lost (dropped out below);
 * beside it the rate of those decided, with interval. Every bar starts at 0 and all share one
 * scale. A snapshot, or a source without stage history, is bars alone.
 */
export function funnelChart(result: FunnelResult, options: FunnelChartOptions): Chart<FunnelMark> {
  const { by = 'count', currency, texts, names, prior, finding = null } = options;
  const formats = formatsFor(options.locale, currency);
  const frame = frameFor(options);
  const rows = funnelRows(result, { by, formats, texts, names, prior });
  const layout = funnelLayout(frame, rows);
  const largest = Math.max(1, ...rows.map((row) => Math.max(row.value, row.prior?.value ?? 0)));
  const scale: BarScale = { layout, length: (value) => (value / largest) * layout.track.length };
  const axis = layout.plot
    ? rateAxis(
        layout.plot,
        rows.flatMap(({ rate }) => (rate ? [rate.rate, rate.prior] : [])),
      )
    : null;
  const grid: SVGElement[] = [];
  const nodes: (SVGElement | null)[] = layout.narrow ? [] : heads(frame, layout, rows, texts);
  const marks: ChartMark<FunnelMark>[] = [];

  let y = layout.head;
  for (const row of rows) {
    const bar = y + layout.above;
    const foot = bar + layout.bar;
    const drawn = funnelBar(frame, row, bar, scale);
    const whole = drawn.marks.length === 0;
    const stage = stageMark(frame, row, y, scale, whole ? drawn.nodes : []);
    const spot = { frame, layout, foot, row };
    nodes.push(stage.node, ...(whole ? [] : drawn.nodes), ghost(frame, row, bar, scale), openText(spot));
    marks.push(stage.mark, ...drawn.marks);
    if (row.rate) {
      const color = finding?.from === row.stage ? TONES[finding.change] : null;
      const step = rateOf({ ...spot, axis, color });
      nodes.push(step.node);
      if (step.mark) marks.push(step.mark);
      if (layout.narrow && axis) grid.push(rateGrid(frame, axis.ticks.map(axis.at), step.y - 8, 16));
    }
    y = foot + (row === rows.at(-1) ? 4 : layout.below);
    const before = row.won ? priorText(spot, bar, scale) : null;
    if (before) nodes.push(before.node);
    if (before?.below) y += 16;
  }
  if (axis && !layout.narrow) {
    const end = y - 4 - layout.bar;
    grid.push(rateGrid(frame, axis.ticks.map(axis.at), layout.head, end - layout.head));
    const labels = axis.ticks.map((tick, i) => ({
      at: axis.at(tick),
      text: i === axis.ticks.length - 1 ? formats.percent(tick) : formats.count(tick * 100),
    }));
    const [from, to] = [axis.at(0), axis.at(axis.ticks.at(-1) ?? 1)];
    nodes.push(...axisLabels(frame, labels, end + 10, from, to));
  }

  return svgOf(frame, y, [...grid, ...nodes], marks);
}

const TONES = { down: 'lost', up: 'won' } as const satisfies Record<string, Ink>;

function heads(
  frame: Frame,
  { label, track, plot, rate }: FunnelLayout,
  rows: readonly FunnelRow[],
  texts: FunnelTexts,
): (SVGElement | null)[] {
  if (!plot) return [];
  const style = { size: 11, ink: 'text-3' } as const;
  const end = rate.at + rate.length;
  const room = Math.max(frame.measure(texts.rate, 11), end - plot.at);
  const middle = rows.some(({ parts }) => parts.length > 0) ? texts.parts : '';
  const start = Math.max(end - room, track.at + Math.min(frame.measure(middle, 11), track.length) + 12);
  return [
    frame.text(texts.entered, label, 8, { ...style, anchor: 'end', max: label }),
    frame.text(middle, track.at, 8, { ...style, max: start - 12 - track.at }),
    frame.text(texts.rate, start, 8, { ...style, max: end - start }),
  ];
}

/** The column itself: its name and count, which are pressed for all that entered it, and a bar that has no parts. */
function stageMark(
  frame: Frame,
  row: FunnelRow,
  y: number,
  { layout, length }: BarScale,
  bar: readonly SVGElement[],
): { readonly node: SVGElement; readonly mark: ChartMark<FunnelMark> } {
  const { label, narrow, track, above } = layout;
  const total = Math.max(length(row.value), row.value > 0 ? 2 : 8);
  const mark = {
    key: row.stage,
    label: row.label,
    mark: { stage: row.stage },
    box: frame.box(track.at, y + above, total, layout.bar),
  };
  const middle = y + (narrow ? 9 : layout.bar / 2);
  const check = row.won ? CHECK : 0;
  const room = label - frame.measure(row.text, 13, 600) - 10 - check;
  const hits = [frame.box(0, middle - TARGET / 2, label, TARGET)];
  if (bar.length > 0) hits.push(frame.box(track.at, y + above, Math.max(total, TARGET), layout.bar));
  const node = markGroup(
    frame,
    mark,
    [
      ...bar,
      row.won ? frame.text('✓', 0, middle, { size: 13, ink: 'text-1' }) : null,
      frame.text(row.name, check, middle, { size: 13, ink: 'text-1', max: room }),
      frame.text(row.text, label, middle, { size: 13, weight: 600, ink: 'text-1', anchor: 'end' }),
    ],
    hits,
  );
  return { node, mark };
}
