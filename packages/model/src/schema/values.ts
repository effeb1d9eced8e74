import * as z from 'zod/mini';
import { isCalendarDate } from './calendar-date.js';
import type { At, CalendarDate, Instant, Minor } from './document.js';
import { instantMs } from './instant.js';
import { describeAs } from './json-hints.js';
import { decimalFraction, MAX_AMOUNT } from './money.js';
import { isKeyed, withCheck, withPlan } from './schema-plan.js';
import type { Path, Tell } from './schema-plan.js';
import { TimeZone } from './time-zone.js';
import { isTidy, isWellFormed, MAX_TEXT, tidyText } from './text.js';

/** A schema whose parsed value is a `T`. */
export type Schema<T> = z.ZodMiniType<T>;

/** The longest id that is accepted, in UTF-16 code units. */
export const MAX_ID = 1000;

/** The first and the last year that are accepted: a stray year 9999 would stretch every time axis. */
export const YEARS: { readonly first: number; readonly last: number } = { first: 1900, last: 2100 };

/** The mark of a refusal that means "outside what is accepted" rather than "not what the field takes". */
export const OUT_OF_RANGE = { code: 'range' } as const;

/** Words for people: too long or not well-formed is repaired, never refused. */
export const text: Schema<string> = withPlan(
  describeAs(z.string({ error: 'a text' }).check(z.overwrite(tidyText)), { maxLength: MAX_TEXT }),
  { isClean: isTidy, isReadable: (value) => typeof value === 'string', copy: mend },
);

/** The name of something elsewhere: a stage, a partner, an owner. Empty is a name too. */
export const reference: Schema<string> = textOf('an id', isWellFormed, {
  noun: `an id of at most ${MAX_ID} characters`,
  holds: (value) => value.length <= MAX_ID,
});

/** The id of a record. */
export const id: Schema<string> = textOf('an id', (value) => value !== '' && isWellFormed(value), {
  noun: `an id of at most ${MAX_ID} characters`,
  holds: (value) => value.length <= MAX_ID,
});

/** An ISO 4217 code; whether the currency exists is not asked. */
export const currency: Schema<string> = describeAs(
  textOf('a currency code of three capital letters', (value) => /^[A-Z]{3}$/.test(value)),
  { pattern: '^[A-Z]{3}$' },
);

/** An IANA name that `Intl` knows. */
export const timeZone: Schema<string> = textOf('a time zone such as "Europe/Berlin"', isTimeZone);

/** A positive decimal, as text so that no digit is lost. */
export const decimal: Schema<string> = describeAs(
  textOf('a positive decimal as text', (value) => decimalFraction(value) !== null),
  { pattern: '^[0-9]+(\\.[0-9]+)?$' },
);

const inYears = {
  noun: `a day in the years ${YEARS.first} to ${YEARS.last}`,
  holds: (value: string): boolean => {
    const year = Number(value.slice(0, 4));
    return year >= YEARS.first && year <= YEARS.last;
  },
};

export const calendarDate: Schema<CalendarDate> = describeAs(
  textOf('a calendar date YYYY-MM-DD', isCalendarDate, inYears),
  { format: 'date' },
);

export const instant: Schema<Instant> = describeAs(
  textOf('an instant with Z or an offset', isInstant, inYears),
  { format: 'date-time' },
);

export const at: Schema<At> = z.nullable(
  textOf(
    'an instant, a calendar date or null',
    (value) => isCalendarDate(value) || isInstant(value),
    inYears,
  ),
);

export const amount: Schema<Minor> = describeAs(
  numberOf('an integer of minor units', Number.isInteger, {
    noun: `an amount of at most ${MAX_AMOUNT} minor units`,
    holds: (value) => Math.abs(value) <= MAX_AMOUNT,
  }),
  { type: 'integer', minimum: -MAX_AMOUNT, maximum: MAX_AMOUNT },
);

