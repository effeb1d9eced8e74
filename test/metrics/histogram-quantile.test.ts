import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { histogramQuantile } from '../../packages/model/src/metrics/histogram-quantile.js';

const quantile = (values: readonly number[], q: number): number | null =>
  histogramQuantile(
    values.map((value) => ({ value, count: 1 })),
    q,
  );

describe('histogramQuantile', () => {
  it('histogramQuantile(tallies, q) uses the type-7 method', () => {
    expect(quantile([3, 1, 2], 0.5)).to.equal(2);
    expect(quantile([1, 2, 3, 10], 0.5)).to.equal(2.5);
    expect(quantile([1, 2, 3, 10], 0.9)).to.be.closeTo(7.9, 1e-12);
    expect([0, 1].map((q) => quantile([4, 9, 5], q))).to.deep.equal([4, 9]);
  });

  it('histogramQuantile([], q) is null, of one value that value', () => {
    expect(histogramQuantile([], 0.5)).to.equal(null);
    expect(quantile([7], 0.9)).to.equal(7);
  });

  it('histogramQuantile(tallies, q) counts a value as often as it occurs, in one tally or several', () => {
    const values = fc.array(fc.nat(9), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(values, fc.constantFrom(0, 0.1, 0.25, 0.5, 0.75, 0.9, 1), (of, q) => {
        const tallies = [...new Set(of)].map((value) => ({
          value,
          count: of.filter((other) => other === value).length,
        }));
        expect(histogramQuantile(tallies, q)).to.equal(quantile(of, q));
        // The same by sorting the values themselves.
        const sorted = of.toSorted((a, b) => a - b);
        const place = (sorted.length - 1) * q;
        const [below = 0, above = below] = sorted.slice(Math.floor(place));
        expect(quantile(of, q)).to.be.closeTo(below + (above - below) * (place % 1), 1e-12);
      }),
    );
  });
});
