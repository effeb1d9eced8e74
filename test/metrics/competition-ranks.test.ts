import { expect } from '@open-wc/testing';
import { competitionRanks } from '../../packages/model/src/metrics/competition-ranks.js';

const ranks = (values: Record<string, number | null>, best: 'highest' | 'lowest'): object =>
  Object.fromEntries(competitionRanks(new Map(Object.entries(values)), best));

describe('competitionRanks', () => {
  it('competitionRanks(values, best) leaves out the places that ties take: 1, 2, 2, 4', () => {
    expect(ranks({ a: 10, b: 30, c: 20, d: 20 }, 'highest')).to.deep.equal({ a: 4, b: 1, c: 2, d: 2 });
    expect(ranks({ a: 10, b: 30, c: 20, d: 20 }, 'lowest')).to.deep.equal({ a: 1, b: 4, c: 2, d: 2 });
    expect(ranks({ a: 0, b: 0, c: -1 }, 'highest')).to.deep.equal({ a: 1, b: 1, c: 3 });
  });

  it('competitionRanks(values, best) ranks no null, and none takes a place', () => {
    expect(ranks({ a: null, b: 1, c: null, d: 2 }, 'highest')).to.deep.equal({
      a: null,
      b: 2,
      c: null,
      d: 1,
    });
    expect(ranks({}, 'lowest')).to.deep.equal({});
  });
});
