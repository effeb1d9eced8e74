import { expect } from '@open-wc/testing';
import { readDocument, type DataIssue, type PipelineDocument } from '@pipeline-kit/model/schema';
import fc from 'fast-check';
import { describe as describeValue } from '../../packages/model/src/schema/explain.js';
import { arbitraryDocument } from '../fixtures/arbitrary-document.js';
import { fullDocument } from '../fixtures/full-document.js';
import { placeOf, withoutPlace, withValue } from '../support/place.js';

const dropped = (issues: readonly DataIssue[]): DataIssue[] =>
  issues.filter(({ effect }) => effect === 'dropped');

/** A bad value at a place, the record that goes for it, and why. */
const spoiled: readonly [
  place: string,
  value: unknown,
  record: string,
  reason: string,
  code?: DataIssue['code'],
][] = [
  ['stages[1].position', '20', 'stages[1]', 'position: expected a finite number, got "20"'],
  ['stages[1].kind', 'closed', 'stages[1]', 'kind: expected "open", "won" or "lost", got "closed"'],
  ['stages[1].probability', 25, 'stages[1]', 'probability: expected a number from 0 to 1, got 25', 'range'],
  ['stages[1].name', undefined, 'stages[1]', 'name: expected a text, got nothing', 'missing'],
  ['partners[1]', null, 'partners[1]', 'expected an object, got null'],
  ['partners[1].id', '', 'partners[1]', 'id: expected an id, got ""'],
  ['partners[0].tiers', {}, 'partners[0]', 'tiers: expected an array, got an object'],
  [
    'partners[0].tiers[0].from',
    '2025',
    'partners[0].tiers[0]',
    'from: expected a calendar date YYYY-MM-DD, got "2025"',
  ],
  [
    'partners[0].certifications[1].to',
    '2026-02-30',
    'partners[0].certifications[1]',
    'to: expected a calendar date YYYY-MM-DD, got "2026-02-30"',
  ],
  ['opportunities[0]', 'O1', 'opportunities[0]', 'expected an object, got "O1"'],
  ['opportunities[0].id', 17, 'opportunities[0]', 'id: expected an id, got 17'],
  [
    'opportunities[0].createdAt',
    '2026-01-05 09:00',
    'opportunities[0]',
    'createdAt: expected an instant, a calendar date or null, got "2026-01-05 09:00"',
  ],
  [
    'opportunities[0].createdAt',
    undefined,
    'opportunities[0]',
    'createdAt: expected an instant, a calendar date or null, got nothing',
    'missing',
  ],
  ['opportunities[0].history', null, 'opportunities[0]', 'history: expected an array, got null'],
  ['opportunities[0].customer.name', 5, 'opportunities[0]', 'customer.name: expected a text, got 5'],
  ['opportunities[0].attributes', ['a'], 'opportunities[0]', 'attributes: expected an object, got an array'],
  [
    'opportunities[0].attributes.score',
    Number.NaN,
    'opportunities[0].attributes.score',
    'expected a text, a finite number, true, false or null, got NaN',
  ],
  [
    'opportunities[0].attributes.industry',
    { toString: 1 },
    'opportunities[0].attributes.industry',
    'expected a text, a finite number, true, false or null, got an object',
  ],
  ['opportunities[0].history[1]', 7, 'opportunities[0].history[1]', 'expected an object, got 7'],
  [
    'opportunities[0].history[1].at',
    '9999-12-31',
    'opportunities[0].history[1]',
    'at: expected a day in the years 1900 to 2100, got "9999-12-31"',
    'range',
  ],
  [
    'opportunities[0].history[1].at',
    '0001-01-01T00:00:00Z',
    'opportunities[0].history[1]',
    'at: expected a day in the years 1900 to 2100, got "0001-01-01T00:00:00Z"',
    'range',
  ],
  [
    'opportunities[0].history[1].set',
    [],
    'opportunities[0].history[1]',
    'set: expected an object, got an array',
  ],
  [
    'opportunities[0].history[1].set.amount',
    '12,5',
    'opportunities[0].history[1]',
    'set.amount: expected an integer of minor units, got "12,5"',
  ],
  [
    'opportunities[0].history[1].set.amount',
    12.5,
    'opportunities[0].history[1]',
    'set.amount: expected an integer of minor units, got 12.5',
  ],
  [
    'opportunities[0].history[1].set.amount',
    1e14 + 1,
    'opportunities[0].history[1]',
    'set.amount: expected an amount of at most 100000000000000 minor units, got 100000000000001',
    'range',
  ],
  [
    'opportunities[0].history[1].set.amount',
    1e308,
    'opportunities[0].history[1]',
    'set.amount: expected an amount of at most 100000000000000 minor units, got 1e+308',
    'range',
  ],
  [
    'opportunities[0].history[1].set.amount',
    5e-324,
    'opportunities[0].history[1]',
    'set.amount: expected an integer of minor units, got 5e-324',
  ],
  [
    'opportunities[0].history[1].set.amount',
    'NaN',
    'opportunities[0].history[1]',
    'set.amount: expected an integer of minor units, got "NaN"',
  ],
  [
    'opportunities[0].history[1].set.stage',
    's\ud800',
    'opportunities[0].history[1]',
    'set.stage: expected an id, got "s\\ud800"',
  ],
  [
    'opportunities[0].history[1].set.currency',
    'euro',
    'opportunities[0].history[1]',
    'set.currency: expected a currency code of three capital letters, got "euro"',
  ],
  [
    'opportunities[0].history[1].set.deleted',
    'false',
    'opportunities[0].history[1]',
    'set.deleted: expected true or false, got "false"',
  ],
  [
    'opportunities[0].history[1].set.products',
    [{ id: 'a', amount: '1' }],
    'opportunities[0].history[1]',
    'set.products[0].amount: expected an integer of minor units, got "1"',
  ],
  [
    'opportunities[0].credits[0].role',
    'helper',
    'opportunities[0].credits[0]',
    'role: expected "sourced", "influenced", "fulfilled" or "cosell", got "helper"',
  ],
  [
    'opportunities[0].credits[0].at',
    '2026-01-05',
    'opportunities[0].credits[0]',
    'at: expected an instant with Z or an offset, got "2026-01-05"',
  ],
  [
    'opportunities[0].credits[0].share',
    1.5,
    'opportunities[0].credits[0]',
    'share: expected a number from 0 to 1, got 1.5',
    'range',
  ],
  ['registrations[0].customer', null, 'registrations[0]', 'customer: expected an object, got null'],
  ['registrations[0].products', 'gateway', 'registrations[0]', 'products: expected an array, got "gateway"'],
  [
    'registrations[0].history[0].state',
    'sent',
    'registrations[0].history[0]',
    'state: expected "draft", "submitted", "underReview", "pendingApproval", "approved", "rejected", "withdrawn", "cancelled" or "converted", got "sent"',
  ],
  [
    'registrations[0].history[1].at',
    null,
    'registrations[0].history[1]',
    'at: expected an instant with Z or an offset, got null',
  ],
  ['rates[0].rate', 1.065, 'rates[0]', 'rate: expected a positive decimal as text, got 1.065'],
  ['rates[0].date', '2026-13-45', 'rates[0]', 'date: expected a calendar date YYYY-MM-DD, got "2026-13-45"'],
  ['planRates[0].rate', '0', 'planRates[0]', 'rate: expected a positive decimal as text, got "0"'],
  ['quotas[0].amount', null, 'quotas[0]', 'amount: expected an integer of minor units, got null'],
  ['quotas[0].to', '2026-01-01', 'quotas[0]', 'to: expected a day after `from`, got "2026-01-01"'],
  ['rates', null, 'rates', 'expected an array, got null'],
  ['registrations', {}, 'registrations', 'expected an array, got an object'],
  ['meta', 'a CRM', 'meta', 'expected an object, got "a CRM"'],
  ['meta.asOf', 'today', 'meta.asOf', 'expected a calendar date YYYY-MM-DD, got "today"'],
  ['meta.truncated', 0, 'meta.truncated', 'expected true or false, got 0'],
  [
    'settings.ratePolicy',
    'spot',
    'settings.ratePolicy',
    'expected "closeElseAsOf", "asOf", "creation" or "plan", got "spot"',
  ],
  [
    'settings.maxRateAgeDays',
    -1,
    'settings.maxRateAgeDays',
    'expected a whole number from 0 to 1000000000, got -1',
    'range',
  ],
  [
    'settings.calendar.kind',
    'lunar',
    'settings.calendar',
    'kind: expected "gregorian" or "weeks", got "lunar"',
  ],
  [
    'settings.calendar.pattern',
    [4, 4, 4],
    'settings.calendar',
    'pattern: expected [4,4,5], [4,5,4] or [5,4,4], got an array',
  ],
  ['settings.protection.days', '90', 'settings.protection', 'days: expected a whole number, got "90"'],
  [
    'settings.tiers[0].rules[0].min',
    '30 %',
    'settings.tiers[0]',
    'rules[0].min: expected a finite number, got "30 %"',
  ],
];

