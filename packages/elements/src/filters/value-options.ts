import type { Clause, ClauseValue, Pipeline, ValueCountsResult } from '@pipeline-kit/model';
import { valueWords } from '../base/clause-words.js';
import type { Texts } from '../messages/catalogue.js';

/** A value to tick. */
export interface ValueOption {
  readonly value: ClauseValue;
  readonly text: string;
  readonly count: number;
  readonly isChosen: boolean;
}

/** How many values are listed at once; a search finds the others. */
export const LISTED = 100;

/**
 * The values of a field, by their names: stages in their order, outcomes and yes and no in theirs, the others by how
 * many have them. What is chosen but occurs nowhere stands at the end, so that it can be taken back.
 */
export function valueOptions(
  { field, values }: ValueCountsResult,
  clause: Clause | null,
  texts: Texts,
  pipeline: Pipeline,
): readonly ValueOption[] {
  const chosen = clause && 'in' in clause ? clause.in : [];
  const missing = chosen.filter((value) => !values.some((known) => known.value === value));
  const all = [...values, ...missing.map((value) => ({ value, count: 0 }))];
  const order = orderOf(field, pipeline);
  return all
    .map(({ value, count }) => ({
      value,
      count,
      text: valueWords(field, value, texts, pipeline),
      isChosen: chosen.includes(value),
    }))
    .sort((a, b) => (order ? order(a.value) - order(b.value) : 0));
}

/** The options whose name contains a text, ignoring case. */
export function matching(options: readonly ValueOption[], text: string): readonly ValueOption[] {
  const wanted = text.trim().toLowerCase();
  return wanted === '' ? options : options.filter((option) => option.text.toLowerCase().includes(wanted));
}

/** The clause with a value ticked or not; null when none is left. */
export function ticked(clause: Clause, value: ClauseValue, isChosen: boolean): Clause | null {
  const others = 'in' in clause ? clause.in.filter((one) => one !== value) : [];
  const values = isChosen ? [...others, value] : others;
  const { field, source } = clause;
  return values.length === 0 ? null : { field, ...(source === undefined ? {} : { source }), in: values };
}

/** The place of a value among those of its field; null where their number decides. */
function orderOf(field: string, { document }: Pipeline): ((value: ClauseValue) => number) | null {
  const known =
    field === 'stage'
      ? document.stages.toSorted((a, b) => a.position - b.position).map(({ id }) => id)
      : field === 'outcome'
        ? ['open', 'won', 'lost']
        : field === 'category'
          ? ['commit', 'mostLikely', 'bestCase', 'pipeline', 'omitted']
          : field === 'registered'
            ? [true, false]
            : null;
  if (!known) return null;
  const places = new Map<ClauseValue, number>(known.map((value, i) => [value, i]));
  return (value) => places.get(value) ?? places.size;
}
