/** A value that a clause lists; null stands for "not known". */
export type ClauseValue = string | number | boolean | null;

/** The fields a clause may choose by; custom ones are `attributes.NAME`. */
export type ClauseField =
  | 'stage'
  | 'pipeline'
  | 'outcome'
  | 'partner'
  | 'tier'
  | 'region'
  | 'segment'
  | 'owner'
  | 'product'
  | 'amount'
  | 'createdDate'
  | 'closeDate'
  | 'closedDate'
  | 'category'
  | 'registered'
  | `attributes.${string}`;

/** What the values of a field are: an attribute may hold any of them. */
export type FieldKind = 'text' | 'amount' | 'date' | 'flag' | 'attribute';

interface Choice {
  /** Who chose, such as an element's id; a choice without one is the host's and belongs to no widget. */
  readonly source?: string;
  readonly field: ClauseField;
}

/** Chooses the opportunities whose value is listed; an empty list chooses none. */
export interface SetClause extends Choice {
  readonly in: readonly ClauseValue[];
}

/** Chooses the opportunities with `from` ≤ value < `to`; one of the two may be missing. */
export interface RangeClause extends Choice {
  /** Minor units of the reporting currency for amounts, a calendar date for dates. */
  readonly from?: number | string;
  /** Exclusive. */
  readonly to?: number | string;
}

/** Chooses the opportunities whose text contains this one, ignoring case. */
export interface TextClause extends Choice {
  readonly contains: string;
}

/** One choice in one field. */
export type Clause = SetClause | RangeClause | TextClause;

/** All that is chosen, oldest first; an opportunity meets every clause. */
export type Selection = readonly Clause[];

/** The fields with a name of their own, and what their values are. */
export const CLAUSE_FIELDS: ReadonlyMap<string, FieldKind> = /* @__PURE__ */ new Map<string, FieldKind>([
  ['stage', 'text'],
  ['pipeline', 'text'],
  ['outcome', 'text'],
  ['partner', 'text'],
  ['tier', 'text'],
  ['region', 'text'],
  ['segment', 'text'],
  ['owner', 'text'],
  ['product', 'text'],
  ['amount', 'amount'],
  ['createdDate', 'date'],
  ['closeDate', 'date'],
  ['closedDate', 'date'],
  ['category', 'text'],
  ['registered', 'flag'],
]);

const ATTRIBUTE = 'attributes.';

/** What the values of a field are; null when there is no such field. */
export function fieldKind(field: string): FieldKind | null {
  const known = CLAUSE_FIELDS.get(field);
  if (known !== undefined) return known;
  return isAttributeName(attributeOf(field) ?? '') ? 'attribute' : null;
}

/** The attribute's name of a field `attributes.NAME`; null for the other fields. */
export function attributeOf(field: string): string | null {
  return field.startsWith(ATTRIBUTE) ? field.slice(ATTRIBUTE.length) : null;
}

/** Whether an attribute may have this name: not empty, and none that means something to every object. */
export function isAttributeName(name: string): boolean {
  return name !== '' && name !== '__proto__' && name !== 'constructor' && name !== 'prototype';
}
