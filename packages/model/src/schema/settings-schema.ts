import * as z from 'zod/mini';
import type { Calendar, HistoryGrade, Meta, Protection, RatePolicy, Settings, Tier } from './document.js';
import { named } from './json-hints.js';
import { withCheck } from './schema-plan.js';
import {
  calendarDate,
  count,
  currency,
  finite,
  flag,
  id,
  instant,
  listOf,
  maybe,
  oneOf,
  record,
  text,
  timeZone,
  wholeNumber,
} from './values.js';
import type { Schema } from './values.js';

export const historyGradeSchema: Schema<HistoryGrade> = oneOf('full', 'stage-entry', 'current-only');

/** What the source says of itself, each field not read yet: it stands or falls by itself. */
export const metaFrame: Schema<{ readonly [Name in keyof Meta]: unknown }> = record({
  source: maybe(z.unknown()),
  asOf: maybe(z.unknown()),
  fetchedAt: maybe(z.unknown()),
  history: maybe(z.unknown()),
  truncated: maybe(z.unknown()),
});

export const metaSchema: Schema<Meta> = named(
  'Meta',
  record({
    source: maybe(text),
    asOf: maybe(calendarDate),
    fetchedAt: maybe(instant),
    history: maybe(historyGradeSchema),
    truncated: maybe(flag),
  }),
);

export const ratePolicySchema: Schema<RatePolicy> = oneOf('closeElseAsOf', 'asOf', 'creation', 'plan');

export const maxRateAgeSchema: Schema<number | null> = z.nullable(count);

const startMonth = maybe(wholeNumber(1, 12));
const yearLabel = maybe(oneOf('end', 'start'));

const patterns: ReadonlySet<string> = new Set(['4,4,5', '4,5,4', '5,4,4']);
const weekPattern: Schema<number[]> = withCheck(
  z
    .array(wholeNumber(4, 5), { error: 'an array' })
    .check(z.refine((weeks) => patterns.has(String(weeks)), { error: '[4,4,5], [4,5,4] or [5,4,4]' })),
  (value) => Array.isArray(value) && value.every(Number.isInteger) && patterns.has(String(value)),
);

export const calendarSchema: Schema<Calendar> = z.discriminatedUnion(
  'kind',
  [
    record({ kind: oneOf('gregorian'), fiscalYearStartMonth: startMonth, yearLabel }),
    record({
      kind: oneOf('weeks'),
      pattern: weekPattern,
      fiscalYearStartMonth: startMonth,
      weekday: wholeNumber(1, 7),
      yearLabel,
    }),
  ],
  { error: ({ code }) => (code === 'invalid_union' ? '"gregorian" or "weeks"' : 'an object') },
);

export const protectionSchema: Schema<Protection> = named(
  'Protection',
  record({
    start: oneOf('approved', 'submitted'),
    days: count,
    extensionDays: count,
    maxExtensions: count,
  }),
);

/** A tier stands or falls with its rules: without one of them it would be easier to earn. */
export const tierSchema: Schema<Tier> = named(
  'Tier',
  record({
    id,
    rank: finite,
    mode: oneOf('all', 'any'),
    graceDays: count,
    rules: listOf(
      record({
        metric: oneOf('wonAmount', 'wonCount', 'winRate', 'registrations', 'certifications'),
        windowDays: count,
        min: finite,
        minN: maybe(count),
      }),
    ),
  }),
);

/** The two settings that no figure can do without. */
const needed = {
  reportTimeZone: timeZone,
  reportingCurrency: currency,
} as const;

/** The settings with what is optional not read yet: each of it is read, or set aside, by itself. */
export type SettingsFrame = Pick<Settings, 'reportTimeZone' | 'reportingCurrency'> & {
  readonly [Part in Exclude<keyof Settings, 'reportTimeZone' | 'reportingCurrency'>]?: unknown;
};

export const settingsFrame: Schema<SettingsFrame> = record({
  ...needed,
  ratePolicy: maybe(z.unknown()),
  maxRateAgeDays: maybe(z.unknown()),
  calendar: maybe(z.unknown()),
  protection: maybe(z.unknown()),
  tiers: maybe(z.unknown()),
});

export const settingsSchema: Schema<Settings> = named(
  'Settings',
  record({
    ...needed,
    ratePolicy: maybe(ratePolicySchema),
    maxRateAgeDays: maybe(maxRateAgeSchema),
    calendar: maybe(calendarSchema),
    protection: maybe(protectionSchema),
    tiers: maybe(listOf(tierSchema)),
  }),
);
