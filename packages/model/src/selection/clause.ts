import type { Clause, RangeClause, SetClause, TextClause } from '../schema/clause.js';

export type {
  Clause,
  ClauseField,
  ClauseValue,
  RangeClause,
  Selection,
  SetClause,
  TextClause,
} from '../schema/clause.js';

/** Whether the clause lists values. */
export function isSetClause(clause: Clause): clause is SetClause {
  return 'in' in clause;
}

/** Whether the clause names a range. */
export function isRangeClause(clause: Clause): clause is RangeClause {
  return !isSetClause(clause) && !isTextClause(clause);
}

/** Whether the clause looks for a text. */
export function isTextClause(clause: Clause): clause is TextClause {
  return 'contains' in clause;
}

/** Whether two clauses choose the same by the same field; who chose, and the order of values, do not matter. */
export function sameChoice(a: Clause, b: Clause): boolean {
  if (a.field !== b.field) return false;
  if (isSetClause(a)) {
    return (
      isSetClause(b) &&
      new Set(a.in).size === new Set(b.in).size &&
      a.in.every((value) => b.in.includes(value))
    );
  }
  if (isTextClause(a)) return isTextClause(b) && a.contains === b.contains;
  return isRangeClause(b) && a.from === b.from && a.to === b.to;
}

/** The values that either clause lists, in the field and by the source of the first. */
export function union(a: SetClause, b: SetClause): SetClause {
  return { ...a, in: [...new Set([...sameField(a, b).in, ...b.in])] };
}

/** The values that both clauses list, in the field and by the source of the first. */
export function intersection(a: SetClause, b: SetClause): SetClause {
  const both = new Set(b.in);
  return { ...a, in: [...new Set(sameField(a, b).in)].filter((value) => both.has(value)) };
}

function sameField(a: SetClause, b: SetClause): SetClause {
  if (a.field !== b.field) throw new RangeError(`different fields: ${a.field}, ${b.field}`);
  return a;
}
