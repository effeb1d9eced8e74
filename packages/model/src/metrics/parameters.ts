import { dayOf, isCalendarDate } from '../schema/calendar-date.js';
import type { Period } from '../schema/document.js';
import { gregorianPeriod, periodOf, type DaySpan } from '../schema/fiscal-calendar.js';
import type { Tables } from '../tables/tables.js';

/** Reads one parameter; `undefined` asks for its default. Throws a RangeError that names it. */
export type Reader<T> = (value: unknown, name: string, tables: Tables) => T;

type Read<S extends Record<string, Reader<unknown>>> = { readonly [K in keyof S]: ReturnType<S[K]> };

/** Makes the `read` of a metric from a reader per parameter; an unknown name is a RangeError. */
export function parameters<S extends Record<string, Reader<unknown>>>(
  metric: string,
  readers: S,
): (asked: Readonly<Record<string, unknown>>, tables: Tables) => Read<S> {
  return (asked, tables) => {
    for (const name of Object.keys(asked)) {
      if (Object.hasOwn(readers, name)) continue;
      throw new RangeError(
        `unknown parameter of ${metric}: ${name} (known: ${Object.keys(readers).join(', ')})`,
      );
    }
    const read: Record<string, unknown> = {};
    for (const [name, reader] of Object.entries(readers)) {
      read[name] = reader(asked[name], `${metric}.${name}`, tables);
    }
    return read as Read<S>;
  };
}

/** One of a list of words. */
export function oneOf<const W extends string>(words: readonly W[], fallback: W): Reader<W> {
  return (value, name) => {
    if (value === undefined) return fallback;
    if (words.includes(value as W)) return value as W;
    throw new RangeError(`unknown ${name}: ${shown(value)} (known: ${words.join(', ')})`);
  };
}

/** A whole number, `least` at least (default 0). */
export function whole(fallback: number, least = 0): Reader<number> {
  return (value, name) => {
    if (value === undefined) return fallback;
    if (Number.isInteger(value) && (value as number) >= least) return value as number;
    throw new RangeError(`invalid ${name}: expected a whole number from ${least}, got ${shown(value)}`);
  };
}

/** A yes or no. */
export function flag(fallback: boolean): Reader<boolean> {
  return (value, name) => {
    if (value === undefined) return fallback;
    if (typeof value === 'boolean') return value;
    throw new RangeError(`invalid ${name}: expected true or false, got ${shown(value)}`);
  };
}

/** A pipeline of the document; default its first. */
export const pipeline: Reader<string> = (value, name, { events: { stages } }) => {
  if (value === undefined) return stages.firstPipeline;
  if (typeof value === 'string' && stages.pipelines.has(value)) return value;
  throw new RangeError(
    `unknown ${name}: ${shown(value)} (known: ${[...stages.pipelines.keys()].join(', ')})`,
  );
};

/** A pipeline of the document, or null (the default) for all of them. */
export const anyPipeline: Reader<string | null> = (value, name, tables) =>
  value === undefined || value === null ? null : pipeline(value, name, tables);

/** A period; default the fiscal quarter that contains the as-of. */
export const quarterPeriod: Reader<Period> = (value, name, { asOf, settings }) =>
  maybePeriod(value, name) ?? periodOf(gregorianPeriod(asOf, 'quarter', settings.startMonth));

/** A period, or null (the default) for all of time. */
export const allTime: Reader<Period | null> = (value, name) => maybePeriod(value, name);

/** A day, as its number; default the as-of. */
export const dayOrAsOf: Reader<number> = (value, name, { asOf }) => {
  if (value === undefined) return asOf;
  if (isCalendarDate(value)) return dayOf(value);
  throw new RangeError(`invalid ${name}: expected a calendar date YYYY-MM-DD, got ${shown(value)}`);
};

/** Numbers of days, ascending as asked. */
export function dayList(fallback: readonly number[]): Reader<readonly number[]> {
  return (value, name) => {
    if (value === undefined) return fallback;
    if (Array.isArray(value) && value.every((day) => Number.isInteger(day) && day >= 0))
      return value as number[];
    throw new RangeError(`invalid ${name}: expected a list of whole numbers of days, got ${shown(value)}`);
  };
}

/** The period, or null when it is not given; throws a RangeError when it is none. */
export function maybePeriod(value: unknown, name: string): Period | null {
  if (value === undefined || value === null) return null;
  const { from, to } = value as Partial<Period>;
  if (isCalendarDate(from) && isCalendarDate(to) && from < to) return { from, to };
  throw new RangeError(`invalid ${name}: expected { from, to } with from before to, got ${shown(value)}`);
}

/** The period as day numbers; null is all of time. */
export function spanOf(period: Period): DaySpan;
export function spanOf(period: Period | null): DaySpan | null;
export function spanOf(period: Period | null): DaySpan | null {
  return period && { from: dayOf(period.from), to: dayOf(period.to) };
}

/** The value as it would be written, short. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

/** A partner's id, null for direct, or '*' (the default) for all; an unknown id is a RangeError. */
export const partnerOrAll: Reader<string | null> = (value, name, { events }) => {
  if (value === undefined || value === '*') return '*';
  if (value === null) return null;
  if (typeof value === 'string' && events.partners.find(value) !== undefined) return value;
  throw new RangeError(`unknown ${name}: ${shown(value)}`);
};
