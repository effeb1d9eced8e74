import { axisLabels } from './axis-labels.js';
import type { Chart, ChartMark, ChartOptions } from './chart.js';
import { formatsFor } from './formats.js';
import { frameFor, type Frame } from './frame.js';
import type { VelocityStages } from './results.js';
import { svgOf } from './svg-root.js';
import { durationTicks } from './ticks.js';
import { ink } from './tokens.js';
import { velocityCounts } from './velocity-counts.js';
import { velocityLayout, type VelocityLayout } from './velocity-layout.js';
import { velocityRows, written, type VelocityMark, type VelocityRow } from './velocity-rows.js';
import type { VelocityTexts } from './velocity-texts.js';
import { velocityTrack } from './velocity-track.js';

export interface VelocityChartOptions extends ChartOptions {
  readonly texts: VelocityTexts;
  /** Names by stage id; a stage without one shows its id. */
  readonly names: Readonly<Record<string, string>>;
  /** The same of the period before: a ring under each median. */
  readonly prior?: VelocityStages;
  /** Default false; true adds the mean of the ended visits alone, which reads too fast. */
  readonly naive?: boolean;
}

/**
 * Stage velocity: a row per stage in stage order. The bar is the middle half of the visits, its
 * tail reaches the slowest tenth, and ends in hatching where that was not reached; the dark tick in
 * its band is the median, which counts the visits that still run. Beside it how many ended and are open.
 */
export function velocityChart(result: VelocityStages, options: VelocityChartOptions): Chart<VelocityMark> {
  const { texts, names, prior, naive = false } = options;
  const formats = formatsFor(options.locale);
  const frame = frameFor(options);
  const rows = velocityRows(result, { formats, texts, names, prior, naive });
  const layout = velocityLayout(frame, rows, texts);
  const { track } = layout;
  const end = longest(rows);
  const at = (duration: number): number => track.at + (Math.min(duration, end) / end) * track.length;
  const foot = layout.head + rows.length * layout.row;
  const unit = rows[0]?.figures.unit ?? 'days';
  const ticks = durationTicks(end, Math.min(6, Math.max(2, track.length / 46)), unit);
  const most = Math.max(1, ...rows.map((row) => row.ended + row.figures.nOpen));
  const nodes: (SVGElement | null)[] = layout.narrow ? [] : heads(frame, layout, texts);
  const marks: ChartMark<VelocityMark>[] = [];

  rows.forEach((row, i) => {
    const y = layout.head + i * layout.row;
    const counts = velocityCounts(frame, row, y, layout, most);
    nodes.push(
      ...nameAndMedian(frame, row, y + layout.nameY, layout, texts),
      velocityTrack(frame, row, y + layout.trackY, {
        layout,
        at,
        texts,
        write: (value) => written(value, { formats }),
      }),
      ...counts.nodes,
    );
    marks.push(...counts.marks);
  });

  const labels = ticks.map((tick) => ({ at: at(tick), text: tick === 0 ? texts.zero : formats.count(tick) }));
  const axis = [
    frame.rect(track.at, foot, track.length, 1, { fill: ink('hairline'), 'shape-rendering': 'crispEdges' }),
    ...axisLabels(frame, labels, foot + 11, track.at, track.at + track.length),
  ];
  return svgOf(
    frame,
    foot + 20,
    [grid(frame, layout, ticks.map(at), foot), ...nodes, ...(rows.length > 0 ? axis : [])],
    marks,
  );
}

/** The end of the axis: a little beyond all that is reached or seen. */
function longest(rows: readonly VelocityRow[]): number {
  const values = rows.flatMap(({ figures: { p25, median, p75, p90, tau }, missing, prior, naive }) => [
    p25.value,
    median.value,
    median.hi,
    p75.value,
    p90.value,
    missing === 'median' || missing === 'p75' ? (tau ?? 0) * 1.3 : (p75.value ?? 0) * (missing ? 1.6 : 1),
    prior,
    naive,
  ]);
  return Math.max(1, ...values.map((value) => value ?? 0)) * 1.04;
}

function heads(
  frame: Frame,
  { median, track, counts }: VelocityLayout,
  texts: VelocityTexts,
): (SVGElement | null)[] {
  const style = { size: 11, ink: 'text-3' } as const;
  return [
    frame.text(texts.median, median, 8, { ...style, anchor: 'end', max: median }),
    frame.text(texts.counts, counts.at, 8, { ...style, max: frame.width - track.at }),
  ];
}

function grid(
  { draw, rect }: Frame,
  { head, narrow, track }: VelocityLayout,
  places: readonly number[],
  foot: number,
): SVGElement {
  const end = track.at + track.length;
  const lines = places
    .filter((at) => !narrow || at > track.at)
    .map((at) =>
      rect(Math.min(at, end - 1), head, 1, foot - head, {
        fill: ink('grid'),
        'shape-rendering': 'crispEdges',
      }),
    );
  return draw('g', { class: 'context' }, ...lines);
}

/** The name and the median; in the narrow layout they stand over the grid and clear it. */
function nameAndMedian(
  frame: Frame,
  row: VelocityRow,
  y: number,
  { median, name, narrow }: VelocityLayout,
  texts: VelocityTexts,
): (SVGElement | null)[] {
  const unit = row.figures.median.value === null ? '' : texts.unit;
  const unitSize = unit === '' ? 0 : frame.measure(`\u00a0${unit}`, 13);
  const size = unitSize + frame.measure(row.text, 15, 600);
  const ground = { fill: ink('surface') };
  const nameSize = Math.min(name, frame.measure(row.name, 13));
  return [
    narrow ? frame.rect(0, y - 9, nameSize + 4, 18, ground) : null,
    narrow ? frame.rect(median - size - 4, y - 9, size + 4, 18, ground) : null,
    frame.text(row.name, 0, y, { size: 13, ink: 'text-1', max: name }),
    frame.phrase(
      [
        { text: row.text, size: 15, weight: 600, ink: 'text-1' },
        { text: unit === '' ? '' : `\u00a0${unit}`, size: 13 },
      ],
      median,
      y,
      'end',
    ),
  ];
}
