import type { MappingField } from '@pipeline-kit/model/schema';
import type { ColumnProfile } from './column-profile.js';
import { fitOf, sampleOf } from './field-fit.js';
import { matchNames } from './field-names.js';
import { isClosedWord, outcomeOf } from './outcome-words.js';
import { plainWords } from './plain-words.js';
import { usualStep } from './stage-words.js';

/** One field and the path that was found for it. */
export interface GuessedField {
  readonly field: MappingField;
  readonly path: string;
  /** 0 to 1: how well the name and the values fit. */
  readonly confidence: number;
  readonly reasons: readonly string[];
}

/** Below this a pair is no more than a coincidence. */
const FLOOR = 0.5;

/**
 * The best path for each field: every pair of a column and a field that its name suggests is scored by
 * name × values, and the best pairs are taken first; each column feeds one field. A stage that no name
 * gives away is looked for among the values, an amount only when one column of numbers is left.
 */
export function guessFields(profiles: readonly ColumnProfile[], records: number): GuessedField[] {
  const offers = profiles
    .filter((profile) => profile.filled > 0)
    .flatMap((profile, column) =>
      matchNames(profile.path).map(({ field, score, known }) => {
        const { fit, reason } = fitOf(field, profile, records);
        const reasons = [`the name says ${JSON.stringify(known)}`, reason];
        return { field, path: profile.path, column, confidence: score * fit, reasons };
      }),
    )
    .filter(({ confidence }) => confidence >= FLOOR)
    .sort((a, b) => b.confidence - a.confidence || a.column - b.column);
  const found = new Map<MappingField, GuessedField>();
  const used = new Set<string>();
  const take = ({ field, path, confidence, reasons }: GuessedField): void => {
    if (found.has(field) || used.has(path)) return;
    found.set(field, { field, path, confidence: Math.round(confidence * 100) / 100, reasons });
    used.add(path);
  };
  for (const offer of offers) take(offer);
  statusAsStage(found);
  const rest = (): ColumnProfile[] => profiles.filter(({ path, filled }) => filled > 0 && !used.has(path));
  if (!found.has('stage')) for (const guess of stageByValues(rest())) take(guess);
  if (!found.has('amount')) for (const guess of amountByValues(rest(), records)) take(guess);
  partnerIdAndName(found, profiles, used);
  lateClosing(found, profiles);
  return [...found.values()];
}

/** Only a status and no stage: the status is the stage. */
function statusAsStage(found: Map<MappingField, GuessedField>): void {
  const status = found.get('status');
  if (!status || found.has('stage')) return;
  found.delete('status');
  found.set('stage', { ...status, field: 'stage', reasons: [...status.reasons, 'nothing else is a stage'] });
}

function stageByValues(rest: readonly ColumnProfile[]): GuessedField[] {
  return rest
    .filter(
      (profile) =>
        profile.distinct >= 2 && profile.distinct <= 25 && profile.dates < 0.5 && profile.numbers < 0.5,
    )
    .map((profile): GuessedField => {
      const texts = [...profile.texts.keys()];
      const outcomes = texts.filter((text) =>
        ['won', 'lost'].includes(outcomeOf(text)?.outcome ?? ''),
      ).length;
      const steps = texts.filter((text) => usualStep(text) !== null).length;
      const confidence = outcomes > 0 && steps + outcomes >= texts.length / 2 ? 0.6 : 0;
      return {
        field: 'stage',
        path: profile.path,
        confidence,
        reasons: [`values are stages: ${sampleOf(profile)}`],
      };
    })
    .filter(({ confidence }) => confidence > 0);
}

function amountByValues(rest: readonly ColumnProfile[], records: number): GuessedField[] {
  const numeric = rest.filter(
    ({ numbers, filled, flags, max, path }) =>
      numbers >= 0.95 &&
      filled >= records / 2 &&
      flags < 1 &&
      max > 100 &&
      !/\b(?:id|no|nr|year|days|phone|zip)\b/.test(plainWords(path)),
  );
  const [only] = numeric;
  if (!only || numeric.length > 1) return [];
  return [
    {
      field: 'amount',
      path: only.path,
      confidence: 0.5,
      reasons: ['the only column of numbers that is left'],
    },
  ];
}

/** Two columns `partner id` and `partner name` are one partner. */
function partnerIdAndName(
  found: Map<MappingField, GuessedField>,
  profiles: readonly ColumnProfile[],
  used: Set<string>,
): void {
  const partner = found.get('partner');
  if (!partner) return;
  const words = plainWords(partner.path);
  const stem = words.replace(/ (?:name|id)$/, '');
  const other = profiles.find(({ path, filled }) => {
    const candidate = plainWords(path);
    return filled > 0 && !used.has(path) && [`${stem} id`, `${stem} name`, stem].includes(candidate);
  });
  if (!other) return;
  const [id, name] = words.endsWith(' id') ? [partner.path, other.path] : [other.path, partner.path];
  if (!plainWords(id).endsWith(' id')) return;
  found.set('partner', { ...partner, path: id });
  found.set('partnerName', { ...partner, field: 'partnerName', path: name });
  used.add(other.path);
}

/** A "date closed" that open records fill too is the date on which they are expected to close. */
function lateClosing(found: Map<MappingField, GuessedField>, profiles: readonly ColumnProfile[]): void {
  const closed = found.get('closedAt');
  const stage = profiles.find(({ path }) => path === found.get('stage')?.path);
  const dates = profiles.find(({ path }) => path === closed?.path);
  if (!closed || !stage || !dates || found.has('closeDate')) return;
  let ended = 0;
  for (const [text, count] of stage.texts) {
    if (isClosedWord(text) || ['won', 'lost'].includes(outcomeOf(text)?.outcome ?? '')) ended += count;
  }
  if (dates.filled <= ended) return;
  found.delete('closedAt');
  found.set('closeDate', {
    ...closed,
    field: 'closeDate',
    reasons: [...closed.reasons, 'open records have it too'],
  });
}
