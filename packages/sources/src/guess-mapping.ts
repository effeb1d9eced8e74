import type { DateField, DateStyle, Mapping, MappingFields } from '@pipeline-kit/model/schema';
import { columnProfiles, SAMPLE } from './column-profile.js';
import type { ColumnProfile } from './column-profile.js';
import { currencyCode } from './currency-code.js';
import { fieldValue } from './field-value.js';
import { guessFields } from './guess-fields.js';
import type { GuessedField } from './guess-fields.js';
import { dateEvidence, guessDateStyle, guessNumberStyle } from './guess-styles.js';
import { plainWords } from './plain-words.js';
import type { SourceRecord } from './source-record.js';

/** Something that the values leave open: the mapping assumes one answer, a person may know better. */
export interface MappingQuestion {
  /** The part of the mapping that the answer changes. */
  readonly about: 'dates' | 'numbers' | 'money' | 'probability' | 'stages' | 'status';
  /** The column it was seen in, empty when it concerns the whole. */
  readonly path: string;
  readonly question: string;
  /** What the mapping says until it is answered. */
  readonly assumed: string;
  readonly answers: readonly string[];
}

export interface GuessedMapping {
  readonly mapping: Mapping;
  readonly fields: readonly GuessedField[];
  /** Paths with values that feed no field. */
  readonly unused: readonly string[];
  readonly questions: readonly MappingQuestion[];
  /** A column of opportunity ids whose values repeat, so that a record is less than an opportunity. */
  readonly repeated: { readonly path: string; readonly distinct: number } | null;
}

const DATE_FIELDS: readonly DateField[] = ['createdAt', 'stageEnteredAt', 'closeDate', 'closedAt'];
const STYLE_WORDS: Readonly<Partial<Record<DateStyle, string>>> = { dmy: 'day first', mdy: 'month first' };

/**
 * Proposes a mapping from names and values, and says of each field how sure it is and why. Dates and
 * numbers take the one style in which all values read; where two do, one is assumed and a question says
 * which. `frame` is what is known already: the list's path, the table's separator.
 */
export function guessMapping(
  records: readonly SourceRecord[],
  frame: Pick<Mapping, 'records' | 'table'> = {},
): GuessedMapping {
  const profiles = columnProfiles(records);
  const fields = guessFields(profiles, Math.min(records.length, SAMPLE));
  const paths: MappingFields = Object.fromEntries(fields.map(({ field, path }) => [field, path]));
  const used = new Set(fields.map(({ path }) => path));
  const chosen = profiles.filter(({ path }) => used.has(path));
  const questions: MappingQuestion[] = [];
  const numbers = numberStyle(records, paths, questions);
  // A decimal comma comes from a place where the day stands first.
  const fallback = numbers === 'comma' || frame.table?.separator === ';' ? 'dmy' : 'mdy';
  const dates = dateStyles(records, paths, fallback, questions);
  const currency = namedCurrency(paths.amount);
  if (paths.amount !== undefined && paths.currency === undefined && currency === null) {
    askCurrency(chosen, paths.amount, questions);
  }
  const probability = probabilityScale(chosen, paths.probability, questions);
  const blanks = [...new Set(chosen.flatMap((profile) => profile.blanks))];
  return {
    mapping: {
      ...frame,
      fields: paths,
      ...(dates === 'iso' ? {} : { dates }),
      ...(numbers === 'plain' ? {} : { numbers }),
      ...(currency === null ? {} : { money: { currency } }),
      ...(probability === null ? {} : { probability }),
      ...(blanks.length === 0 ? {} : { blanks }),
    },
    fields,
    unused: profiles.filter(({ path, filled }) => filled > 0 && !used.has(path)).map(({ path }) => path),
    questions,
    repeated: repeatedId(profiles, paths.id),
  };
}

