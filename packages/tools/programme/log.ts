import {
  dateOf,
  type CalendarDate,
  type Changes,
  type Instant,
  type OpportunityEvent,
} from '@pipeline-kit/model/schema';
import type { Random } from './random.js';

/** Minutes of a day. */
export const DAY = 1440;

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** An opportunity's events while they are being told: what happens in the same minute is one event. */
export interface Log {
  write(minute: number, changes: Changes): void;
  /** The events up to and without `end`, in order. */
  events(end: number): OpportunityEvent[];
}

export function log(): Log {
  const written = new Map<number, Writable<Changes>>();
  return {
    write(minute, changes) {
      const known = written.get(minute);
      if (known) Object.assign(known, changes);
      else written.set(minute, { ...changes });
    },
    events(end) {
      const minutes = [...written.keys()].filter((minute) => minute < end).sort((a, b) => a - b);
      return minutes.map((minute) => ({ at: instantOf(minute), set: written.get(minute)! }));
    },
  };
}

/** Some minute of the day's office hours; one in seventy late in the evening, when Berlin has tomorrow. */
export function minuteOf(day: number, random: Random): number {
  return day * DAY + (random.chance(0.014) ? random.integer(1325, 1435) : random.integer(420, 1000));
}

/** The minute, counted from 1970, as an instant. */
export function instantOf(minute: number): Instant {
  const time = minute % DAY;
  return `${dayText(Math.floor(minute / DAY))}T${two(Math.floor(time / 60))}:${two(time % 60)}:00Z`;
}

// A million opportunities write ten million instants, all on some thousand days.
const dayTexts = new Map<number, CalendarDate>();

/** The day as a calendar date. */
export function dayText(day: number): CalendarDate {
  let text = dayTexts.get(day);
  if (text === undefined) dayTexts.set(day, (text = dateOf(day)));
  return text;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
