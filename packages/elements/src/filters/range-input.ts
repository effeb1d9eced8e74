import {
  dateOf,
  dayOf,
  isCalendarDate,
  minorDigits,
  type Clause,
  type ClauseField,
  type FilterKind,
} from '@pipeline-kit/model';

/** A range as it stands in two inputs; empty is open. */
export interface RangeInput {
  readonly from: string;
  readonly to: string;
}

/** How a field's values are written in inputs. */
export interface InputScale {
  readonly kind: FilterKind;
  readonly currency: string;
}

/** A clause in two inputs: amounts in whole currency, the last day of a range of dates. */
export function inputOf(clause: Clause | null, { kind, currency }: InputScale): RangeInput {
  if (!clause || 'in' in clause || 'contains' in clause) return { from: '', to: '' };
  const write = (end: number | string | undefined, isEnd: boolean): string => {
    if (end === undefined) return '';
    if (kind === 'date') return isEnd ? dateOf(dayOf(String(end)) - 1) : String(end);
    return String(kind === 'amount' ? Number(end) / 10 ** minorDigits(currency) : end);
  };
  return { from: write(clause.from, false), to: write(clause.to, true) };
}

/** The clause that two inputs come to: null when both are empty, 'backwards' when nothing can lie between them. */
export function clauseOf(
  field: ClauseField,
  input: RangeInput,
  scale: InputScale,
): Clause | null | 'backwards' {
  const from = read(input.from, scale, 0);
  const to = read(input.to, scale, 1);
  if (from === null && to === null) return null;
  if (from !== null && to !== null && from >= to) return 'backwards';
  return { field, ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
}

/** A bound; the last day of a range of dates is in it, so the bound is the day `after` it. */
function read(text: string, { kind, currency }: InputScale, after: number): number | string | null {
  if (text.trim() === '') return null;
  if (kind === 'date') return isCalendarDate(text) ? dateOf(dayOf(text) + after) : null;
  const value = Number(text);
  if (!Number.isFinite(value)) return null;
  return kind === 'amount' ? Math.round(value * 10 ** minorDigits(currency)) : value;
}
