import * as z from 'zod/mini';
import type { Selection } from './clause.js';
import type { CalendarDate, Period } from './document.js';
import { mustParse } from './must-parse.js';
import { selectionSchema } from './selection-schema.js';
import { calendarDate, maybe, record } from './values.js';
import type { Schema } from './values.js';

/** What a reader has chosen, as it is stored or put into an address. */
export interface SavedState {
  /** The version of this shape; a reader refuses those it does not know. */
  readonly v: 1;
  readonly selection: Selection;
  /** Left out: today. */
  readonly asOf?: CalendarDate;
  /** Left out: each metric's own. */
  readonly period?: Period;
}

export const savedStateSchema: Schema<SavedState> = record({
  v: z.literal(1, { error: 'version 1' }),
  selection: selectionSchema,
  asOf: maybe(calendarDate),
  period: maybe(record({ from: calendarDate, to: calendarDate })),
});

/** A saved state from untrusted data, as a copy. Throws a RangeError that names the place. */
export function readState(value: unknown): SavedState {
  return mustParse(savedStateSchema, value, 'state');
}
