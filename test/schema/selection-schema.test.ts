import { expect } from '@open-wc/testing';
import { readSelection, readState, type Selection } from '@pipeline-kit/model/schema';
import { withValue } from '../support/place.js';

const good: Selection = [
  { source: 'funnel', field: 'stage', in: ['s1', 'legacy', null] },
  { field: 'registered', in: [true] },
  { field: 'amount', from: 100_000, to: 200_000 },
  { field: 'closedDate', to: '2026-01-31' },
  { field: 'owner', contains: '' },
  { field: 'attributes.score', from: 3, to: 7 },
  { field: 'attributes.industry', contains: 'STEEL' },
  { field: 'segment', in: [] },
];

describe('readSelection(value)', () => {
  it('readSelection(value) returns a copy of a good selection, also through JSON', () => {
    const read = readSelection(good);
    expect(read).to.deep.equal(good);
    expect(read[0]).not.to.equal(good[0]);
    expect(readSelection(JSON.parse(JSON.stringify(good)))).to.deep.equal(good);
    expect(readSelection([])).to.deep.equal([]);
  });

  it('readSelection(value) does not let unknown and `undefined` fields through', () => {
    const clause = { field: 'stage', in: ['s1'], from: undefined, source: undefined, colour: 'red' };
    const [read] = readSelection([clause]);
    expect(Object.keys(read ?? {})).to.deep.equal(['field', 'in']);
  });

  const refused: readonly [value: unknown, message: string | RegExp][] = [
    [null, 'invalid selection: expected an array, got null'],
    [[5], 'invalid selection at [0]: expected an object, got 5'],
    [
      withValue(good, [2, 'field'], 'colour'),
      /^invalid selection at \[2\]\.field: expected one of stage, pipeline, .*, attributes\.NAME, got "colour"$/u,
    ],
    [withValue(good, [2, 'field'], 'attributes.__proto__'), /^invalid selection at \[2\]\.field/u],
    [withValue(good, [2, 'field'], 'attributes.'), /^invalid selection at \[2\]\.field/u],
    [
      [{ field: 'stage' }],
      'invalid selection at [0]: expected one of in, from and to, or contains, got an object',
    ],
    [
      [{ field: 'amount', in: [1], from: 1 }],
      'invalid selection at [0]: expected one of in, from and to, or contains, got an object',
    ],
    [[{ field: 'stage', in: 's1' }], 'invalid selection at [0].in: expected an array, got "s1"'],
    [
      [{ field: 'stage', in: [{}] }],
      'invalid selection at [0].in[0]: expected a text, a number, true, false or null, got an object',
    ],
    [
      [{ field: 'stage', from: 's1' }],
      'invalid selection at [0].from: expected no range for stage, got "s1"',
    ],
    [
      [{ field: 'registered', from: 0 }],
      'invalid selection at [0].from: expected no range for registered, got 0',
    ],
    [
      [{ field: 'amount', from: '1' }],
      'invalid selection at [0].from: expected a number of minor units, got "1"',
    ],
    [[{ field: 'amount', to: Number.NaN }], /^invalid selection at \[0\]\.to: /u],
    [
      [{ field: 'createdDate', to: '2026-02-30' }],
      'invalid selection at [0].to: expected a calendar date YYYY-MM-DD, got "2026-02-30"',
    ],
    [
      [{ field: 'createdDate', contains: '2026' }],
      'invalid selection at [0].contains: expected no contains for createdDate, got "2026"',
    ],
    [[{ field: 'owner', contains: 5 }], 'invalid selection at [0].contains: expected a text, got 5'],
    [
      [{ field: 'owner', source: {}, contains: 'x' }],
      'invalid selection at [0].source: expected a text, got an object',
    ],
  ];
  for (const [value, message] of refused) {
    it(`readSelection(${JSON.stringify(value).slice(0, 70)}) throws a RangeError that names the place`, () => {
      expect(() => readSelection(value)).to.throw(RangeError, message);
    });
  }
});

describe('readState(value)', () => {
  it('readState(value) returns what was saved', () => {
    const state = {
      v: 1,
      selection: good,
      asOf: '2026-03-31',
      period: { from: '2026-01-01', to: '2026-04-01' },
      priorPeriod: { from: '2025-10-01', to: '2026-01-01' },
    };
    expect(readState(JSON.stringify(state))).to.deep.equal(state);
    expect(readState(JSON.parse(JSON.stringify(state)))).to.deep.equal(state);
    expect(readState({ v: 1, selection: [] })).to.deep.equal({ v: 1, selection: [] });
  });

  it('readState(value) refuses another version and names a bad place', () => {
    expect(() => readState({ v: 2, selection: [] })).to.throw(
      RangeError,
      'invalid state at v: expected version 1, got 2',
    );
    expect(() => readState({ v: 1, selection: [{ field: 'x' }] })).to.throw(
      RangeError,
      /^invalid state at selection\[0\]\.field: /u,
    );
    expect(() => readState({ v: 1, selection: [], asOf: 'now' })).to.throw(
      RangeError,
      'invalid state at asOf',
    );
  });

  for (const name of ['period', 'priorPeriod']) {
    it(`readState({ ${name} }) refuses a period that ends where it begins, or before`, () => {
      for (const to of ['2026-01-01', '2025-12-31']) {
        expect(() => readState({ v: 1, selection: [], [name]: { from: '2026-01-01', to } })).to.throw(
          RangeError,
          `invalid state at ${name}.to: expected a day after from, got "${to}"`,
        );
      }
    });
  }

  it('readState(value) refuses a text that is no JSON', () => {
    for (const text of ['', '{', '[['.repeat(20_000)]) {
      expect(() => readState(text)).to.throw(RangeError, 'invalid state: expected JSON: ');
    }
    expect(() => readState('[]')).to.throw(RangeError, 'invalid state: expected an object');
  });
});
