import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { peerPrior, shrunkenRate, type WinCount } from '../../packages/model/src/metrics/peer-prior.js';

const counts = (...pairs: readonly (readonly [won: number, closed: number])[]): WinCount[] =>
  pairs.map(([won, closed]) => ({ won, closed }));

describe('peerPrior', () => {
  it('peerPrior([]) has no mean', () => {
    expect(peerPrior([])).to.deep.equal({ m: null, k: null, J: 0, method: 'none' });
    expect(peerPrior(counts([0, 0], [0, 0]))).to.deep.equal({ m: null, k: null, J: 0, method: 'none' });
  });

  it('peerPrior(counts) is the mean over cases, not over partners', () => {
    expect(peerPrior(counts([1, 1], [0, 9])).m).to.equal(0.1);
  });

  it('peerPrior(counts) takes 10 cases where the spread cannot be told', () => {
    const byDefault = { k: 10, method: 'default' } as const;
    expect(peerPrior(counts([2, 3], [1, 2], [0, 0]))).to.deep.include({ J: 2, ...byDefault });
    expect(peerPrior(counts([0, 3], [0, 2], [0, 4]))).to.deep.include({ m: 0, J: 3, ...byDefault });
    expect(peerPrior(counts([3, 3], [2, 2], [4, 4]))).to.deep.include({ m: 1, J: 3, ...byDefault });
    // One case each says nothing of how much partners differ.
    expect(peerPrior(counts([1, 1], [0, 1], [1, 1]))).to.deep.include({ J: 3, ...byDefault });
  });

  it('peerPrior(counts) is the method of moments', () => {
    // w/n = 2/3, 2/2, 0/1, 1/2: m = 5/8, m(1 − m) = 15/64, S = 3/24² + 2·(3/8)² + (5/8)² + 2/8² = 17/24,
    // ρ = (17/24 − 3·15/64) ÷ (15/64·(8 − 18/8 − 3)) = 4/495, k = 495/4 − 1.
    const { m, k, J, method } = peerPrior(counts([2, 3], [2, 2], [0, 1], [1, 2]));
    expect([m, J, method]).to.deep.equal([0.625, 4, 'moments']);
    expect(k).to.be.closeTo(122.75, 1e-9);
  });

  it('peerPrior(counts) stays within 2 and 200 cases', () => {
    expect(peerPrior(counts([50, 50], [0, 50], [50, 50], [0, 50])).k).to.equal(2);
    expect(peerPrior(counts([5, 10], [5, 10], [5, 10])).k).to.equal(200);
  });

  it('peerPrior(counts) does not depend on the order of partners', () => {
    const count = fc.tuple(fc.nat(9), fc.nat(9)).map(([won, lost]) => ({ won, closed: won + lost }));
    fc.assert(
      fc.property(fc.array(count, { maxLength: 8 }), (of) => {
        expect(peerPrior(of.toReversed())).to.deep.equal(peerPrior(of));
      }),
    );
  });
});

describe('shrunkenRate', () => {
  const prior = { m: 0.5, k: 10, J: 3, method: 'moments' } as const;

  it('shrunkenRate(count, prior) adds k cases of the mean', () => {
    expect(shrunkenRate({ won: 1, closed: 1 }, prior)).to.equal(6 / 11);
    expect(shrunkenRate({ won: 30, closed: 60 }, prior)).to.equal(0.5);
    expect(shrunkenRate({ won: 0, closed: 0 }, prior)).to.equal(0.5);
    expect(shrunkenRate({ won: 1, closed: 1 }, { m: null, k: null, J: 0, method: 'none' })).to.equal(null);
  });

  it('shrunkenRate(count, prior) lies between the own rate and the mean', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), fc.double({ min: 0, max: 1, noNaN: true }), (won, lost, m) => {
        fc.pre(won + lost > 0);
        const own = won / (won + lost);
        const shrunk = shrunkenRate({ won, closed: won + lost }, { ...prior, m }) ?? Number.NaN;
        expect(shrunk).to.be.within(Math.min(own, m) - 1e-12, Math.max(own, m) + 1e-12);
      }),
    );
  });
});
