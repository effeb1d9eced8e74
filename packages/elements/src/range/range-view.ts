import { amountTicks, dayTicks, rangeChart } from '@pipeline-kit/charts';
import type { CalendarDate, HistogramResult, RangeClause } from '@pipeline-kit/model';
import { amountWords } from '../base/clause-words.js';
import { numberCell, textCell, type TableCell, type TableModel } from '../base/table-model.js';
import type { DrawOptions, ViewContext, WidgetView } from '../base/view.js';
import type { Texts } from '../messages/catalogue.js';
import type { RangeCount } from '../messages/range-messages.js';
import { countBetween, edgeNumbers, endsOf, isOnEdges } from './range-clause.js';
import type { RangeEnds } from './range-ends.js';

/** The answers a range is made of. */
export interface RangeAnswers {
  readonly histogram: HistogramResult;
  /** The same of those that the widget's own clause chooses; asked for where its bounds are no edges. */
  readonly chosen?: HistogramResult;
}

/** How the range is read. */
export interface RangeReading {
  readonly clause: RangeClause | null;
  /** Whether the picture is shown, and so what to do with it is said. */
  readonly hasPicture: boolean;
  /** What the histogram was asked with. */
  readonly params: object;
}

/** Everything `pipeline-range` says of its answers. */
export function rangeView(answers: RangeAnswers, reading: RangeReading, context: ViewContext): WidgetView {
  const { histogram: result } = answers;
  const { clause, hasPicture, params } = reading;
  const { texts } = context;
  const { range: say, card, format } = texts;
  const hasAxis = result.edges.length > 1;
  const known = result.n - result.unpriced - result.undated;
  return {
    isEmpty: result.n === 0,
    finding: hasAxis
      ? findingOf(answers, clause, texts)
      : say.field[result.field].noneKnown(countOf(result, 0)),
    evidence: hasAxis && hasPicture ? (clause ? say.dragEdges : say.dragOver) : '',
    notes: besideWords(result, texts).length > 0 ? [besideWords(result, texts).join(', ')] : [],
    methods: [
      [card.definition, say.field[result.field].definition(result.outcome)],
      ...(hasAxis ? [[say.axis, say.axisRule(stepWords(result, texts))] as const] : []),
      [card.counted, format.count(known)],
      [card.leftOut, besideWords(result, texts).join(', ') || card.nothingLeftOut],
    ],
    table: hasAxis ? rangeTable(result, clause ? endsOf(clause, result) : null, texts) : null,
    metric: 'histogram',
    params,
    describe: ({ label }) => ({ title: label, lines: [], count: 0 }),
    clause: () => null,
    draw: hasAxis ? (options) => draw(result, options, texts) : null,
  };
}

/** An edge as it is read: `€20k`, `1 Apr 2026`. */
export function edgeWords(edge: number | CalendarDate, { format }: Texts): string {
  return typeof edge === 'string' ? format.date(edge) : amountWords(edge, format);
}

/** A range without its field, for a chip that stands beside the field's name; null for the whole axis. */
export function rangeWords({ from, to }: RangeClause, texts: Texts): string {
  const { card, format } = texts;
  if (typeof from === 'string' && typeof to === 'string') return format.period({ from, to });
  if (from !== undefined && to !== undefined)
    return card.between(edgeWords(from, texts), edgeWords(to, texts));
  return from === undefined ? card.before(edgeWords(to ?? 0, texts)) : card.from(edgeWords(from, texts));
}

function countOf({ n, outcome }: HistogramResult, chosen: number): RangeCount {
  return { n, outcome, chosen };
}