/** A probability or a share. */
export const fraction: Schema<number> = describeAs(
  numberOf('a number from 0 to 1', () => true, {
    noun: 'a number from 0 to 1',
    holds: (value) => value >= 0 && value <= 1,
  }),
  { minimum: 0, maximum: 1 },
);

export const finite: Schema<number> = numberOf('a finite number', () => true);

export const count: Schema<number> = wholeNumber(0, 1e9);

export const flag: Schema<boolean> = withCheck(
  z.boolean({ error: 'true or false' }),
  (value) => typeof value === 'boolean',
);

/** An integer within limits, both included. */
export function wholeNumber(first: number, last: number): Schema<number> {
  const schema = numberOf('a whole number', Number.isInteger, {
    noun: `a whole number from ${first} to ${last}`,
    holds: (value) => value >= first && value <= last,
  });
  return describeAs(schema, { type: 'integer', minimum: first, maximum: last });
}

/** One of a few words. */
export function oneOf<const T extends string>(...words: readonly T[]): Schema<T> {
  const known: ReadonlySet<unknown> = new Set(words);
  const quoted = words.map((word) => `"${word}"`);
  const noun = [quoted.slice(0, -1).join(', '), quoted.at(-1)].filter(Boolean).join(' or ');
  return withCheck(z.enum(words, { error: noun }), (value) => known.has(value));
}

/** A field that may be left out; `undefined` counts as left out, and the reader leaves it out. */
export function maybe<T>(schema: Schema<T>): z.ZodMiniExactOptional<Schema<T>> {
  return z.optional(schema) as unknown as z.ZodMiniExactOptional<Schema<T>>;
}

/** An object with these fields; others are not read. Zod alone would take an array for an empty object. */
export function record<S extends z.core.$ZodLooseShape>(shape: S): z.ZodMiniObject<S> {
  return z.object(shape, { error: 'an object' }).check(noArray);
}

/** An array whose elements are read one by one. */
export const unread: Schema<readonly unknown[]> = z.array(z.unknown(), { error: 'an array' });

/** An object whose fields are read one by one. */
export const unreadObject: Schema<object> = withCheck(
  z.custom<object>(isKeyed, { error: 'an object' }),
  isKeyed,
);

/** An array of a few small things that stand or fall together. */
export function listOf<T>(schema: Schema<T>): Schema<T[]> {
  return z.array(schema, { error: 'an array' });
}

interface Limits<T> {
  readonly noun: string;
  readonly holds: (value: T) => boolean;
}

function mend(value: unknown, _path: Path, tell: Tell): string {
  tell('mended');
  return tidyText(value as string);
}

function textOf(noun: string, accepts: (value: string) => boolean, limits?: Limits<string>): Schema<string> {
  const schema = z.string({ error: noun }).check(...steps(noun, accepts, limits));
  const holds = limits?.holds ?? accepts;
  return withCheck(schema, (value) => typeof value === 'string' && accepts(value) && holds(value));
}

function numberOf(
  noun: string,
  accepts: (value: number) => boolean,
  limits?: Limits<number>,
): Schema<number> {
  const schema = z.number({ error: noun }).check(...steps(noun, accepts, limits));
  const holds = limits?.holds ?? accepts;
  return withCheck(
    schema,
    (value) => Number.isFinite(value) && accepts(value as number) && holds(value as number),
  );
}

function steps<T>(noun: string, accepts: (value: T) => boolean, limits?: Limits<T>): z.core.$ZodCheck<T>[] {
  const first = z.refine<T>(accepts, { error: noun, abort: true });
  if (limits === undefined) return [first];
  return [first, z.refine<T>(limits.holds, { error: limits.noun, params: OUT_OF_RANGE })];
}

function isTimeZone(name: string): boolean {
  try {
    return new TimeZone(name).name === name;
  } catch {
    return false;
  }
}

function isInstant(value: string): boolean {
  return instantMs(value) !== null;
}

const noArray = z.refine<object>((value) => !Array.isArray(value), { error: 'an object', abort: true });
