import { expect } from '@open-wc/testing';
import { createPipeline, type StageVelocityTrendParameters } from '@pipeline-kit/model';
import { happened } from '../fixtures/happened.js';
import { pipelineDocument } from '../fixtures/pipeline-document.js';

const january = { from: '2026-01-01', to: '2026-02-01' };
const march = { from: '2026-03-01', to: '2026-04-01' };

/** Each month five enter s1; three of them take 20 days, two take 60. */
const opportunities = ['2026-01', '2026-03'].flatMap((month) =>
  [20, 20, 20, 60, 60].map((days, i) =>
    happened(`${month} ${i}`, [
      [`${month}-01`, 's1'],
      [later(`${month}-01`, days), 's2'],
    ]),
  ),
);

function later(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}

async function trend(params: Partial<StageVelocityTrendParameters> = {}, asOf = '2026-03-11') {
  const pipeline = createPipeline(pipelineDocument({ opportunities }), { asOf });
  const asked = { stage: 's1', periods: [january, march], floor: 1, ...params };
  return pipeline.query('stageVelocityTrend', asked);
}

async function refusal(params: object): Promise<string> {
  try {
    await trend(params);
  } catch (error) {
    return error instanceof RangeError ? error.message : String(error);
  }
  return 'none';
}

describe('stageVelocityTrend', () => {
  it('takes each period of entry for a cohort of its own', async () => {
    const result = await trend({}, '2026-12-31');
    if ('suppressed' in result) throw new Error('no history');
    expect(result.stage).to.equal('s1');
    expect(
      result.periods.map(({ period, n, nOpen, median }) => [period, n, nOpen, median.value]),
    ).to.deep.equal([
      [january, 5, 0, 20],
      [march, 5, 0, 20],
    ]);
  });

  it('a young period says that its median is not reached instead of reading fast', async () => {
    const result = await trend({ floor: 0 });
    if ('suppressed' in result) throw new Error('no history');
    const young = result.periods[1];
    expect(young).to.deep.include({ n: 5, nOpen: 5, median: { value: null, lo: null, hi: null } });
  });

  it('the floor counts the ended stays of each period', async () => {
    const result = await trend({ floor: 5 });
    if ('suppressed' in result) throw new Error('no history');
    expect(result.periods.map(({ suppressed }) => suppressed)).to.deep.equal([null, 'zero']);
    const higher = await trend({ floor: 6 });
    if ('suppressed' in higher) throw new Error('no history');
    expect(higher.periods[0]).to.deep.include({
      n: 5,
      suppressed: 'floor',
      median: { value: null, lo: null, hi: null },
    });
  });

  it('refuses a stage that the pipeline has not, and what is no list of periods', async () => {
    expect(await refusal({ stage: 's9' })).to.equal(
      'unknown stageVelocityTrend.stage: "s9" (known: s1, s2, s3)',
    );
    expect(await refusal({ stage: 'won' })).to.contain('unknown stageVelocityTrend.stage: "won"');
    expect(await refusal({ periods: 'all' })).to.contain('invalid stageVelocityTrend.periods');
    expect(await refusal({ periods: [{ from: '2026-02-01', to: '2026-01-01' }] })).to.contain(
      'invalid stageVelocityTrend.periods[0]',
    );
  });

  it('answers that history is missing where only the present stage is known', async () => {
    const pipeline = createPipeline(pipelineDocument({ opportunities }), {
      asOf: '2026-03-11',
      history: 'stage-entry',
    });
    const result = await pipeline.query('stageVelocityTrend', { stage: 's1', periods: [january] });
    expect(result).to.deep.equal({ suppressed: 'history' });
  });
});
