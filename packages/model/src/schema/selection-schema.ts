import * as z from 'zod/mini';
import { isCalendarDate } from './calendar-date.js';
import { CLAUSE_FIELDS, fieldKind } from './clause.js';
import type { Clause, ClauseField, FieldKind, Selection } from './clause.js';
import { mustParse } from './must-parse.js';
import { finite, flag, listOf, maybe, record, text } from './values.js';
import type { Schema } from './values.js';

const FIELDS = [...CLAUSE_FIELDS.keys(), 'attributes.NAME'].join(', ');

const field = z
  .string({ error: 'a field' })
  .check(
    z.refine((name) => fieldKind(name) !== null, { error: `one of ${FIELDS}` }),
  ) as unknown as Schema<ClauseField>;

const bound = maybe(z.union([finite, text], { error: 'a number or a calendar date' }));

/** A clause: a field and one of `in`, `from` and `to`, or `contains`, where the field takes it. */
export const clauseSchema: Schema<Clause> = record({
  source: maybe(text),
  field,
  in: maybe(
    listOf(z.nullable(z.union([text, finite, flag], { error: 'a text, a number, true, false or null' }))),
  ),
  from: bound,
  to: bound,
  contains: maybe(text),
}).check((context) => {
  const complaint = complaintAbout(context.value);
  if (complaint === null) return;
  const { path, noun } = complaint;
  const input: unknown = path === null ? context.value : context.value[path];
  context.issues.push({ code: 'custom', input, path: path === null ? [] : [path], message: noun });
});

export const selectionSchema: Schema<Selection> = listOf(clauseSchema);

/** A selection from untrusted data, as a copy. Throws a RangeError that names the place. */
export function readSelection(value: unknown): Selection {
  return mustParse(selectionSchema, value, 'selection');
}

interface RawClause {
  readonly field: string;
  readonly in?: unknown;
  readonly from?: unknown;
  readonly to?: unknown;
  readonly contains?: unknown;
}

interface Complaint {
  readonly path: 'from' | 'to' | 'contains' | null;
  readonly noun: string;
}

function complaintAbout(clause: RawClause): Complaint | null {
  const isRange = clause.from !== undefined || clause.to !== undefined;
  const ways = [clause.in !== undefined, isRange, clause.contains !== undefined].filter(Boolean).length;
  if (ways !== 1) return { path: null, noun: 'one of in, from and to, or contains' };
  const kind = fieldKind(clause.field) ?? 'text';
  if (clause.contains !== undefined && kind !== 'text' && kind !== 'attribute') {
    return { path: 'contains', noun: `no contains for ${clause.field}` };
  }
  for (const path of ['from', 'to'] as const) {
    const noun = clause[path] === undefined ? null : boundOtherThan(clause[path], kind, clause.field);
    if (noun !== null) return { path, noun };
  }
  return null;
}

/** What a bound of the field must be, null when it is. */
function boundOtherThan(value: unknown, kind: FieldKind, name: string): string | null {
  if (kind === 'amount') return typeof value === 'number' ? null : 'a number of minor units';
  if (kind === 'date') return isCalendarDate(value) ? null : 'a calendar date YYYY-MM-DD';
  return kind === 'attribute' ? null : `no range for ${name}`;
}
