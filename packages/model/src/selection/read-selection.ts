import { mustParse } from '../schema/must-parse.js';
import { savedStateSchema } from '../schema/saved-state-schema.js';
import type { SavedState } from '../schema/saved-state-schema.js';
import { selectionSchema } from '../schema/selection-schema.js';
import type { Selection } from './clause.js';

export type { SavedState } from '../schema/saved-state-schema.js';

/** A selection from untrusted data, as a copy. Throws a RangeError that names the place. */
export function readSelection(value: unknown): Selection {
  return mustParse(selectionSchema, value, 'selection');
}

/** A saved state from untrusted data, as a copy. Throws a RangeError that names the place. */
export function readState(value: unknown): SavedState {
  return mustParse(savedStateSchema, value, 'state');
}
