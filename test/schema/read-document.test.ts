import { expect } from '@open-wc/testing';
import { DocumentError, readDocument } from '@pipeline-kit/model/schema';
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
