import { expect } from '@open-wc/testing';
import {
  DocumentError,
  readDocument,
  type DataIssue,
  type PipelineDocument,
} from '@pipeline-kit/model/schema';
import fc from 'fast-check';
import { arbitraryDocument } from '../fixtures/arbitrary-document.js';
import { fullDocument } from '../fixtures/full-document.js';
import { opportunity } from '../fixtures/opportunity.js';
import { partner } from '../fixtures/partner.js';
import { pipelineDocument } from '../fixtures/pipeline-document.js';
import { registration } from '../fixtures/registration.js';
import { stage, stages } from '../fixtures/stage.js';
import { stageEvent } from '../fixtures/stage-event.js';
import { placeOf, withoutPlace, withValue } from '../support/place.js';

const dropped = (issues: readonly DataIssue[]): DataIssue[] =>
  issues.filter(({ effect }) => effect === 'dropped');

describe('readDocument(input)', () => {
  it('readDocument(document) lets a good document through unchanged, its records uncopied', () => {
    const input = fullDocument();
    const { document, issues, dropped: count } = readDocument(input);
    expect(document).to.deep.equal(fullDocument());
    expect(document.opportunities).to.equal(input.opportunities);
    expect(issues).to.deep.equal([]);
    expect(count).to.equal(0);
  });

  it('readDocument(document) lets any good document through unchanged', () => {
    fc.assert(
      fc.property(arbitraryDocument, (input) => {
        const { document, dropped: count } = readDocument(input);
        expect(document).to.deep.equal(input);
        expect(count).to.equal(0);
      }),
      { numRuns: 50 },
    );
  });

  it('readDocument(text) and readDocument(bytes) read JSON, with and without a byte order mark', () => {
    const text = JSON.stringify(fullDocument());
    const encode = (value: string): Uint8Array => new TextEncoder().encode(value);
    for (const input of [text, `\ufeff${text}`, encode(text), encode(`\ufeff${text}`)]) {
      expect(readDocument(input).document).to.deep.equal(fullDocument());
    }
  });

  it('readDocument(document) takes empty lists', () => {
    const empty = pipelineDocument({ stages: [], partners: [], opportunities: [] });
    expect(readDocument(empty)).to.deep.equal({ document: empty, issues: [], dropped: 0 });
  });

  it('readDocument(document) takes `undefined` for a field that is not given', () => {
    const input = { ...fullDocument(), meta: undefined, rates: undefined };
    const own = {
      ...opportunity(),
      name: undefined,
      credits: undefined,
      history: [{ at: null, set: { stage: 's1', amount: undefined } }],
    };
    const { document, issues } = readDocument({ ...input, opportunities: [own] });
    expect(issues).to.deep.equal([]);
    expect(document).not.to.have.any.keys('meta', 'rates');
    expect(document.opportunities).to.deep.equal([opportunity({ history: [stageEvent(null, 's1')] })]);
    expect(Object.keys(document.opportunities[0] ?? {})).not.to.include('name');
  });
});

