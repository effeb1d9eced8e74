import { expect } from '@open-wc/testing';
import {
  createPipeline,
  type Opportunity,
  type WinRateParameters,
  type WinRateResult,
} from '@pipeline-kit/model';
import { happened } from '../fixtures/happened.js';
import { pipelineDocument } from '../fixtures/pipeline-document.js';

async function winRate(
  opportunities: readonly Opportunity[],
  params: WinRateParameters = {},
): Promise<WinRateResult> {
  const pipeline = createPipeline(pipelineDocument({ opportunities }), { asOf: '2026-03-31' });
  return pipeline.query('winRate', { floor: 1, ...params });
}

function closed(id: string, end: string, on = '2026-02-01', set = {}): Opportunity {
  return happened(id, [
    ['2026-01-05', 's1'],
    [on, { stage: end, ...set }],
  ]);
}

describe('winRate', () => {
  it('closedByCount leaves open opportunities out, so a growing pipeline does not lower it', async () => {
    const decided = [closed('A', 'won'), closed('B', 'lost')];
    const open = happened('C', [['2026-01-05', 's1']]);
    expect((await winRate(decided)).closedByCount).to.include({ num: 1, den: 2, rate: 0.5 });
    expect((await winRate([...decided, open])).closedByCount).to.include({ num: 1, den: 2, rate: 0.5 });
    expect((await winRate([...decided, open])).createdByCount).to.include({ num: 1, den: 3 });
  });

  it('closedByAmount weighs by amount, with Kish’s number in the interval', async () => {
    const { closedByAmount } = await winRate([
      closed('A', 'won', '2026-02-01', { amount: 300_000 }),
      closed('B', 'lost'),
    ]);
    expect(closedByAmount).to.include({ num: 300_000, den: 400_000, rate: 0.75, unpriced: 0 });
    expect(closedByAmount.nEff).to.be.closeTo(400_000 ** 2 / (300_000 ** 2 + 100_000 ** 2), 1e-9);
  });

  it('the rate is null, not zero, when nothing is decided', async () => {
    expect((await winRate([happened('C', [['2026-01-05', 's1']])])).closedByCount).to.include({
      den: 0,
      rate: null,
      suppressed: 'zero',
    });
  });

  it('a period holds closings by their day, never by close date', async () => {
    const late = closed('A', 'won', '2026-03-01', { closeDate: '2026-02-01' });
    const period = { from: '2026-02-01', to: '2026-03-01' };
    expect((await winRate([late], { period })).closedByCount.den).to.equal(0);
  });

  it('excludeReasons leaves losses for those reasons out', async () => {
    const all = [
      closed('A', 'won'),
      closed('B', 'lost', '2026-02-01', { lostReason: 'duplicate' }),
      closed('C', 'lost'),
    ];
    expect((await winRate(all, { excludeReasons: ['duplicate'] })).closedByCount).to.include({
      num: 1,
      den: 2,
    });
  });

  it('a closing that was taken back is none', async () => {
    const reopened = happened('A', [
      ['2026-01-05', 's1'],
      ['2026-02-01', 'lost'],
      ['2026-02-02', 's2'],
    ]);
    expect((await winRate([reopened])).closedByCount.den).to.equal(0);
  });

  it('matured does not punish a young cohort for what is still open', async () => {
    const young = Array.from({ length: 6 }, (_, i) => happened(`young ${i}`, [['2026-03-20', 's1']]));
    const { createdByCount, matured } = await winRate([
      closed('A', 'won'),
      closed('B', 'lost', '2026-02-02'),
      ...young,
    ]);
    expect(createdByCount.rate).to.equal(1 / 8);
    expect(matured.share).to.be.closeTo(0.5, 1e-9);
  });
});
