import { CLAUSE_FIELDS, isAttributeName, type ClauseField, type FieldKind } from '../schema/clause.js';
import { fieldValues } from '../tables/mask.js';
import type { Tables } from '../tables/tables.js';
import { Contributions, type Statistics } from './contributions.js';
import type { FieldsParameters, FieldsResult, FilterKind } from './fields-result.js';
import type { AdditiveMetric, FinishInput } from './metric.js';
import { parameters } from './parameters.js';

/** Kinds of cells: everyone, and by field everyone with a value and everyone with a number. */
const CELL = { counted: 0, known: 1, number: 2 } as const;

/** Which fields a filter can ask for here: those of the model and the attributes that occur, and what is known of each. */
export const fields: AdditiveMetric<FieldsParameters, FieldsResult> = {
  name: 'fields',
  read: parameters('fields', {}),
  contribute,
  finish,
};

function contribute(tables: Tables): Contributions {
  const out = new Contributions();
  const { live } = tables.now;
  const named = [...CLAUSE_FIELDS.keys()].map((field) => [field, fieldValues(tables, field)] as const);
  for (let row = 0; row < live.length; row += 1) {
    if (!live[row]) continue;
    out.add(row, 1, CELL.counted);
    for (const [field, valuesOf] of named) {
      if (valuesOf(row).some((value) => value !== null)) out.add(row, 1, CELL.known, out.cells.code(field));
    }
    const attributes = tables.log.document.opportunities[row]?.attributes ?? {};
    for (const [name, value] of Object.entries(attributes)) {
      if (value === null || !isAttributeName(name)) continue;
      const field = out.cells.code(`attributes.${name}`);
      out.add(row, 1, CELL.known, field);
      if (typeof value === 'number') out.add(row, 1, CELL.number, field);
    }
  }
  return out;
}

function finish({ selected, everything }: FinishInput<FieldsParameters>): FieldsResult {
  const codes = new Map([...everything.each(CELL.known)].map(({ a }) => [everything.cells.text(a), a]));
  const attributes = [...codes.keys()].filter((field) => !CLAUSE_FIELDS.has(field)).sort();
  return {
    fields: [...CLAUSE_FIELDS.keys(), ...attributes].map((field) => {
      const code = codes.get(field);
      return {
        field: field as ClauseField,
        kind: kindOf(CLAUSE_FIELDS.get(field), everything, code),
        known: code === undefined ? 0 : selected.of(CELL.known, code),
      };
    }),
    n: selected.of(CELL.counted),
  };
}

function kindOf(kind: FieldKind | undefined, everything: Statistics, code = -1): FilterKind {
  if (kind !== undefined && kind !== 'attribute') return kind;
  return everything.of(CELL.number, code) === everything.of(CELL.known, code) ? 'number' : 'text';
}
