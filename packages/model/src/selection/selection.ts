import { isSetClause, sameChoice } from './clause.js';
import type { Clause, Selection, SetClause } from './clause.js';

/** Nothing chosen: everyone. */
export const EVERYTHING: Selection = [];

/** The selection with this choice, in place of what the same source had chosen in the same field. */
export function select(selection: Selection, clause: Clause): Selection {
  const place = selection.findIndex((other) => isSamePlace(other, clause));
  return place < 0 ? [...selection, clause] : selection.with(place, clause);
}

/** The selection without the choices of a source, or of one of its fields; without a source, nothing is chosen. */
export function clear(selection: Selection, source?: string, field?: string): Selection {
  if (source === undefined) return EVERYTHING;
  return selection.filter(
    (clause) => clause.source !== source || (field !== undefined && clause.field !== field),
  );
}

/** The selection without this one clause, whoever chose it: the cross on a chip. */
export function without(selection: Selection, clause: Clause): Selection {
  return selection.filter((other) => !(isSamePlace(other, clause) && sameChoice(other, clause)));
}

/** The selection as `source` should see it: everyone's choice but its own. */
export function crossfilter(selection: Selection, source: string): Selection {
  return clear(selection, source);
}

/**
 * The selection with the clause's values switched: those that its source has chosen in its field go,
 * the others come. When none is left, the choice goes.
 */
export function toggle(selection: Selection, clause: SetClause): Selection {
  const current = selection.find((other) => isSamePlace(other, clause));
  const chosen = current !== undefined && isSetClause(current) ? current.in : [];
  const values = [
    ...chosen.filter((value) => !clause.in.includes(value)),
    ...clause.in.filter((value) => !chosen.includes(value)),
  ];
  if (values.length > 0) return select(selection, { ...clause, in: values });
  return selection.filter((other) => !isSamePlace(other, clause));
}

/** Whether two selections choose the same, clause by clause and by the same sources. */
export function sameSelection(a: Selection, b: Selection): boolean {
  if (a === b) return true;
  return (
    a.length === b.length &&
    a.every((clause, index) => {
      const other = b[index];
      return other !== undefined && isSamePlace(clause, other) && sameChoice(clause, other);
    })
  );
}

function isSamePlace(a: Clause, b: Clause): boolean {
  return a.source === b.source && a.field === b.field;
}
