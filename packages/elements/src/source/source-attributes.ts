import { isCalendarDate } from '@pipeline-kit/model/schema';
import type { Calendar, PipelineOptions } from '@pipeline-kit/model';
import { say } from '../messages/warnings.js';

/** What `<pipeline-source>` says in attributes, as written; null is not given. */
export interface SourceAttributes {
  readonly currency: string | null;
  readonly timeZone: string | null;
  readonly asOf: string | null;
  readonly ratePolicy: string | null;
  readonly fiscalYearStart: string | null;
}

/** The options that the attributes ask for. One that cannot be read is left out, and the console says so. */
export function optionsOf(
  tag: string,
  attributes: SourceAttributes,
  calendar: Calendar | null,
): PipelineOptions {
  const { currency, timeZone, asOf, ratePolicy, fiscalYearStart } = attributes;
  const month = Number(fiscalYearStart);
  const taken = {
    currency: take(tag, 'currency', currency, isCurrency, "the document's"),
    timeZone: take(tag, 'time-zone', timeZone, isTimeZone, "the document's"),
    asOf: take(tag, 'as-of', asOf, isCalendarDate, 'today'),
    ratePolicy: take(tag, 'rate-policy', ratePolicy, (value) => RATE_POLICIES.has(value), "the document's"),
  };
  const isMonth = take(
    tag,
    'fiscal-year-start',
    fiscalYearStart,
    () => isMonthNumber(month),
    "the document's",
  );
  const chosen = calendar ?? (isMonth ? { kind: 'gregorian', fiscalYearStartMonth: month } : undefined);
  const given = Object.entries({ ...taken, calendar: chosen }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as PipelineOptions;
}

const RATE_POLICIES: ReadonlySet<string> = new Set(['closeElseAsOf', 'asOf', 'creation', 'plan']);

function take(
  tag: string,
  attribute: string,
  value: string | null,
  isGood: (value: string) => boolean,
  used: string,
): string | undefined {
  if (value === null || value === '') return undefined;
  if (isGood(value)) return value;
  say.badAttribute(tag, attribute, value, used);
  return undefined;
}

function isCurrency(value: string): boolean {
  return /^[A-Z]{3}$/.test(value);
}

function isTimeZone(value: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: value }));
  } catch {
    return false;
  }
}

function isMonthNumber(month: number): boolean {
  return Number.isInteger(month) && month >= 1 && month <= 12;
}
