import { expect } from '@open-wc/testing';
import { createPipeline, type Opportunity } from '@pipeline-kit/model';
import { happened } from '../fixtures/happened.js';
import { pipelineDocument } from '../fixtures/pipeline-document.js';

const period = { from: '2026-01-01', to: '2026-04-01' };

function pipelineOf(opportunities: readonly Opportunity[], asOf = '2026-03-31') {
  return createPipeline(pipelineDocument({ opportunities }), { asOf });
}

const everything = [
  happened('open', [['2026-01-01', 's1']]),
  happened('won', [
    ['2026-01-01', 's1'],
    ['2026-01-21', { stage: 'won', amount: 400_000 }],
  ]),
  happened('won later', [
    ['2026-01-01', 's1'],
    ['2026-02-10', { stage: 'won', amount: 200_000 }],
  ]),
  happened('lost', [
    ['2026-01-01', 's1'],
    ['2026-01-31', 'lost'],
  ]),
];

describe('salesVelocity', () => {
  it('classic is opportunities × win rate × mean amount ÷ cycle, all of one period', async () => {
    const { classic, days } = await pipelineOf(everything).query('salesVelocity', { period, floor: 1 });
    expect(days).to.equal(90);
    expect(classic).to.include({ N: 1, W: 2 / 3, nClosed: 3, A: 300_000, L: 30, nCycle: 2 });
    expect(classic.amountPerDay).to.be.closeTo((1 * (2 / 3) * 300_000) / 30, 1e-6);
  });

  it('throughput takes what enters a day in place of what stands and how long it stays', async () => {
    const { throughput } = await pipelineOf(everything).query('salesVelocity', { period, floor: 1 });
    expect(throughput.nEntered).to.equal(4);
    expect(throughput.lambda).to.be.closeTo(4 / 90, 1e-12);
    expect(throughput.amountPerDay).to.be.closeTo(
      (throughput.lambda ?? 0) * (throughput.W ?? 0) * (throughput.A ?? 0),
      1e-6,
    );
  });

  it('a period that runs is divided by its days up to the as-of', async () => {
    const { days } = await pipelineOf(everything, '2026-02-14').query('salesVelocity', { period, floor: 1 });
    expect(days).to.equal(45);
  });

  it('below the floor of won opportunities the factors are not said, the counts are', async () => {
    const { classic, suppressed } = await pipelineOf(everything).query('salesVelocity', { period, floor: 3 });
    expect(suppressed).to.equal('floor');
    expect(classic).to.include({ N: 1, nClosed: 3, W: null, A: null, L: null, amountPerDay: null });
  });
});
