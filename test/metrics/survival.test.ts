import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { DurationCount } from '../../packages/model/src/metrics/durations.js';
import {
  kaplanMeier,
  restrictedMean,
  survivalAt,
  survivalQuantile,
  type SurvivalPoint,
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

/** Weeks of remission of the 21 patients on 6-mercaptopurine of Freireich et al. (1963); those still in remission run. */
const remissions: DurationCount[] = durations([
  ...[6, 6, 6, 7, 10, 13, 16, 22, 23].map((t) => ({ t, cause: 0 })),
  ...[6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map((t) => ({ t, cause: null })),
]);

/** The standard error that a lower edge of the band was made from. */
function greenwood(S: number, lo: number): number {
  return (Math.log(Math.log(lo) / Math.log(S)) * -Math.log(S) * S) / 1.959963984540054;
}

/** What no survival curve may do; empty where it does none of it. */
function curveFaults(points: readonly SurvivalPoint[]): string[] {
  return points.flatMap(({ t, S, lo, hi }, i) => [
    ...(S > (points[i - 1]?.S ?? 1) ? [`${t}: rises`] : []),
    ...(S < 0 || S > 1 ? [`${t}: no share`] : []),
    ...(lo > S + 1e-12 || (hi !== null && hi < S - 1e-12) ? [`${t}: outside its band`] : []),
  ]);
}

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

  it('kaplanMeier(durations) gives the published curve and Greenwood errors of a trial', () => {
    const { points } = kaplanMeier(remissions);
    expect(points.map(({ t, S, lo }) => [t, S.toFixed(3), greenwood(S, lo).toFixed(4)])).to.deep.equal([
      [6, '0.857', '0.0764'],
      [7, '0.807', '0.0869'],
      [10, '0.753', '0.0963'],
      [13, '0.690', '0.1068'],
      [16, '0.627', '0.1141'],
      [22, '0.538', '0.1282'],
      [23, '0.448', '0.1346'],
    ]);
  });

  it('survivalQuantile(curve, q) has the times at which the edges of the band come down as far', () => {
    expect(survivalQuantile(kaplanMeier(remissions), 0.5)).to.deep.equal({ value: 23, lo: 13, hi: null });
    expect(survivalQuantile(kaplanMeier(remissions), 0.25)).to.deep.equal({ value: 13, lo: 6, hi: 22 });
  });

  it('kaplanMeier(durations) has no upper edge where nobody is left', () => {
    const { points } = kaplanMeier(durations([2, 4].map((t) => ({ t, cause: 0 }))));
    expect(points.at(-1)).to.deep.equal({ t: 4, n: 1, d: 1, S: 0, lo: 0, hi: null });
  });

  it('survivalAt(curve, t) is null later than anything was seen, 0 when nobody was left', () => {
    expect(survivalAt(kaplanMeier(ten), 9)).to.equal(1);
    expect(survivalAt(kaplanMeier(ten), 31)).to.equal(null);
    expect(survivalAt(kaplanMeier(durations([{ t: 4, cause: 0 }])), 31)).to.equal(0);
    expect(survivalAt(kaplanMeier([]), 0)).to.equal(null);
  });

  it('kaplanMeier(durations) equals the definition, stays between 0 and 1 and never rises', () => {
    fc.assert(
      fc.property(arbitraryObserved, fc.nat(60), (observed, t) => {
        const curve = kaplanMeier(durations(observed));
        const said = survivalAt(curve, t);
        if (said !== null) expect(said).to.be.closeTo(plainly(observed, t), 1e-12);
        expect(curveFaults(curve.points)).to.deep.equal([]);
      }),
    );
  });

  it('curveFaults(points) reports a curve that rises, leaves 0 to 1 or its band', () => {
    const point = { t: 1, n: 4, d: 1, S: 0.75, lo: 0.2, hi: 0.9 };
    expect(curveFaults([point])).to.deep.equal([]);
    expect(curveFaults([point, { ...point, t: 2, S: 0.8 }])).to.deep.equal(['2: rises']);
    expect(curveFaults([{ ...point, S: -0.1 }])).to.deep.equal(['1: no share', '1: outside its band']);
    expect(curveFaults([{ ...point, hi: 0.7 }])).to.deep.equal(['1: outside its band']);
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
