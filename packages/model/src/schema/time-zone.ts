import { dayNumber } from './calendar-date.js';

const DAY_MS = 86_400_000;

/**
 * A report time zone: on which calendar day an instant falls, and when a day starts.
 *
 * Asking `Intl` costs microseconds, so the offset is remembered per UTC day. A UTC day
 * in which the offset changes is asked instant by instant.
 */
export class TimeZone {
  readonly name: string;
  readonly #format: Intl.DateTimeFormat;
  readonly #offsets = new Map<number, number>();

  /** Throws a RangeError for a name that `Intl` does not know. */
  constructor(name: string) {
    this.name = name;
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  }

  /** The calendar day (days since 1970-01-01) on which the instant falls here. */
  dayOf(ms: number): number {
    return Math.floor((ms + this.#offsetAt(ms)) / DAY_MS);
  }

  /** The first millisecond of the day; for a day that the zone skipped, of the next one. */
  startOf(day: number): number {
    const midnight = day * DAY_MS;
    // An offset is less than a day, so the start lies within a day of UTC midnight.
    let low = midnight - DAY_MS;
    const guess = midnight - this.#offsetAt(midnight - this.#offsetAt(midnight));
    if (this.dayOf(guess) === day && this.dayOf(guess - 1) < day) return guess;
    let high = midnight + DAY_MS;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (this.dayOf(middle) < day) low = middle;
      else high = middle;
    }
    return high;
  }

  #offsetAt(ms: number): number {
    const utcDay = Math.floor(ms / DAY_MS);
    let offset = this.#offsets.get(utcDay);
    if (offset === undefined) {
      const start = this.#ask(utcDay * DAY_MS);
      offset = start === this.#ask((utcDay + 1) * DAY_MS - 1) ? start : Number.NaN;
      this.#offsets.set(utcDay, offset);
    }
    return Number.isNaN(offset) ? this.#ask(ms) : offset;
  }

  #ask(ms: number): number {
    const part: Record<string, string> = {};
    for (const { type, value } of this.#format.formatToParts(ms)) part[type] = value;
    const year = part['era'] === 'BC' ? 1 - Number(part['year']) : Number(part['year']);
    const day = dayNumber(year, Number(part['month']), Number(part['day']));
    const seconds = (Number(part['hour']) * 60 + Number(part['minute'])) * 60 + Number(part['second']);
    return day * DAY_MS + seconds * 1000 - Math.floor(ms / 1000) * 1000;
  }
}
