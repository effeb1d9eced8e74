import { dayOf, NO_DAY } from '../schema/calendar-date.js';
import type { PipelineDocument } from '../schema/document.js';
import { creditLog, type CreditEntry } from './credit-log.js';
import { eventLog, type EventLog } from './event-log.js';
import type { ModelSettings } from './model-settings.js';
import { rateBook, Rates, type RateBook } from './rates.js';
import { linkedSubmissions, registrationLog, type RegistrationEntry } from './registration-log.js';
import { snapshot, type Snapshot } from './snapshot.js';
import { visitsOf, type Visits } from './visits.js';

/** How many days are kept beside the as-of: a comparison looks at two, a required coverage at eight. */
const KEPT_DAYS = 16;

/** What was read of a document, before any as-of. */
export interface PipelineLog {
  readonly document: PipelineDocument;
  readonly settings: ModelSettings;
  readonly events: EventLog;
  readonly registrations: readonly RegistrationEntry[];
  readonly credits: readonly (readonly CreditEntry[] | undefined)[];
  readonly rateBook: RateBook;
}

export function pipelineLog(document: PipelineDocument, settings: ModelSettings): PipelineLog {
  const events = eventLog(document, settings.zone);
  return {
    document,
    settings,
    events,
    registrations: registrationLog(document, events, settings.zone),
    credits: creditLog(document, events, settings.zone),
    rateBook: rateBook(document),
  };
}

/**
 * The pipeline as it stood at the end of a day. Row i is opportunity i of the document in every
 * column and at every day. What depends on the day is computed when it is first asked for.
 */
export class Tables {
  readonly log: PipelineLog;
  readonly events: EventLog;
  readonly settings: ModelSettings;
  /** Day number of the as-of. */
  readonly asOf: number;
  readonly rates: Rates;
  readonly #days: Map<number, Tables>;
  #snapshot: Snapshot | undefined;
  #tiers: readonly (string | null)[] | undefined;
  #submissions: Int32Array | undefined;
  #visits: Visits | undefined;

  constructor(log: PipelineLog, asOf: number, days: Map<number, Tables> = new Map()) {
    this.log = log;
    this.events = log.events;
    this.settings = log.settings;
    this.asOf = asOf;
    this.rates = new Rates(log.rateBook, log.settings, asOf);
    this.#days = days;
    days.set(asOf, this);
  }

  /** The same pipeline at the end of another day. */
  at(day: number): Tables {
    const known = this.#days.get(day);
    if (known) return known;
    // A day is a snapshot of every opportunity: keep some, oldest first to go.
    const oldest = [...this.#days.keys()].find((kept) => kept !== this.asOf);
    if (this.#days.size >= KEPT_DAYS && oldest !== undefined) this.#days.delete(oldest);
    return new Tables(this.log, day, this.#days);
  }

  /** State of every opportunity at the as-of. */
  get now(): Snapshot {
    this.#snapshot ??= snapshot(this.events, this.rates, this.asOf);
    return this.#snapshot;
  }

  /** Programme level of each partner code at the as-of; null without one. */
  get tiers(): readonly (string | null)[] {
    this.#tiers ??= this.events.partners.values.map((_, code) => this.#tierOf(code));
    return this.#tiers;
  }

  /** Every stay in an open stage up to the as-of. */
  get visits(): Visits {
    this.#visits ??= visitsOf(this);
    return this.#visits;
  }

  /** Region of a partner code; null when unknown. */
  regionOf(partner: number): string | null {
    return this.log.document.partners[partner]?.region ?? null;
  }

  /** Earliest submission day of the registrations linked to each opportunity, `NO_DAY` without one. */
  get submissions(): Int32Array {
    this.#submissions ??= linkedSubmissions(this.log.registrations, this.events.size, this.asOf);
    return this.#submissions;
  }

  /**
   * The amount of a run at its first instant, in the reporting currency: NaN is unpriced.
   * A run that begins at an undated event has no day for a rate and is unpriced.
   */
  runAmount(row: number, run: number): number {
    const { runs, currencies, createdDay } = this.events;
    const own = runs.amount[run] ?? Number.NaN;
    const currency = currencies.at(runs.currency[run] ?? -1);
    const day = runs.day[run] ?? NO_DAY;
    if (day === NO_DAY || Number.isNaN(own) || currency === null) return Number.NaN;
    return this.rates.convertByPolicy(own, currency, day, createdDay[row] ?? NO_DAY) ?? Number.NaN;
  }

  /** Why a lost opportunity was lost, as given with its lost stage; null when no reason was given by the as-of. */
  lostReason(row: number): string | null {
    const { runs, lostReasons } = this.events;
    const run = this.now.closedRun[row] ?? -1;
    return (runs.lostReasonDay[run] ?? NO_DAY) <= this.asOf
      ? lostReasons.at(runs.lostReason[run] ?? -1)
      : null;
  }

  #tierOf(code: number): string | null {
    let held: string | null = null;
    let since = NO_DAY;
    for (const { tier, from } of this.log.document.partners[code]?.tiers ?? []) {
      const day = dayOf(from);
      if (day <= this.asOf && day >= since) {
        held = tier;
        since = day;
      }
    }
    return held;
  }
}
