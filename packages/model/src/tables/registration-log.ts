import { NO_DAY } from '../schema/calendar-date.js';
import type { PipelineDocument, RegistrationState } from '../schema/document.js';
import type { TimeZone } from '../schema/time-zone.js';
import { moment, type EventLog } from './event-log.js';

/** One event of a registration. */
export interface RegistrationMoment {
  readonly at: number;
  readonly day: number;
  /** Null: an extension. */
  readonly state: RegistrationState | null;
}

/** A registration with its events in order of time. */
export interface RegistrationEntry {
  readonly id: string;
  /** Code of the partner. */
  readonly partner: number;
  /** Row of the linked opportunity; −1 without a link, or to one that the document does not hold. */
  readonly opportunity: number;
  readonly opportunityId: string | null;
  /** Index into the document's registrations. */
  readonly index: number;
  readonly events: readonly RegistrationMoment[];
}

/** The registrations of the document, in its order. */
export function registrationLog(
  document: PipelineDocument,
  log: EventLog,
  zone: TimeZone,
): readonly RegistrationEntry[] {
  const rows = new Map(log.ids.map((id, row) => [id, row]));
  return (document.registrations ?? []).map((registration, index) => ({
    id: registration.id,
    partner: log.partners.code(registration.partner),
    opportunity: registration.opportunityId === null ? -1 : (rows.get(registration.opportunityId) ?? -1),
    opportunityId: registration.opportunityId,
    index,
    events: registration.history
      .map((event) => ({ ...moment(event.at, zone), state: 'state' in event ? event.state : null }))
      .sort((a, b) => a.at - b.at),
  }));
}

/** Day of the first submission up to `asOf`, `NO_DAY` when it was not submitted by then. */
export function submittedDay({ events }: RegistrationEntry, asOf: number): number {
  const first = events.find(({ state, day }) => state === 'submitted' && day <= asOf);
  return first?.day ?? NO_DAY;
}

/** Day of the earliest submission of the registrations linked to each opportunity, `NO_DAY` without one. */
export function linkedSubmissions(
  registrations: readonly RegistrationEntry[],
  size: number,
  asOf: number,
): Int32Array {
  const earliest = new Int32Array(size).fill(NO_DAY);
  for (const registration of registrations) {
    const day = submittedDay(registration, asOf);
    const row = registration.opportunity;
    if (row < 0 || day === NO_DAY) continue;
    const known = earliest[row] ?? NO_DAY;
    if (known === NO_DAY || day < known) earliest[row] = day;
  }
  return earliest;
}
