import { expect } from '@open-wc/testing';
import { createPipeline } from '@pipeline-kit/model';
import { happened } from '../fixtures/happened.js';
import { pipelineDocument } from '../fixtures/pipeline-document.js';

describe('eventualAdvance', () => {
  it('says what share moves on within x days, without punishing the young', async () => {
    const old = [10, 20].map((day) =>
      happened(`day ${day}`, [
        ['2026-01-01', 's1'],
        [`2026-01-${day + 1}`, 's2'],
      ]),
    );
    const lost = happened('lost', [
      ['2026-01-01', 's1'],
      ['2026-01-16', 'lost'],
    ]);
    const young = happened('young', [['2026-03-29', 's1']]);
    const pipeline = createPipeline(pipelineDocument({ opportunities: [...old, lost, young] }), {
      asOf: '2026-03-31',
    });
    const result = await pipeline.query('eventualAdvance', { floor: 1, days: [10, 15, 20] });
    if ('suppressed' in result) throw new Error('no history');
    const [first] = result.stages;
    expect(first).to.include({ stage: 's1', n: 4, nAdvanced: 2, nLost: 1, nMoved: 0, nOpen: 1 });
    expect(first?.within.map(({ F }) => F?.toFixed(6))).to.deep.equal(['0.333333', '0.333333', '0.666667']);
  });

  it('an advance that skips stages counts, a move back does not end the wait', async () => {
    const opportunities = [
      happened('skips', [
        ['2026-01-01', 's1'],
        ['2026-01-05', 's3'],
      ]),
      happened('back and on', [
        ['2026-01-01', 's2'],
        ['2026-01-03', 's1'],
        ['2026-01-09', 's3'],
      ]),
    ];
    const result = await createPipeline(pipelineDocument({ opportunities }), { asOf: '2026-03-31' }).query(
      'eventualAdvance',
      { floor: 1 },
    );
    if ('suppressed' in result) throw new Error('no history');
    expect(result.stages.map(({ n, nAdvanced }) => [n, nAdvanced])).to.deep.equal([
      [2, 2],
      [1, 1],
      [2, 0],
    ]);
  });
});
