import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { documentFrame } from '../../packages/model/src/schema/document-schema.js';
import { planRateSchema, quotaSchema, rateSchema } from '../../packages/model/src/schema/money-schema.js';
import {
  attributeSchema,
  creditSchema,
  eventSchema,
  opportunityFrame,
} from '../../packages/model/src/schema/opportunity-schema.js';
import {
  certificationSchema,
  heldTierSchema,
  partnerFrame,
} from '../../packages/model/src/schema/partner-schema.js';
import {
  registrationEventSchema,
  registrationFrame,
} from '../../packages/model/src/schema/registration-schema.js';
import { planOf, withCheck, type Plan } from '../../packages/model/src/schema/schema-plan.js';
import {
  calendarSchema,
  metaFrame,
  metaSchema,
  protectionSchema,
  ratePolicySchema,
  settingsFrame,
  tierSchema,
} from '../../packages/model/src/schema/settings-schema.js';
import { stageSchema } from '../../packages/model/src/schema/stage-schema.js';
import { record, text } from '../../packages/model/src/schema/values.js';
import { fullDocument } from '../fixtures/full-document.js';
import { placesOf, withoutPlace, withValue } from '../support/place.js';

const full = fullDocument();
const [first] = full.opportunities;
const [deal] = full.registrations ?? [];

/** Every schema that documents are read with, and good values for it. */
const kinds: Readonly<Record<string, readonly [schema: z.ZodMiniType, samples: readonly unknown[]]>> = {
  document: [documentFrame, [full]],
  settings: [settingsFrame, [full.settings]],
  meta: [metaSchema, [full.meta]],
  'meta, field by field': [metaFrame, [full.meta]],
  'rate policy': [ratePolicySchema, [full.settings.ratePolicy]],
  calendar: [calendarSchema, [full.settings.calendar, { kind: 'gregorian', fiscalYearStartMonth: 4 }]],
  protection: [protectionSchema, [full.settings.protection]],
  tier: [tierSchema, full.settings.tiers ?? []],
  stage: [stageSchema, full.stages],
  partner: [partnerFrame, full.partners],
  'held tier': [heldTierSchema, full.partners[0]?.tiers ?? []],
  certification: [certificationSchema, full.partners[0]?.certifications ?? []],
  opportunity: [opportunityFrame, full.opportunities],
  event: [eventSchema, first?.history ?? []],
  credit: [creditSchema, first?.credits ?? []],
  attribute: [attributeSchema, Object.values(first?.attributes ?? {})],
  registration: [registrationFrame, full.registrations ?? []],
  'registration event': [registrationEventSchema, deal?.history ?? []],
  rate: [rateSchema, full.rates ?? []],
  'plan rate': [planRateSchema, full.planRates ?? []],
  quota: [quotaSchema, full.quotas ?? []],
};

const words =
  'x open commit \ud800 😀 1.5 -1 0.0 EUR eur Europe/Berlin Nowhere gregorian weeks __proto__ ' +
  '2026-03-31 2026-02-30 9999-12-31 0001-01-01 1899-12-31 1900-01-01 2100-12-31 2026-03-31T24:00:00Z ' +
  '2026-03-31T25:00:00Z 2026-03-31T10:00+0100 2026-03-31T10:00:00';
const numbers = [0, -0, 1, -1, 0.5, 13, 1e14, 1e14 + 1, 1e308, 5e-324, Number.NaN, Infinity];
const objects: unknown[] = [
  [],
  [[]],
  [4, 4, 5],
  ['x'],
  {},
  { id: 'x' },
  { toString: 1 },
  { id: 'x', amount: null, note: 1 },
];
const odd: unknown[] = [
  JSON.parse('{"__proto__":{"id":"x"},"constructor":1}'),
  new Date(0),
  new Map([['id', 'x']]),
];

const nothing: unknown[] = [undefined, null, true, false, '', ' '];

/** Values of which some are right in one place, and most in none. */
const strange: readonly unknown[] = nothing
  .concat(words.split(' '), ['x'.repeat(1001), 'x'.repeat(10_001)], numbers, objects, odd)
  .map(frozen);
const names = ['note', 'id', 'at', 'extend', 'kind', 'constructor', 'toString', '__proto__', ''];

