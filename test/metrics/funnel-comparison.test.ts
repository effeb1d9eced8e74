import { expect } from '@open-wc/testing';
import { createPipeline } from '@pipeline-kit/model';
import { happened } from '../fixtures/happened.js';
import { pipelineDocument } from '../fixtures/pipeline-document.js';

/** Opportunities that entered s1 in a month, some of which moved on. */
function entered(month: string, count: number, on: number) {
  return Array.from({ length: count }, (_, i) =>
    happened(`${month} ${i}`, [
      [`${month}-05`, 's1'],
      [`${month}-20`, i < on ? 's2' : 'lost'],
    ]),
  );
}

const pipeline = createPipeline(
  pipelineDocument({ opportunities: [...entered('2026-01', 40, 30), ...entered('2026-02', 40, 10)] }),
  { asOf: '2026-03-31' },
);
const january = { from: '2026-01-01', to: '2026-02-01' };
const february = { from: '2026-02-01', to: '2026-03-01' };

describe('funnelComparison', () => {
  it('compares disjoint periods with the interval of Newcombe', async () => {
    const result = await pipeline.query('funnelComparison', {
      cohort: { period: february },
      priorPeriod: january,
    });
    if ('suppressed' in result) throw new Error('no history');
    const [step] = result.steps;
    expect(step).to.include({ from: 's1', to: 's2', rate: 0.25, priorRate: 0.75, diff: -0.5 });
    // From Wilson's limits of 10 and 30 of 40: 0.1419–0.4019 and 0.5981–0.8581.
    expect(step?.lo).to.be.closeTo(-0.5 - Math.hypot(0.25 - 0.14187, 0.85813 - 0.75), 1e-4);
    expect(step?.hi).to.be.closeTo(-0.5 + Math.hypot(0.40194 - 0.25, 0.75 - 0.59806), 1e-4);
  });

  it('compares with an earlier day by difference alone, for the two are not independent', async () => {
    const result = await pipeline.query('funnelComparison', { priorAsOf: '2026-01-31' });
    if ('suppressed' in result) throw new Error('no history');
    expect(result.steps[0]).to.include({ rate: 0.5, priorRate: 0.75, diff: -0.25, lo: null, hi: null });
  });

  it('has no interval where the two periods share days: their opportunities are in part the same', async () => {
    const result = await pipeline.query('funnelComparison', {
      cohort: { period: february },
      priorPeriod: { from: '2026-01-01', to: '2026-02-10' },
    });
    if ('suppressed' in result) throw new Error('no history');
    expect(result.steps[0]).to.include({ rate: 0.25, priorRate: 0.5, diff: -0.25, lo: null, hi: null });
  });

  it('refuses to compare with nothing, and with a day that is not known yet', async () => {
    const refusal = async (params: object): Promise<string> => {
      const [settled] = await Promise.allSettled([pipeline.query('funnelComparison', params)]);
      return settled.status === 'rejected' ? String(settled.reason) : 'none';
    };
    expect(await refusal({})).to.equal('RangeError: funnelComparison needs priorAsOf or priorPeriod');
    expect(await refusal({ priorAsOf: '2026-04-01' })).to.contain('invalid funnelComparison.priorAsOf');
    expect(await refusal({ priorAsOf: '2026-01-31', depth: 2 })).to.contain(
      'unknown parameter of funnel: depth',
    );
  });
});
