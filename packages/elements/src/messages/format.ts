import { formatsFor, type Formats } from '@pipeline-kit/charts';
import { dateOf, dayOf, NO_CURRENCY, type CalendarDate, type Period } from '@pipeline-kit/model/schema';

/** Words that follow a number, by the plural rules of the language; `other` stands for what is missing. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** How numbers, days and lists are written in one language, and amounts in one currency. */
export interface Format extends Formats {
  /** `3 opportunities`: the number and the word that it asks for. */
  readonly counted: (value: number, forms: PluralForms) => string;
  /** The word alone that a number asks for. */
  readonly plural: (value: number, forms: PluralForms) => string;
  /** `2,400.5`: any number, as exact as it is. */
  readonly number: (value: number) => string;
  /** `3.1 MB`. */
  readonly bytes: (value: number) => string;
  /** `14:02`, in the reader's own time zone: when this page last heard from the source. */
  readonly time: (instant: number) => string;
  /** `20 May 2026`; a calendar date has no zone. */
  readonly date: (date: CalendarDate) => string;
  /** `1 Apr – 30 Jun 2026`: the days of a period, whose end is not one of them. */
  readonly period: (period: Period) => string;
  /** `20 May`, where the year is known. */
  readonly dayOfYear: (date: CalendarDate) => string;
  /** `May 26`: the month in which a date lies. */
  readonly month: (date: CalendarDate) => string;
  /** `May`: the same where the year is known. */
  readonly monthOfYear: (date: CalendarDate) => string;
  /** `Proposal, Pilot and Won`. */
  readonly list: (items: readonly string[]) => string;
  /** `€`; empty where amounts have no currency. */
  readonly sign: string;
}

/** The formats of a language and a currency, built once. */
export function formatFor(locale: string, currency?: string): Format {
  const key = `${locale} ${currency ?? ''}`;
  let format = known.get(key);
  if (!format) known.set(key, (format = build(locale, currency)));
  return format;
}

const known = new Map<string, Format>();

function build(locale: string, currency: string | undefined): Format {
  const formats = formatsFor(locale, currency);
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 20 });
  const rules = new Intl.PluralRules(locale);
  const megabytes = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
  });
  const kilobytes = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'kilobyte',
    maximumFractionDigits: 0,
  });
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const dayFormat = (options: Intl.DateTimeFormatOptions): ((day: CalendarDate) => string) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    return (day) => format.format(instantOf(day));
  };
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const plural = (value: number, forms: PluralForms): string => forms[rules.select(value)] ?? forms.other;

  return {
    ...formats,
    plural,
    number: (value) => number.format(value),
    counted: (value, forms) => `${formats.count(value)} ${plural(value, forms)}`,
    bytes: (value) => (value < 1e6 ? kilobytes.format(value / 1e3) : megabytes.format(value / 1e6)),
    time: (instant) => time.format(instant),
    date: (day) => date.format(instantOf(day)),
    period: ({ from, to }) => date.formatRange(instantOf(from), instantOf(dateOf(dayOf(to) - 1))),
    dayOfYear: dayFormat({ day: 'numeric', month: 'short' }),
    month: dayFormat({ month: 'short', year: '2-digit' }),
    monthOfYear: dayFormat({ month: 'short' }),
    list: (items) => list.format(items),
    sign: signOf(locale, currency),
  };
}

function signOf(locale: string, currency: string | undefined): string {
  if (currency === undefined || currency === NO_CURRENCY) return '';
  const parts = new Intl.NumberFormat(locale, { style: 'currency', currency }).formatToParts(0);
  return parts.find(({ type }) => type === 'currency')?.value ?? currency;
}

function instantOf(day: CalendarDate): number {
  return Date.parse(`${day}T00:00:00Z`);
}
