import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { DurationCount } from '../../packages/model/src/metrics/durations.js';
import {
  kaplanMeier,
  restrictedMean,
  survivalAt,
  survivalQuantile,
} from '../../packages/model/src/metrics/survival.js';
import { durations, type Observed } from './durations.js';

const arbitraryObserved: fc.Arbitrary<Observed[]> = fc.array(
  fc.record({ t: fc.nat(60), cause: fc.constantFrom(null, 0, 1) }),
  { minLength: 1, maxLength: 40 },
);

/** S by the definition, term by term. */
function plainly(observed: readonly Observed[], t: number): number {
  const times = [...new Set(observed.filter(({ cause }) => cause !== null).map((one) => one.t))].filter(
    (x) => x <= t,
  );
  return times.reduce((S, time) => {
    const n = observed.filter((one) => one.t >= time).length;
    const d = observed.filter((one) => one.t === time && one.cause !== null).length;
    return S * ((n - d) / n);
  }, 1);
}

/** The ten visits of the worked example: 10 10 10 20 20 20 30, and one still running at 30. */
const ten: DurationCount[] = durations([
  ...[10, 10, 10, 20, 20, 20, 30].map((t) => ({ t, cause: 0 })),
  { t: 30, cause: null },
]);

describe('survival', () => {
  it('kaplanMeier(durations) steps down at each exit, events before censorings', () => {
    const { points, tau } = kaplanMeier(ten);
    expect(points.map(({ t, n, d, S }) => [t, n, d, S])).to.deep.equal([
      [10, 8, 3, 0.625],
      [20, 5, 3, 0.25],
      [30, 2, 1, 0.125],
    ]);
    expect(tau).to.equal(30);
  });

  it('survivalQuantile(curve, q) is the first time by which q is over, null where it was not reached', () => {
    const curve = kaplanMeier(ten);
    expect(survivalQuantile(curve, 0.5).value).to.equal(20);
    expect(survivalQuantile(curve, 0.9).value).to.equal(null);
  });

  it('restrictedMean(curve) is the area up to the longest duration', () => {
    expect(restrictedMean(kaplanMeier(ten))).to.be.closeTo(18.75, 1e-12);
    expect(restrictedMean(kaplanMeier([]))).to.equal(null);
  });

  it('kaplanMeier(durations) equals the definition, stays between 0 and 1 and never rises', () => {
    fc.assert(
      fc.property(arbitraryObserved, fc.nat(60), (observed, t) => {
        const curve = kaplanMeier(durations(observed));
        const said = survivalAt(curve, t);
        if (said !== null) expect(said).to.be.closeTo(plainly(observed, t), 1e-12);
        let before = 1;
        for (const { S, lo, hi } of curve.points) {
          expect(S).to.be.within(0, before);
          expect(lo).to.be.at.most(S + 1e-12);
          if (hi !== null) expect(hi).to.be.at.least(S - 1e-12);
          before = S;
        }
      }),
    );
  });

  it('a mean of finished visits alone reads short where many still run', () => {
    const running = durations([
      ...[5, 6, 7].map((t) => ({ t, cause: 0 })),
      ...Array.from({ length: 9 }, () => ({ t: 60, cause: null })),
    ]);
    expect(survivalQuantile(kaplanMeier(running), 0.5).value).to.equal(null);
    expect(restrictedMean(kaplanMeier(running))).to.be.greaterThan(40);
  });
});
