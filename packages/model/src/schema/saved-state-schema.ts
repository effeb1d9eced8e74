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
  /** What the period is compared with; left out: nothing. */
  readonly priorPeriod?: Period;
}

const period: Schema<Period> = record({ from: calendarDate, to: calendarDate }).check(
  z.refine(({ from, to }) => from < to, { error: 'a day after from', path: ['to'] }),
);

export const savedStateSchema: Schema<SavedState> = record({
  v: z.literal(1, { error: 'version 1' }),
  selection: selectionSchema,
  asOf: maybe(calendarDate),
  period: maybe(period),
  priorPeriod: maybe(period),
});

/** A saved state from untrusted data or its JSON text, as a copy. Throws a RangeError that names the place. */
export function readState(value: unknown): SavedState {
  return mustParse(savedStateSchema, typeof value === 'string' ? valueOf(value) : value, 'state');
}

function valueOf(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch (error) {
    throw new RangeError(`invalid state: expected JSON: ${(error as Error).message}`, { cause: error });
  }
}
