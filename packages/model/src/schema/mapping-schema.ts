import * as z from 'zod/mini';
import { isAttributeName } from './clause.js';
import { named } from './json-hints.js';
import type { DateStyle, Mapping, MappingFields } from './mapping.js';
import { mustParse } from './must-parse.js';
import { currency, listOf, maybe, oneOf, reference, text, timeZone, wholeNumber } from './values.js';
import type { Schema } from './values.js';

const path = maybe(reference);
const texts = maybe(listOf(text));
const dateStyle: Schema<DateStyle> = oneOf('iso', 'ymd', 'dmy', 'mdy', 'epoch-ms', 'epoch-s', 'serial');

const mappingFields: Schema<MappingFields> = closed({
  id: path,
  name: path,
  stage: path,
  status: path,
  isClosed: path,
  isWon: path,
  pipeline: path,
  amount: path,
  currency: path,
  probability: path,
  category: path,
  partner: path,
  partnerName: path,
  owner: path,
  customer: path,
  customerId: path,
  customerDomain: path,
  customerCountry: path,
  region: path,
  segment: path,
  createdAt: path,
  stageEnteredAt: path,
  closeDate: path,
  closedAt: path,
  lostReason: path,
  products: path,
  nextStep: path,
  deleted: path,
});

const attributeName = z.string().check(z.refine(isAttributeName, { error: 'the name of an attribute' }));

export const mappingSchema: Schema<Mapping> = named(
  'Mapping',
  closed({
    records: path,
    table: maybe(
      closed({
        separator: maybe(oneOf(',', ';', '\t', '|')),
        headerRow: maybe(wholeNumber(1, 1e6)),
        encoding: maybe(text),
      }),
    ),
    fields: mappingFields,
    attributes: maybe(z.record(attributeName, reference, { error: 'an object' })),
    dates: maybe(
      z.union(
        [
          dateStyle,
          closed({
            createdAt: maybe(dateStyle),
            stageEnteredAt: maybe(dateStyle),
            closeDate: maybe(dateStyle),
            closedAt: maybe(dateStyle),
          }),
        ],
        { error: 'a style of dates, or one for each field' },
      ),
    ),
    timeZone: maybe(timeZone),
    numbers: maybe(oneOf('plain', 'point', 'comma')),
    money: maybe(closed({ currency: maybe(currency), unit: maybe(oneOf('major', 'minor', 'micros')) })),
    probability: maybe(oneOf('0-1', '0-100')),
    stages: maybe(closed({ order: texts, won: texts, lost: texts })),
    status: maybe(closed({ open: texts, won: texts, lost: texts })),
    blanks: texts,
    productSeparator: maybe(text),
  }),
);

/**
 * A mapping from untrusted data, as a copy. Throws a RangeError that names the place:
 * `invalid mapping at fields.stages: expected one of id, name, stage …, got "Stage"`.
 */
export function readMapping(value: unknown): Mapping {
  return mustParse(mappingSchema, value, 'mapping');
}

/** A mapping is written by hand, so a field that is none of ours is a slip of the pen and refused. */
function closed<S extends z.core.$ZodLooseShape>(shape: S): z.ZodMiniObject<S> {
  return z.strictObject(shape, {
    error: ({ code }) =>
      code === 'unrecognized_keys' ? `one of ${Object.keys(shape).join(', ')}` : 'an object',
  });
}
