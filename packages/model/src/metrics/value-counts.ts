import { fieldKind, type ClauseField, type ClauseValue } from '../schema/clause.js';
import { fieldValues } from '../tables/mask.js';
import type { Tables } from '../tables/tables.js';
import { Contributions } from './contributions.js';
import type { AdditiveMetric, FinishInput } from './metric.js';
import { parameters, shown, whole, type Reader } from './parameters.js';
import type { ValueCountsParameters, ValueCountsResult } from './value-counts-result.js';

type ValueCountsQuestion = Required<ValueCountsParameters>;

/** Kinds of cells: everyone, and everyone by value. */
const CELL = { counted: 0, value: 1 } as const;

const listedField: Reader<ClauseField> = (value, name) => {
  const field = value === undefined ? 'stage' : value;
  const kind = typeof field === 'string' ? fieldKind(field) : null;
  if (kind === 'text' || kind === 'flag' || kind === 'attribute') return field as ClauseField;
  throw new RangeError(`unknown ${name}: ${shown(value)} (known: every field but amounts and dates)`);
};

/** What a field can be filtered by: its values, and how many opportunities have each at the as-of. */
export const valueCounts: AdditiveMetric<ValueCountsQuestion, ValueCountsResult> = {
  name: 'valueCounts',
  read: parameters('valueCounts', { field: listedField, limit: whole(1000, 1) }),
  contribute,
  finish,
};

function contribute(tables: Tables, { field }: ValueCountsQuestion): Contributions {
  const out = new Contributions();
  const { live } = tables.now;
  const valuesOf = fieldValues(tables, field);
  for (let row = 0; row < live.length; row += 1) {
    if (!live[row]) continue;
    out.add(row, 1, CELL.counted);
    for (const value of new Set(valuesOf(row))) {
      out.add(row, 1, CELL.value, out.cells.code(JSON.stringify(value)));
    }
  }
  return out;
}

function finish({
  params: { field, limit },
  selected,
  everything,
}: FinishInput<ValueCountsQuestion>): ValueCountsResult {
  const values = [...everything.each(CELL.value)]
    .map(({ a }) => ({ text: everything.cells.text(a), count: selected.of(CELL.value, a) }))
    .sort((x, y) => y.count - x.count || (x.text < y.text ? -1 : 1));
  return {
    field,
    values: values
      .slice(0, limit)
      .map(({ text, count }) => ({ value: JSON.parse(text) as ClauseValue, count })),
    distinct: values.length,
    n: selected.of(CELL.counted),
  };
}