/** `OpportunityId` beside another id, or far from unique. */
function repeatedId(profiles: readonly ColumnProfile[], id: string | undefined): GuessedMapping['repeated'] {
  const column = profiles.find(({ path, distinct, filled }) => {
    const named = /^(?:opportunity|opp|deal) ?(?:id|key|number)$/.test(plainWords(path));
    return named && path !== id && distinct < filled * 0.95;
  });
  return column ? { path: column.path, distinct: column.distinct } : null;
}

function* valuesAt(records: readonly SourceRecord[], path: string): Generator {
  for (const record of records) yield fieldValue(record.value, path);
}

function numberStyle(
  records: readonly SourceRecord[],
  paths: MappingFields,
  questions: MappingQuestion[],
): 'plain' | 'point' | 'comma' {
  const columns = [paths.amount, paths.probability].filter((path) => path !== undefined);
  const guess = guessNumberStyle(columns.flatMap((path) => [...valuesAt(records, path)]));
  if (guess.example !== null && guess.other !== null) {
    questions.push({
      about: 'numbers',
      path: columns[0] ?? '',
      question: `${guess.example} could have thousands or decimals after the sign`,
      assumed: guess.style,
      answers: [guess.style, guess.other],
    });
  }
  return guess.style;
}

/** One style when all date fields agree, else one per field. */
function dateStyles(
  records: readonly SourceRecord[],
  paths: MappingFields,
  fallback: 'dmy' | 'mdy',
  questions: MappingQuestion[],
): DateStyle | Partial<Record<DateField, DateStyle>> {
  const mapped = DATE_FIELDS.flatMap((field) => {
    const path = paths[field];
    return path === undefined ? [] : [{ field, path, evidence: dateEvidence(valuesAt(records, path)) }];
  });
  const all = mapped.map(({ evidence }) => evidence);
  const styles: Partial<Record<DateField, DateStyle>> = {};
  for (const { field, path, evidence } of mapped) {
    const { style, example, other } = guessDateStyle(evidence, all, fallback);
    styles[field] = style;
    if (example === null || other === null) continue;
    questions.push({
      about: 'dates',
      path,
      question: `${example} reads with the day or the month first`,
      assumed: `${style} (${STYLE_WORDS[style] ?? style})`,
      answers: [style, other],
    });
  }
  const [first = 'iso', ...others] = new Set(Object.values(styles));
  return others.length === 0 ? first : styles;
}

/** A currency in the column's own name: `Amount (EUR)`, `value_usd`, `Betrag in €`. */
function namedCurrency(path: string | undefined): string | null {
  const word = /[[(]\s*([^\])]+?)\s*[\])]|[ _]([A-Za-z]{3}|\p{Sc})$/u.exec(path ?? '');
  const text = word?.[1] ?? word?.[2];
  return text === undefined ? null : currencyCode(text);
}

function askCurrency(profiles: readonly ColumnProfile[], path: string, questions: MappingQuestion[]): void {
  const texts = [...(profiles.find((profile) => profile.path === path)?.texts.keys() ?? [])];
  // A sign or code beside the numbers answers it.
  if (texts.some((text) => /€|£|[A-Z]{3}/.test(text))) return;
  const dollars = texts.some((text) => text.includes('$'));
  questions.push({
    about: 'money',
    path,
    question: dollars ? 'the amounts are in dollars of some country' : 'the amounts name no currency',
    assumed: 'the reporting currency, none if that is not set either',
    answers: ['an ISO 4217 code in money.currency'],
  });
}

function probabilityScale(
  profiles: readonly ColumnProfile[],
  path: string | undefined,
  questions: MappingQuestion[],
): '0-1' | '0-100' | null {
  const profile = profiles.find((candidate) => candidate.path === path);
  if (!profile) return null;
  if (profile.max > 1 || [...profile.texts.keys()].some((text) => text.includes('%'))) return '0-100';
  if (profile.max > 0 && [...profile.texts.keys()].every((text) => text === '0' || text === '1')) {
    questions.push({
      about: 'probability',
      path: profile.path,
      question: '1 could be certain or one percent',
      assumed: '0-1',
      answers: ['0-1', '0-100'],
    });
  }
  return '0-1';
}
