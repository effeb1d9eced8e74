import { expect } from '@open-wc/testing';
import { durationTicks, roundTicks } from '../../packages/charts/src/ticks.js';

describe('roundTicks', () => {
  it('roundTicks(from, to, count) are multiples of 1, 2 or 5 times a power of ten', () => {
    expect(roundTicks(0, 280, 6)).to.deep.equal([0, 50, 100, 150, 200, 250]);
    expect(roundTicks(0, 1, 5)).to.deep.equal([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(roundTicks(-3, 12, 3)).to.deep.equal([0, 5, 10]);
  });

  it('roundTicks(from, from, count) are none', () => {
    expect(roundTicks(5, 5, 4)).to.deep.equal([]);
    expect(roundTicks(Number.NaN, 5, 4)).to.deep.equal([]);
  });
});

describe('durationTicks', () => {
  it('durationTicks(to, count, "days") counts in weeks and months', () => {
    expect(durationTicks(125, 5, 'days')).to.deep.equal([0, 30, 60, 90, 120]);
    expect(durationTicks(30, 5, 'days')).to.deep.equal([0, 7, 14, 21, 28]);
    expect(durationTicks(1, 5, 'days')).to.deep.equal([0, 1]);
  });

  it('durationTicks(to, count, "hours") counts in parts and multiples of a day', () => {
    expect(durationTicks(60, 5, 'hours')).to.deep.equal([0, 12, 24, 36, 48, 60]);
  });

  it('durationTicks(to, count, unit) goes on in round numbers', () => {
    expect(durationTicks(9000, 5, 'days')).to.deep.equal([0, 2000, 4000, 6000, 8000]);
  });
});
