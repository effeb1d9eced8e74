import { fieldKind, type Clause, type ClauseField, type FilterKind } from '@pipeline-kit/model';

/** What the popover shows: the choices of one control, or the editor of one filter. */
export type OpenPart = { readonly part: 'period' | 'comparison' | 'asOf' | 'fields' } | EditedFilter;

export interface EditedFilter {
  readonly part: 'edit';
  readonly field: ClauseField;
  readonly kind: FilterKind;
  /** Whose clause is edited; undefined is the page's. */
  readonly source: string | undefined;
  /** Whether the reader comes from the list of fields. */
  readonly isNew: boolean;
}

/** What the editor of a clause offers: by its field, and of an attribute by what is chosen. */
export function kindOf(clause: Clause): FilterKind {
  const kind = fieldKind(clause.field);
  if (kind !== null && kind !== 'attribute') return kind;
  if ('in' in clause || 'contains' in clause) return 'text';
  return typeof (clause.from ?? clause.to) === 'string' ? 'date' : 'number';
}

/** Whether a clause is the one that is edited. */
export function isEdited({ field, source }: EditedFilter, clause: Clause): boolean {
  return clause.field === field && clause.source === source;
}
