import type { At, Changes, Outcome } from '@pipeline-kit/model/schema';
import type { Decimal } from './read-number.js';

/** One change as a source's log tells it, before stages and currencies of all records are known. */
export interface LogEntry {
  readonly at: At;
  /** What was set; the stage as the source names it. */
  readonly set: Omit<Changes, 'amount' | 'currency'>;
  /** The amount as written, null where it was emptied; absent: it did not change. */
  readonly amount?: Decimal | null;
  /** The currency of the amount; absent: the record's. */
  readonly currency?: string;
  /** Won, lost or open again, in a source that keeps this beside the stage. */
  readonly outcome?: Outcome;
}
