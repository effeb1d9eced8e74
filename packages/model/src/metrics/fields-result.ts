import type { ClauseField } from '../schema/clause.js';

/** `query('fields')` takes no parameters. */
export type FieldsParameters = Readonly<Record<string, never>>;

/** What a filter of a field offers: a list of values, a range, or yes and no. */
export type FilterKind = 'text' | 'number' | 'amount' | 'date' | 'flag';

/** The fields a selection may choose by: those with names of their own, then the attributes by name. */
export interface FieldsResult {
  readonly fields: readonly {
    readonly field: ClauseField;
    /** 'number': an attribute whose every known value is a number. */
    readonly kind: FilterKind;
    /** How many of the selected opportunities have a value. */
    readonly known: number;
  }[];
  readonly n: number;
}