/** How many are in the chosen range; without one, below which edge half of them are. */
function findingOf(
  { histogram: result, chosen }: RangeAnswers,
  clause: RangeClause | null,
  texts: Texts,
): string {
  const say = texts.range.field[result.field];
  if (!clause) return halfWords(result, texts);
  const isExact = isOnEdges(clause, result);
  const count = countOf(result, isExact ? countBetween(endsOf(clause, result), result) : (chosen?.n ?? 0));
  if (!isExact && !chosen) return rangeWords(clause, texts);
  const { from, to } = clause;
  if (from !== undefined && to !== undefined) {
    return say.between(count, edgeWords(from, texts), edgeWords(to, texts), rangeWords(clause, texts));
  }
  return from === undefined
    ? say.before(count, edgeWords(to ?? 0, texts))
    : say.from(count, edgeWords(from, texts));
}

function halfWords(result: HistogramResult, texts: Texts): string {
  const known = result.n - result.unpriced - result.undated;
  let count = result.below;
  let edge = 0;
  while (edge < result.counts.length && count * 2 < known) {
    count += result.counts[edge] ?? 0;
    edge += 1;
  }
  const say = texts.range.field[result.field];
  return say.before(countOf(result, count), edgeWords(result.edges[edge] ?? 0, texts));
}

function besideWords(result: HistogramResult, texts: Texts): readonly string[] {
  const say = texts.range.field[result.field];
  const [first, last] = [result.edges[0], result.edges.at(-1)];
  const words: string[] = [];
  if (result.below > 0 && first !== undefined) words.push(say.below(result.below, edgeWords(first, texts)));
  if (result.above > 0 && last !== undefined) words.push(say.above(result.above, edgeWords(last, texts)));
  const unknown = result.unpriced + result.undated;
  if (unknown > 0) words.push(say.unknown(unknown));
  return words;
}

function stepWords(result: HistogramResult, texts: Texts): string {
  const [first, second] = result.edges;
  if (typeof first === 'number' && typeof second === 'number') return edgeWords(second - first, texts);
  return typeof first === 'string' && typeof second === 'string'
    ? texts.format.period({ from: first, to: second })
    : '';
}

function rangeTable(result: HistogramResult, chosen: RangeEnds | null, texts: Texts): TableModel {
  const { range: say, card, format } = texts;
  const mark = (isChosen: boolean): TableCell => textCell(chosen && isChosen ? say.isChosen : '');
  const row = (text: string, count: number, isChosen: boolean): readonly TableCell[] => [
    textCell(text),
    numberCell(count, format.count),
    ...(chosen ? [mark(isChosen)] : []),
  ];
  const { edges, counts, below, above } = result;
  const [first, last] = [edges[0] ?? 0, edges.at(-1) ?? 0];
  const unknown = result.unpriced + result.undated;
  return {
    columns: [
      { label: say.columnRange, isNumber: false },
      { label: say.columnCount, isNumber: true },
      ...(chosen ? [{ label: say.columnChosen, isNumber: false }] : []),
    ],
    rows: [
      ...(below > 0 ? [row(card.before(edgeWords(first, texts)), below, chosen?.from === 0)] : []),
      ...counts.map((count, i) => {
        const clause = { field: result.field, from: edges[i] ?? 0, to: edges[i + 1] ?? 0 };
        return row(rangeWords(clause, texts), count, chosen !== null && i >= chosen.from && i < chosen.to);
      }),
      ...(above > 0 ? [row(card.from(edgeWords(last, texts)), above, chosen?.to === counts.length)] : []),
      ...(unknown > 0 ? [row(say.field[result.field].unknownRow, unknown, false)] : []),
    ],
  };
}

/** Room for one label of the axis, in px. */
const LABEL = 62;

function draw(
  result: HistogramResult,
  options: DrawOptions,
  { format, locale }: Texts,
): ReturnType<typeof rangeChart> {
  const edges = edgeNumbers(result);
  const [from, to] = [edges[0] ?? 0, edges.at(-1) ?? 0];
  const count = Math.max(1, Math.floor(options.width / LABEL));
  const ticks =
    result.field === 'amount' ? amountTicks(from, to, count, format) : dayTicks(from, to, count, locale);
  return rangeChart({ edges, counts: result.counts }, { ...options, ticks });
}