describe('readDocument(no document)', () => {
  const refused: readonly [what: string, input: unknown, message: string][] = [
    ['null', null, 'invalid document: expected an object, got null'],
    ['an array', [], 'invalid document: expected an object, got an array'],
    ['a number', 5, 'invalid document: expected an object, got 5'],
    ['no marker', {}, 'invalid document at schema: expected "pipeline-kit/document@1", got nothing'],
    [
      'another version',
      { ...pipelineDocument(), schema: 'pipeline-kit/document@2' },
      'invalid document at schema: expected "pipeline-kit/document@1", got "pipeline-kit/document@2"',
    ],
    [
      'no list',
      { ...pipelineDocument(), opportunities: null },
      'invalid document at opportunities: expected an array, got null',
    ],
    [
      'no settings',
      withoutPlace(pipelineDocument(), ['settings']),
      'invalid document at settings: expected an object, got nothing',
    ],
    [
      'no zone',
      withValue(pipelineDocument(), placeOf('settings.reportTimeZone'), 'Mars/Olympus'),
      'invalid document at settings.reportTimeZone: expected a time zone such as "Europe/Berlin", got "Mars/Olympus"',
    ],
    [
      'no currency',
      withValue(pipelineDocument(), placeOf('settings.reportingCurrency'), 'euro'),
      'invalid document at settings.reportingCurrency: expected a currency code of three capital letters, got "euro"',
    ],
    ['bytes that are no UTF-8', new Uint8Array([0x7b, 0xff]), 'invalid document: expected text in UTF-8'],
  ];
  for (const [what, input, message] of refused) {
    it(`readDocument(${what}) throws a DocumentError that names the place`, () => {
      expect(() => readDocument(input)).to.throw(DocumentError, message);
    });
  }

  it('readDocument(text) that is no JSON, or ends too early, is one clear error', () => {
    expect(() => readDocument('<!doctype html>')).to.throw(
      DocumentError,
      /^invalid document: expected JSON: /u,
    );
    expect(() => readDocument(JSON.stringify(pipelineDocument()).slice(0, -1))).to.throw(DocumentError);
  });
});

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
    it(`readDocument(…) sets ${record} aside for ${place} = ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`, () => {
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

describe('readDocument(document with taken ids)', () => {
  it('readDocument(…) keeps the first record of an id and sets the others aside', () => {
    const { document, issues } = readDocument(
      pipelineDocument({
        opportunities: [
          opportunity({ name: 'first' }),
          opportunity({ name: 'second' }),
          opportunity({ id: 'O2' }),
        ],
        partners: [partner(), partner({ name: 'again' })],
        registrations: [registration(), registration({ partner: 'P1' })],
      }),
    );
    const reason = (id: string): string => `id: expected an id not taken, got "${id}" again`;
    expect(issues).to.deep.equal([
      { path: 'partners[1]', reason: reason('P1'), code: 'duplicate', effect: 'dropped' },
      { path: 'opportunities[1]', reason: reason('O1'), code: 'duplicate', effect: 'dropped' },
      { path: 'registrations[1]', reason: reason('R1'), code: 'duplicate', effect: 'dropped' },
    ]);
    expect(document.opportunities.map(({ name }) => name)).to.deep.equal(['first', undefined]);
  });

  it('readDocument(…) leaves an id to the second record when the first is bad', () => {
    const first = { ...opportunity(), createdAt: 'long ago' };
    const { document, dropped: count } = readDocument({
      ...pipelineDocument(),
      opportunities: [first, opportunity({ name: 'second' })],
    });
    expect(document.opportunities.map(({ name }) => name)).to.deep.equal(['second']);
    expect(count).to.equal(1);
  });

  it('readDocument(…) tells stages apart by pipeline and id together', () => {
    const given = [
      ...stages(),
      stage({ pipeline: 'renewal' }),
      stage({ pipeline: 'renewal', name: 'again' }),
    ];
    const { document, issues } = readDocument(pipelineDocument({ stages: given }));
    expect(issues.map(({ path, code }) => [path, code])).to.deep.equal([['stages[6]', 'duplicate']]);
    expect(document.stages).to.have.length(6);
  });
});

describe('readDocument(document with unknown names)', () => {
  it('readDocument(…) keeps records that name an unknown stage, partner, tier, opportunity or currency', () => {
    const input = pipelineDocument({
      partners: [partner({ parentId: 'P0', tiers: [{ tier: 'gold', from: '2025-01-01' }] })],
      opportunities: [
        opportunity({
          history: [
            stageEvent('2026-01-05', 'legacy', { partner: 'P9' }),
            stageEvent('2026-01-06', 'legacy', { currency: 'CHF', amount: 1 }),
            stageEvent('2026-01-07', 's1', { pipeline: 'renewal' }),
          ],
        }),
      ],
      registrations: [registration({ opportunityId: 'O7' })],
    });
    const { document, issues } = readDocument(input);
    expect(document).to.deep.equal(input);
    expect(issues.map(({ path, reason, code, effect }) => [path, reason, code, effect])).to.deep.equal([
      ['partners[0].parentId', 'unknown partner: "P0"', 'unknown', 'kept'],
      ['partners[0].tiers[0].tier', 'unknown tier: "gold"', 'unknown', 'kept'],
      [
        'opportunities[0].history[0].set.stage',
        'unknown stage, counted as open: "legacy" (2 places)',
        'unknown',
        'kept',
      ],
      ['opportunities[0].history[0].set.partner', 'unknown partner: "P9"', 'unknown', 'kept'],
      [
        'opportunities[0].history[1].set.currency',
        'currency without a rate, its amounts are not priced: "CHF"',
        'unknown',
        'kept',
      ],
      ['opportunities[0].history[2].set.stage', 'unknown stage, counted as open: "s1"', 'unknown', 'kept'],
      ['registrations[0].opportunityId', 'unknown opportunity: "O7"', 'unknown', 'kept'],
    ]);
  });
});

describe('readDocument(document with more than ours)', () => {
  it('readDocument(…) does not let unknown fields through, and says which', () => {
    const input = withValue(
      fullDocument(),
      placeOf('opportunities[0].history[0].set.closedate'),
      '2026-01-01',
    );
    const { document, issues, dropped: count } = readDocument({ ...input, note: 'mine' });
    expect(document).to.deep.equal(fullDocument());
    expect(issues).to.deep.equal([
      { path: 'note', reason: 'this field is not read', code: 'unread', effect: 'kept' },
      {
        path: 'opportunities[0].history[0].set.closedate',
        reason: 'this field is not read',
        code: 'unread',
        effect: 'kept',
      },
    ]);
    expect(count).to.equal(0);
  });

  it('readDocument(…) names an unknown field once, with the number of places', () => {
    const noted = (id: string): object => ({ ...opportunity({ id }), note: 'mine' });
    const { issues } = readDocument({
      ...pipelineDocument(),
      opportunities: [noted('O1'), noted('O2'), noted('O3')],
    });
    expect(issues.map(({ path, reason }) => [path, reason])).to.deep.equal([
      ['opportunities[0].note', 'this field is not read (3 places)'],
    ]);
  });

  it('readDocument(…) mends texts for people and says so', () => {
    const input = pipelineDocument({
      opportunities: [opportunity({ name: 'half \ud83d', customer: { name: 'x'.repeat(20_000) } })],
    });
    const { document, issues } = readDocument(input);
    expect(document.opportunities[0]?.name).to.equal('half \ufffd');
    expect(document.opportunities[0]?.customer?.name).to.have.length(10_000);
    expect(issues.map(({ path, code, effect }) => [path, code, effect])).to.deep.equal([
      ['opportunities[0].name', 'invalid', 'kept'],
      ['opportunities[0].customer.name', 'invalid', 'kept'],
    ]);
  });
});