describe('readDocument(document with a fault)', () => {
  for (const [place, value, record, reason, code = 'invalid'] of spoiled) {
    it(`readDocument(…) sets ${record} aside for ${place} = ${describeValue(value)}`, () => {
      const {
        document,
        issues,
        dropped: count,
      } = readDocument(withValue(fullDocument(), placeOf(place), value));
      expect(dropped(issues)).to.deep.equal([{ path: record, reason, code, effect: 'dropped' }]);
      expect(document).to.deep.equal(withoutPlace(fullDocument(), placeOf(record)));
      expect(count).to.equal(1);
    });
  }

  it('readDocument(…) reads a history grade that is none as the one that promises least', () => {
    const { document, issues } = readDocument(withValue(fullDocument(), placeOf('meta.history'), 'most'));
    expect(document.meta?.history).to.equal('current-only');
    expect(dropped(issues).map(({ path }) => path)).to.deep.equal(['meta.history']);
  });

  it('readDocument(…) reports a planted fault at its place, and loses nothing else', () => {
    fc.assert(
      fc.property(
        arbitraryDocument,
        fc.nat(),
        fc.constantFrom(null, 7, 'text', [], {}, Number.NaN),
        (good, pick, bad) => {
          const records = recordsOf(good);
          const place = records[pick % records.length] ?? [];
          const { document, issues, dropped: count } = readDocument(withValue(good, place, bad));
          expect(dropped(issues).map(({ path }) => placeOf(path))).to.deep.equal([place]);
          expect(count).to.equal(1);
          expect(document).to.deep.equal(withoutPlace(good, place));
        },
      ),
      { numRuns: 200 },
    );
  });
});

/** The places of all records that are set aside by themselves. */
function recordsOf(document: PipelineDocument): (string | number)[][] {
  const lists = ['stages', 'partners', 'opportunities', 'registrations', 'rates', 'quotas'] as const;
  return lists.flatMap((list) =>
    (document[list] ?? []).flatMap((record, index) => {
      const inner = (['history', 'credits', 'tiers'] as const).flatMap((name) => {
        const parts = (record as Partial<Record<typeof name, readonly unknown[]>>)[name] ?? [];
        return parts.map((_, part) => [list, index, name, part]);
      });
      return [[list, index], ...inner];
    }),
  );
}
