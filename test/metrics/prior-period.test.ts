import { expect } from '@open-wc/testing';
import { createPipeline, dayOf, periodOf, type Period, type PriorPeriodResult } from '@pipeline-kit/model';
import fc from 'fast-check';
import { elapsedShare } from '../../packages/model/src/metrics/elapsed-share.js';
import { precedingPeriod } from '../../packages/model/src/metrics/preceding-period.js';
import { pipelineDocument } from '../fixtures/pipeline-document.js';

const month = (from: string, to: string): Period => ({ from, to });
const march = month('2026-03-01', '2026-04-01');
const february = month('2026-02-01', '2026-03-01');

async function priorPeriod(asOf: string, params = {}): Promise<PriorPeriodResult> {
  return createPipeline(pipelineDocument(), { asOf }).query('priorPeriod', params);
}

describe('priorPeriod', () => {
  it('priorPeriod() is the quarter before the one of the as-of, as far gone as that one', async () => {
    expect(await priorPeriod('2026-02-14')).to.deep.equal({
      elapsedDays: 45,
      lengthDays: 90,
      priorElapsedDays: 46,
      priorLengthDays: 92,
      whole: { from: '2025-10-01', to: '2026-01-01' },
      period: { from: '2025-10-01', to: '2025-11-16' },
      asOf: '2025-11-15',
    });
  });

  it('priorPeriod({ period, priorPeriod }) compares any two periods', async () => {
    const { period, asOf } = await priorPeriod('2026-03-10', { period: march, priorPeriod: february });
    expect([period, asOf]).to.deep.equal([{ from: '2026-02-01', to: '2026-02-10' }, '2026-02-09']);
  });

  it('priorPeriod({ period }) takes the month, quarter or year before, or as many days', async () => {
    const before = (from: string, to: string, startMonth = 1): Period =>
      periodOf(precedingPeriod({ from: dayOf(from), to: dayOf(to) }, startMonth));
    expect(before('2026-03-01', '2026-04-01')).to.deep.equal(february);
    expect(before('2026-01-01', '2026-04-01')).to.deep.equal(month('2025-10-01', '2026-01-01'));
    expect(before('2026-01-01', '2027-01-01')).to.deep.equal(month('2025-01-01', '2026-01-01'));
    expect(before('2026-02-01', '2026-05-01', 2)).to.deep.equal(month('2025-11-01', '2026-02-01'));
    // From February to April is no quarter of a year that starts in January.
    expect(before('2026-02-01', '2026-05-01')).to.deep.equal(month('2025-11-04', '2026-02-01'));
    expect(before('2026-03-05', '2026-03-12')).to.deep.equal(month('2026-02-26', '2026-03-05'));
  });

  it('elapsedShare(…) counts today, at least one day, and at most all of them', () => {
    const at = (asOf: string): number =>
      elapsedShare({ from: dayOf('2026-03-01'), to: dayOf('2026-04-01') }, { from: 0, to: 28 }, dayOf(asOf))
        .elapsedDays;
    expect(['2026-02-01', '2026-03-01', '2026-03-02', '2026-03-31', '2026-09-01'].map(at)).to.deep.equal([
      1, 1, 2, 31, 31,
    ]);
  });

  it('elapsedShare(…) rounds to the nearest day of the prior period, halves up, and never to none', () => {
    const days = (elapsed: number, length: number, priorLength: number): number =>
      elapsedShare({ from: 0, to: length }, { from: 0, to: priorLength }, elapsed - 1).priorElapsedDays;
    expect(days(1, 2, 1)).to.equal(1);
    expect(days(1, 4, 2)).to.equal(1);
    expect(days(1, 4, 6)).to.equal(2);
    expect(days(1, 90, 28)).to.equal(1);
    expect(days(10, 31, 28)).to.equal(9);
    const length = fc.integer({ min: 1, max: 400 });
    fc.assert(
      fc.property(length, length, fc.integer({ min: -50, max: 450 }), (n1, n0, asOf) => {
        const { elapsedDays, priorElapsedDays } = elapsedShare(
          { from: 0, to: n1 },
          { from: 0, to: n0 },
          asOf,
        );
        expect(priorElapsedDays).to.be.within(1, n0);
        // The nearest day, but for the one day that there is at least.
        const off = Math.abs(priorElapsedDays * n1 - elapsedDays * n0) * 2;
        expect(off <= n1 || priorElapsedDays === 1).to.equal(true);
        if (elapsedDays === n1) expect(priorElapsedDays).to.equal(n0);
      }),
    );
  });

  it('priorPeriod({ period }) refuses a period that ends before it begins', async () => {
    let message = '';
    try {
      await priorPeriod('2026-03-10', { period: { from: '2026-04-01', to: '2026-03-01' } });
    } catch (error) {
      message = String(error);
    }
    expect(message).to.match(/^RangeError: invalid priorPeriod\.period: /);
  });
});
