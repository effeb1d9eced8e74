import type { MappingField } from '@pipeline-kit/model/schema';
import { categoryOf } from './category-words.js';
import type { ColumnProfile } from './column-profile.js';
import { isClosedWord, outcomeOf } from './outcome-words.js';
import { plainWords } from './plain-words.js';
import { usualStep } from './stage-words.js';

export interface Fit {
  /** 0 for values that the field cannot hold, 1 for values that are just what it holds. */
  readonly fit: number;
  readonly reason: string;
}

type Judge = (profile: ColumnProfile, records: number) => Fit;

/** How well the values of a column are what the field holds; `records` is how many there are in all. */
export function fitOf(field: MappingField, profile: ColumnProfile, records: number): Fit {
  return (JUDGES[field] ?? textFit)(profile, records);
}

/** The first values, for a reason that a person reads. */
export function sampleOf({ texts }: ColumnProfile): string {
  const shown = [...texts.keys()]
    .slice(0, 3)
    .map((text) => (text.length > 24 ? `${text.slice(0, 24)}…` : text));
  return texts.size > 3 ? `${shown.join(', ')} …` : shown.join(', ');
}

const NO: Fit = { fit: 0, reason: '' };

const dateFit: Judge = (profile) =>
  profile.dates >= 0.8 && !isFlag(profile)
    ? fits(`${percent(profile.dates)} of the values are dates`, profile.dates)
    : NO;

const flagFit: Judge = ({ flags }) => (flags >= 0.95 ? fits('the values are true and false') : NO);

const textFit: Judge = (profile) => {
  if (isFlag(profile) || (profile.dates >= 0.8 && profile.numbers < 0.8)) return NO;
  const written = [...profile.texts.keys()].some((text) => /\p{L}|\d{4}/u.test(text));
  return fits(`texts: ${sampleOf(profile)}`, written ? 1 : 0.8);
};

const JUDGES: Readonly<Partial<Record<MappingField, Judge>>> = {
  id: (profile, records) => {
    const { distinct, filled } = profile;
    if (filled < records * 0.9 || distinct < filled * 0.95 || (isFlag(profile) && records > 2)) return NO;
    return distinct === filled
      ? fits('every value occurs once')
      : fits(`all but ${filled - distinct} values occur once`, 0.9);
  },
  stage: (profile) => {
    const { distinct, filled, dates, texts } = profile;
    const everyOther = distinct === filled && filled > 20;
    if (isFlag(profile) || dates >= 0.8 || distinct > 60 || everyOther) return NO;
    const names = [...texts.keys()];
    const fit = names.some((text) => outcomeOf(text))
      ? 1
      : names.some((text) => usualStep(text) !== null)
        ? 0.9
        : 0.7;
    return fits(`${distinct} ${distinct === 1 ? 'stage' : 'stages'}: ${sampleOf(profile)}`, fit);
  },
  status: (profile) => {
    const { distinct, dates, numbers, texts, path } = profile;
    if (isFlag(profile) || dates >= 0.8 || numbers === 1 || distinct > 30) return NO;
    const known = [...texts.keys()].filter((text) => outcomeOf(text) || isClosedWord(text)).length;
    if (known >= texts.size / 2) return fits(`open, won or lost: ${sampleOf(profile)}`);
    // A "state" or a "result" may be anything; a "status" of other words is a stage by another name.
    return /stat(?:us|ut)|ステータス|状/.test(plainWords(path))
      ? fits(`few values: ${sampleOf(profile)}`, 0.7)
      : NO;
  },
  amount: (profile) => {
    const { numbers, max } = profile;
    const money = numbers >= 0.7 && max < 1e12;
    return money ? fits(`${percent(numbers)} of the values are numbers`, numbers) : NO;
  },
  probability: ({ numbers, min, max }) =>
    numbers >= 0.9 && min >= 0 && max <= 100 ? fits(`numbers from ${min} to ${max}`) : NO,
  currency: (profile) => (profile.currencies >= 0.8 ? fits(`currencies: ${sampleOf(profile)}`) : NO),
  category: (profile) => {
    const known = [...profile.texts.keys()].filter((text) => categoryOf(text) !== undefined).length;
    return known >= profile.texts.size * 0.6 ? fits(`forecast categories: ${sampleOf(profile)}`) : NO;
  },
  createdAt: dateFit,
  stageEnteredAt: dateFit,
  closeDate: dateFit,
  closedAt: dateFit,
  isClosed: flagFit,
  isWon: flagFit,
  deleted: flagFit,
};

function isFlag({ flags, distinct }: ColumnProfile): boolean {
  return flags === 1 && distinct <= 2;
}

function fits(reason: string, fit = 1): Fit {
  return { fit, reason };
}

function percent(share: number): string {
  return `${Math.floor(share * 100)} %`;
}
