/** Why a record was set aside, as a code; the sentence belongs to whoever shows it. */
export type IssueCode =
  | 'invalid' // the value is not what the field takes
  | 'missing' // a required field is absent
  | 'duplicate' // the id is taken already
  | 'range' // outside what is accepted
  | 'unknown' // refers to something the document does not hold; kept
  | 'unread'; // the source has it and the reader does not use it

/** One thing that was set aside or noticed while reading, and where. */
export interface DataIssue {
  /** The place in the input, `opportunities[4].history[2]` or `row 6, close_value`. */
  readonly path: string;
  /** What is wrong there, in English words for a developer: `expected an integer of minor units, got "12,5"`. */
  readonly reason: string;
  readonly code: IssueCode;
  /** Whether the record was left out ('dropped') or is in the document all the same ('kept'). */
  readonly effect: 'dropped' | 'kept';
}
