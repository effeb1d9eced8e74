import type { CreditRole, PipelineDocument } from '../schema/document.js';
import type { TimeZone } from '../schema/time-zone.js';
import { moment, type EventLog } from './event-log.js';

/** One credit of a partner on an opportunity. */
export interface CreditEntry {
  readonly partner: number;
  readonly role: CreditRole;
  readonly at: number;
  readonly day: number;
  /** 0 to 1; null when not stated. */
  readonly share: number | null;
}

/** The credits of each opportunity in document order; undefined where it has none. */
export function creditLog(
  document: PipelineDocument,
  log: EventLog,
  zone: TimeZone,
): readonly (readonly CreditEntry[] | undefined)[] {
  return document.opportunities.map(({ credits }) =>
    credits?.map(({ partner, role, at, share }) => ({
      partner: log.partners.code(partner),
      role,
      ...moment(at, zone),
      share: share ?? null,
    })),
  );
}
