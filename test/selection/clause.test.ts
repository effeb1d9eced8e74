import { expect } from '@open-wc/testing';
import {
  intersection,
  isRangeClause,
  isSetClause,
  isTextClause,
  sameChoice,
  union,
  type Clause,
  type SetClause,
} from '../../packages/model/src/selection/clause.js';

const one: SetClause = { source: 'funnel', field: 'stage', in: ['s1', 's2'] };
const samples: Readonly<Record<string, Clause>> = {
  set: one,
  'empty set': { field: 'stage', in: [] },
  range: { field: 'amount', from: 0, to: 100 },
  'range without an end': { field: 'closeDate', from: '2026-01-01' },
  'range without a start': { field: 'closeDate', to: '2026-01-01' },
  text: { field: 'owner', contains: 'an' },
  'empty text': { field: 'owner', contains: '' },
};
const guards = { isSetClause, isRangeClause, isTextClause };
const own: Readonly<Record<keyof typeof guards, readonly string[]>> = {
  isSetClause: ['set', 'empty set'],
  isRangeClause: ['range', 'range without an end', 'range without a start'],
  isTextClause: ['text', 'empty text'],
};

describe('the guards of clauses', () => {
  for (const [name, guard] of Object.entries(guards)) {
    it(`${name}(clause) is true for its own and false for all others`, () => {
      const found = Object.keys(samples).filter((sample) => guard(samples[sample] ?? one));
      expect(found).to.deep.equal(own[name as keyof typeof guards]);
    });
  }

  it('every clause meets exactly one guard', () => {
    for (const clause of Object.values(samples)) {
      expect(Object.values(guards).filter((guard) => guard(clause))).to.have.length(1);
    }
  });
});

describe('sameChoice(a, b)', () => {
  it('sameChoice(a, b) is true for a clause and itself only', () => {
    for (const [name, a] of Object.entries(samples)) {
      const same = Object.keys(samples).filter((other) => sameChoice(a, samples[other] ?? a));
      expect(same).to.deep.equal([name]);
    }
  });

  it('sameChoice(a, b) looks neither at the source, nor at order, nor at repeated values', () => {
    expect(sameChoice(one, { field: 'stage', in: ['s2', 's1', 's2'] })).to.equal(true);
    expect(sameChoice({ field: 'stage', in: ['s2', 's1', 's2'] }, one)).to.equal(true);
  });

  it('sameChoice(a, b) tells fields, values, bounds and null apart', () => {
    expect(sameChoice(one, { field: 'partner', in: ['s1', 's2'] })).to.equal(false);
    expect(sameChoice(one, { field: 'stage', in: ['s1', 's3'] })).to.equal(false);
    expect(sameChoice(one, { field: 'stage', in: ['s1', 's2', null] })).to.equal(false);
    expect(sameChoice({ field: 'amount', from: 0 }, { field: 'amount', to: 0 })).to.equal(false);
  });
});

describe('union(a, b) and intersection(a, b)', () => {
  const other: SetClause = { source: 'list', field: 'stage', in: ['s2', null, 's2'] };

  it('union(a, b) lists what either lists, once, as the choice of the first', () => {
    expect(union(one, other)).to.deep.equal({ source: 'funnel', field: 'stage', in: ['s1', 's2', null] });
  });

  it('intersection(a, b) lists what both list; nothing in common chooses none', () => {
    expect(intersection(one, other)).to.deep.equal({ source: 'funnel', field: 'stage', in: ['s2'] });
    expect(intersection(one, { field: 'stage', in: ['s9'] }).in).to.deep.equal([]);
  });

  it('union(a, b) and intersection(a, b) throw for different fields', () => {
    const partner: SetClause = { field: 'partner', in: ['P1'] };
    expect(() => union(one, partner)).to.throw(RangeError, 'different fields: stage, partner');
    expect(() => intersection(one, partner)).to.throw(RangeError, 'different fields: stage, partner');
  });
});
