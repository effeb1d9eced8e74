import type { Chart, ChartMark, ChartOptions } from './chart.js';
import { forecastBar, type ValueScale } from './forecast-bar.js';
import {
  forecastColumns,
  type ForecastColumn,
  type ForecastMark,
  type ForecastPeriod,
} from './forecast-columns.js';
import { forecastLayout, type PlacedColumn } from './forecast-layout.js';
import { stackLabels, type StackLabel } from './forecast-labels.js';
import type { ForecastTexts } from './forecast-texts.js';
import { forecastWords } from './forecast-words.js';
import { frameFor, type Frame } from './frame.js';
import { svgOf } from './svg-root.js';
import { ink } from './tokens.js';

export interface ForecastChartOptions extends ChartOptions {
  readonly texts: ForecastTexts;
  /** ISO 4217, the currency of all amounts. */
  readonly currency: string;
  /** Default 'single'; 'cumulative' labels each boundary with all up to it, won included. */
  readonly mode?: 'single' | 'cumulative';
  /** The block size of the bars in px; default 240. */
  readonly height?: number;
}

/** A drawn forecast; narrow ones leave columns out, which a widget then says in words. */
export interface ForecastChart extends Chart<ForecastMark> {
  /** The keys of the columns that are drawn: the first day of a period, 'overdue', 'noCloseDate'. */
  readonly shown: readonly string[];
}

/**
 * The forecast by category: a bar per period in time order, won at its foot, above it the open
 * amounts by the seller's call, deeper the nearer to won. The running period is twice as wide and
 * carries the labels; a line is its quota, a dot won and weighted. What is overdue or has no date
 * is in no period and stands apart, hatched.
 */
export function forecastChart(
  periods: readonly ForecastPeriod[],
  options: ForecastChartOptions,
): ForecastChart {
  const { texts, currency, mode = 'single', height = 240 } = options;
  const frame = frameFor(options);
  const columns = forecastColumns(periods, texts);
  const largest = Math.max(
    1,
    ...columns.flatMap(({ top, quota, weighted }) => [top, quota ?? 0, weighted ?? 0]),
  );
  const words = forecastWords(largest, options.locale, currency, texts);
  const foot = HEAD + height;
  const scale: ValueScale = { foot, y: (amount) => foot - (amount / largest) * height };
  const labelsOf = (column: ForecastColumn): readonly StackLabel[] =>
    column.kind === 'present' ? stackLabels(column, mode, texts, words) : [];
  const placed = forecastLayout(frame, columns, (column) => ({
    under: Math.max(
      frame.measure(column.label, 12, 600),
      ...words.notes(column).map((note) => frame.measure(note, 11)),
    ),
    beside: Math.max(
      0,
      ...labelsOf(column).map((label) => frame.measure(label.name + label.amount, 12, 600)),
    ),
  }));
  const nodes: (SVGElement | null)[] = [frame.text(words.unit, 0, 8, { size: 11, ink: 'text-3' })];
  const marks: ChartMark<ForecastMark>[] = [];
  for (const place of placed) {
    const drawn = forecastBar(frame, place, scale, labelsOf(place.column), (part, amount) =>
      texts.spoken(place.column.label, part, words.money(amount)),
    );
    nodes.push(...drawn.nodes, ...under(frame, place, foot, words.notes(place.column)));
    marks.push(...drawn.marks);
  }
  nodes.push(...baselines(frame, placed, foot), quotaLabel(frame, placed, scale, texts.quota));
  return { ...svgOf(frame, foot + 52, nodes, marks), shown: placed.map(({ column }) => column.key) };
}

/** The unit, and room for the label of a quota above the highest bar. */
const HEAD = 38;

function under(
  frame: Frame,
  { column, at, length }: PlacedColumn,
  foot: number,
  notes: readonly [string, string],
): (SVGElement | null)[] {
  const strong = column.kind === 'present' ? 'text-1' : 'text-2';
  return [
    frame.text(column.label, at, foot + 15, { size: 12, weight: 600, ink: strong, max: length + 4 }),
    frame.text(notes[0], at, foot + 31, { size: 11, ink: 'text-3', max: length + 4 }),
    frame.text(notes[1], at, foot + 46, { size: 11, ink: 'text-3', max: length + 4 }),
  ];
}

/** One line under the periods; what stands apart has its own. */
function baselines({ rect }: Frame, placed: readonly PlacedColumn[], foot: number): SVGElement[] {
  const look = { fill: ink('text-3'), 'shape-rendering': 'crispEdges' };
  const periods = placed.filter(({ column }) => column.kind !== 'apart');
  const [first, last] = [periods[0], periods.at(-1)];
  const apart = placed.filter(({ column }) => column.kind === 'apart');
  return [
    ...(first && last ? [rect(first.at, foot, last.at + last.length - first.at, 1, look)] : []),
    ...apart.map(({ at, length }) => rect(at, foot, length, 1, look)),
  ];
}

/** "Quota", once: on the first line that lies clear of its bar, else above the first bar with one. */
function quotaLabel(
  frame: Frame,
  placed: readonly PlacedColumn[],
  { y }: ValueScale,
  text: string,
): SVGElement | null {
  const lines = placed.filter(({ column }) => column.quota !== null && column.kind !== 'present');
  const found =
    lines.find(({ column }) => (column.quota ?? 0) > column.top) ??
    lines[0] ??
    placed.find(({ column }) => column.quota !== null);
  if (!found) return null;
  const top = Math.min(y(found.column.quota ?? 0), y(found.column.top));
  const start = Math.max(0, Math.min(found.at - 4, frame.width - frame.measure(text, 11)));
  return frame.text(text, start, top - 10, { size: 11, ink: 'text-1' });
}