/** Frozen in depth: a test that writes into a shared value fails there and then. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

/** A change to a good value: a strange value somewhere, a field less, or a field more. */
const change = fc.record({
  what: fc.constantFrom('set', 'set', 'set', 'remove', 'add'),
  pick: fc.nat(),
  value: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...strange) },
    { weight: 1, arbitrary: fc.anything() },
  ),
  name: fc.constantFrom(...names),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function changed(value: unknown, { what, pick, value: other, name }: Change): unknown {
  const places = placesOf(value);
  const place = places[pick % places.length] ?? [];
  if (what === 'set') return withValue(value, place, other);
  if (what === 'remove') return place.length === 0 ? other : withoutPlace(value, place);
  const copy = structuredClone(value);
  if (typeof copy !== 'object' || copy === null) return other;
  return Object.defineProperty(copy, name, {
    value: other,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

/** Where the plan says other than the schema; null when both agree. */
function disagreement(schema: z.ZodMiniType, plan: Plan, value: unknown): string | null {
  const parsed = schema.safeParse(value);
  if (plan.isReadable(value) !== parsed.success) return 'isReadable';
  if (!parsed.success) return plan.isClean(value) ? 'isClean' : null;
  const wanted = withoutUndefined(parsed.data, value);
  if (
    !equal(
      plan.copy(value, [], () => {}),
      wanted,
    )
  )
    return 'copy';
  return plan.isClean(value) === equal(value, wanted) ? null : 'isClean';
}

/** Equal in depth, without the price of the message that an assertion writes. */
function equal(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every(
      (name) => Object.hasOwn(b, name) && equal(a[name as keyof typeof a], b[name as keyof typeof b]),
    )
  );
}

/** What was parsed without the fields that are `undefined`; what was passed through as it is stays so. */
function withoutUndefined(parsed: unknown, value: unknown): unknown {
  if (parsed === value || typeof parsed !== 'object' || parsed === null) return parsed;
  const inner = (name: string | number, held: unknown): unknown =>
    withoutUndefined(held, (value as Record<PropertyKey, unknown>)[name]);
  if (Array.isArray(parsed)) return Array.from(parsed, (held, index) => inner(index, held));
  const given = Object.entries(parsed).filter(([, held]) => held !== undefined);
  return Object.fromEntries(given.map(([name, held]) => [name, inner(name, held)]));
}

describe('planOf(schema)', () => {
  for (const [kind, [schema, samples]] of Object.entries(kinds)) {
    it(`planOf(schema of a ${kind}) agrees with the schema on good values and on spoiled ones`, () => {
      const plan = planOf(schema);
      for (const sample of samples) expect(plan.isClean(sample), JSON.stringify(sample)).to.equal(true);
      fc.assert(
        fc.property(
          fc.constantFrom(...samples),
          fc.array(change, { minLength: 1, maxLength: 3 }),
          (sample, changes) => {
            const value = changes.reduce(changed, sample);
            expect(disagreement(schema, plan, value)).to.equal(null);
          },
        ),
        { numRuns: 300 },
      );
    });
  }

  it('planOf(schema) tells what a copy leaves out and mends, and where', () => {
    const told: string[] = [];
    const path: (string | number)[] = ['stages', 3];
    const value = { ...full.stages[0], name: 'half \ud800', note: 1 };
    const copy = planOf(stageSchema).copy(value, path, (what) => told.push(`${what} ${path.join('.')}`));
    expect(copy).to.deep.equal({ ...full.stages[0], name: 'half \ufffd' });
    expect(told).to.deep.equal(['mended stages.3.name', 'unread stages.3.note']);
    expect(path).to.deep.equal(['stages', 3]);
  });

  it('planOf(schema) throws for a schema that it cannot take apart', () => {
    expect(() => planOf(z.map(z.string(), z.string()))).to.throw(
      TypeError,
      'no plan for schemas of type map',
    );
  });
});

describe('the check that plans and schemas agree', () => {
  const sloppy = record({ id: withCheck(z.string(), () => true), name: text });

  it('finds a plan that accepts what the schema refuses', () => {
    expect(disagreement(sloppy, planOf(sloppy), { id: 5, name: 'x' })).to.equal('isReadable');
  });

  it('finds a plan that calls clean what the schema would mend', () => {
    const blind: Plan = { ...planOf(text), isClean: (value) => typeof value === 'string' };
    expect(disagreement(text, blind, '\ud800')).to.equal('isClean');
  });

  it('finds a plan whose copy keeps what the schema does not read', () => {
    const greedy: Plan = { ...planOf(stageSchema), copy: (value) => value };
    expect(disagreement(stageSchema, greedy, { ...full.stages[0], note: 1 })).to.equal('copy');
  });
});
