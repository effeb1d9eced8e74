import type { DataIssue } from '@pipeline-kit/model';
import { label } from '../strict/label.js';
import { clauseWords } from './clause-words.js';
import type { Line, ViewContext, WidgetView } from './view.js';

/** How many reasons are listed before the rest is only counted. */
const LISTED = 5;

/** The methods panel: what the widget says of its rule, then what holds for every figure of the source. */
export function methodLines(
  view: WidgetView,
  answers: object,
  context: ViewContext,
  issues: readonly DataIssue[],
): readonly Line[] {
  const { texts, pipeline, selection } = context;
  const { card, format } = texts;
  const filters = selection.map((clause) => clauseWords(clause, texts, pipeline));
  const lines: Line[] = [
    ...view.methods,
    [card.filters, filters.length > 0 ? filters.join('; ') : card.noFilters],
  ];
  const ignored = ignoredFields(answers);
  if (ignored.length > 0) lines.push(['', card.ignoredFilters(format.list(ignored.map(card.field)))]);
  lines.push([card.history, card.historyGrade[pipeline.history]], [card.asOf, format.date(pipeline.asOf)]);
  const dropped = issues.filter(({ effect }) => effect === 'dropped');
  if (dropped.length > 0) {
    const reasons = dropped.slice(0, LISTED).map(({ path, reason }) => label(`${path}: ${reason}`));
    if (dropped.length > LISTED) reasons.push(card.setAsideMore(dropped.length - LISTED));
    lines.push([card.setAside, `${card.setAsideCount(dropped.length)}: ${reasons.join('; ')}`]);
  }
  return lines;
}

/** The fields of clauses that one of the answers does not follow. */
function ignoredFields(answers: object): readonly string[] {
  const fields = Object.values(answers).flatMap(
    (answer: { readonly ignoredClauses?: readonly string[] } | undefined) => answer?.ignoredClauses ?? [],
  );
  return [...new Set(fields)];
}
