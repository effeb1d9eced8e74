import {
  dateOf,
  dayOf,
  type Clause,
  type Pipeline,
  type PriorPeriodResult,
  type Selection,
} from '@pipeline-kit/model';
import { clauseParts } from '../base/clause-words.js';
import { periodName } from '../base/period-name.js';
import type { Texts } from '../messages/catalogue.js';
import type { Chip } from './filters-bar.js';
import type { Comparison, PeriodReading } from './period-reading.js';

/** How many values a chip names. */
const NAMED = 3;

/** The clauses as chips, each with a key that stays its own while others come and go. */
export function chipsOf(selection: Selection, texts: Texts, pipeline: Pipeline): readonly Chip[] {
  const taken = new Map<string, number>();
  return selection.map((clause) => {
    const place = JSON.stringify([clause.source ?? null, clause.field]);
    const before = taken.get(place) ?? 0;
    taken.set(place, before + 1);
    return { key: `${place}${before || ''}`, clause, ...chipWords(clause, texts, pipeline) };
  });
}

/** A clause in the words of its chip: `Stage`, `Proposal, Negotiation`. */
export function chipWords(
  clause: Clause,
  texts: Texts,
  pipeline: Pipeline,
): { readonly name: string; readonly value: string } {
  const join = (values: readonly string[]): string => {
    const named = values.slice(0, NAMED).join(', ');
    return values.length > NAMED ? texts.filters.andMore(named, values.length - NAMED) : named;
  };
  const { name, value } = clauseParts(clause, texts, pipeline, join);
  return { name: capital(name), value };
}

/** The period in force: `Q2 26, to 20 May`. */
export function periodWords({ kind, periods, pipeline }: PeriodReading, texts: Texts): string {
  const { filters: say, format } = texts;
  const { period } = periods;
  if (!period) return say.periodKind.own;
  if (kind === 'twelveMonths') return say.periodKind.twelveMonths;
  const name = periodName(period, pipeline.calendar, texts).full;
  const isUnderWay = period.from <= pipeline.asOf && dateOf(dayOf(pipeline.asOf) + 1) < period.to;
  return isUnderWay ? say.upTo(name, format.dayOfYear(pipeline.asOf)) : name;
}

/** What the period is compared with: `Q1 26, same share`. */
export function comparisonWords(reading: PeriodReading, texts: Texts): string {
  const { comparison, periods } = reading;
  if (comparison === 'custom' && periods.priorPeriod) return texts.format.period(periods.priorPeriod);
  return comparison === 'previous' || comparison === 'yearBefore'
    ? priorWords(reading, comparison, texts)
    : texts.filters.comparison[comparison];
}

/** A period before, and whether only the share of it that has passed of the period is compared. */
export function priorWords(
  { priors, pipeline }: PeriodReading,
  comparison: Exclude<Comparison, 'none' | 'custom'>,
  texts: Texts,
): string {
  const prior: PriorPeriodResult | undefined = priors?.[comparison];
  if (!prior) return texts.filters.comparison[comparison];
  const name = periodName(prior.whole, pipeline.calendar, texts).full;
  return prior.priorElapsedDays < prior.priorLengthDays ? texts.filters.sameShare(name) : name;
}

/** The day everything is looked at, and the place whose day it is. */
export function asOfWords({ asOf, timeZone }: Pipeline, { filters: say, format }: Texts): string {
  const place = timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone;
  return say.asOf(format.date(asOf), place);
}

/** A word at the beginning. */
export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
