import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  aalenJohansen,
  finalIncidence,
  incidenceAt,
} from '../../packages/model/src/metrics/competing-risks.js';
import { kaplanMeier } from '../../packages/model/src/metrics/survival.js';
import { durations, type Observed } from './durations.js';

const arbitraryObserved: fc.Arbitrary<Observed[]> = fc.array(
  fc.record({ t: fc.nat(60), cause: fc.constantFrom(null, 0, 1) }),
  { minLength: 1, maxLength: 40 },
);

describe('competing risks', () => {
  it('incidenceAt(risks, cause, t) without censoring is the share gone for the cause', () => {
    const risks = aalenJohansen(durations([1, 2, 2, 3].map((t, i) => ({ t, cause: i % 2 }))));
    expect(incidenceAt(risks, 0, 2).F).to.be.closeTo(0.5, 1e-12);
    expect(incidenceAt(risks, 1, 2).F).to.be.closeTo(0.25, 1e-12);
    expect(incidenceAt(risks, 1, 99).F).to.be.closeTo(0.5, 1e-12);
  });

  it('incidenceAt(risks, cause, t) without censoring has the variance of a share: F(1 − F)/n', () => {
    const risks = aalenJohansen(durations([1, 2, 2, 3, 4, 5, 6, 7].map((t, i) => ({ t, cause: i % 2 }))));
    const { F, lo, hi } = incidenceAt(risks, 0, 5);
    expect(F).to.equal(0.375);
    const width = (1.959963984540054 * Math.sqrt((0.375 * 0.625) / 8)) / (0.375 * -Math.log(0.375));
    expect(lo).to.be.closeTo(0.375 ** Math.exp(width), 1e-12);
    expect(hi).to.be.closeTo(0.375 ** Math.exp(-width), 1e-12);
  });

  it('incidenceAt(risks, cause, t) has no interval at 0 and at 1', () => {
    const risks = aalenJohansen(durations([3, 3, 5, 8].map((t) => ({ t, cause: 0 }))));
    expect(incidenceAt(risks, 0, 2)).to.deep.equal({ F: 0, lo: null, hi: null });
    expect(incidenceAt(risks, 1, 8)).to.deep.equal({ F: 0, lo: null, hi: null });
    expect(incidenceAt(risks, 0, 8)).to.deep.equal({ F: 1, lo: null, hi: null });
  });

  it('what left for one cause and for another, and what is still there, add up to 1', () => {
    fc.assert(
      fc.property(arbitraryObserved, (observed) => {
        const counts = durations(observed);
        const risks = aalenJohansen(counts);
        const left = kaplanMeier(counts).points.at(-1)?.S ?? 1;
        expect(finalIncidence(risks, 0) + finalIncidence(risks, 1) + left).to.be.closeTo(1, 1e-9);
      }),
    );
  });

  it('one minus the Kaplan–Meier of a single cause would say too much', () => {
    const observed = [1, 1, 2, 2, 3, 3].map((t, i) => ({ t, cause: i % 2 }));
    const single = observed.map(({ t, cause }) => ({ t, cause: cause === 0 ? 0 : null }));
    const naive = 1 - (kaplanMeier(durations(single)).points.at(-1)?.S ?? 1);
    // 1 − 5/6 · 3/4 · 1/2, where half left for the cause.
    expect(naive).to.be.closeTo(0.6875, 1e-12);
    expect(finalIncidence(aalenJohansen(durations(observed)), 0)).to.be.closeTo(0.5, 1e-12);
  });

  it('incidenceAt(risks, cause, t) is null beyond what was seen, while anything still runs', () => {
    const running = aalenJohansen(
      durations([
        { t: 5, cause: 0 },
        { t: 9, cause: null },
      ]),
    );
    expect(incidenceAt(running, 0, 9).F).to.equal(0.5);
    expect(incidenceAt(running, 0, 10)).to.deep.equal({ F: null, lo: null, hi: null });
    const over = aalenJohansen(durations([{ t: 5, cause: 0 }]));
    expect(incidenceAt(over, 0, 10).F).to.equal(1);
  });

  it('the interval holds the estimate', () => {
    fc.assert(
      fc.property(arbitraryObserved, fc.nat(60), (observed, t) => {
        const { F, lo, hi } = incidenceAt(aalenJohansen(durations(observed)), 0, t);
        if (F === null || lo === null || hi === null) return;
        expect(lo).to.be.within(0, F);
        expect(hi).to.be.within(F, 1);
      }),
    );
  });
});
