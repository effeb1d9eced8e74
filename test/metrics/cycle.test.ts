import { expect } from '@open-wc/testing';
import {
  createPipeline,
  type CycleParameters,
  type CycleResult,
  type Opportunity,
} from '@pipeline-kit/model';
import { happened } from '../fixtures/happened.js';
import { pipelineDocument } from '../fixtures/pipeline-document.js';
import { registration } from '../fixtures/registration.js';
import { stages } from '../fixtures/stage.js';

async function cycle(
  opportunities: readonly Opportunity[],
  params: CycleParameters = {},
  facts = {},
): Promise<CycleResult> {
  const pipeline = createPipeline(pipelineDocument({ opportunities, ...facts }), { asOf: '2026-03-31' });
  return pipeline.query('cycle', { floor: 1, ...params });
}

const won = happened('won', [
  ['2026-01-01', 's1'],
  ['2026-01-11', 's2'],
  ['2026-01-31', 'won'],
]);

describe('cycle', () => {
  it('cycle() counts days from created to the closing, those still open as censored', async () => {
    const result = await cycle([won, happened('open', [['2026-01-01', 's1']])]);
    expect(result).to.include({ start: 'created', n: 2, nWon: 1, nLost: 0, nOpen: 1 });
    expect(result.wonOnly).to.deep.equal({ n: 1, median: 30, mean: 30 });
    expect(result.timeToClose?.median.value).to.equal(30);
    expect(result.winWithin[0]).to.include({ days: 30, F: 0.5 });
  });

  it("start 'firstStage', 'qualified' and 'registered' count from there", async () => {
    const first = happened(
      'late',
      [
        ['2026-01-05', 's1'],
        ['2026-01-31', 'won'],
      ],
      { createdAt: '2026-01-01' },
    );
    expect((await cycle([first], { start: 'firstStage' })).wonOnly.median).to.equal(26);
    const qualified = stages().map((one) => (one.id === 's2' ? { ...one, qualified: true } : one));
    expect((await cycle([won], { start: 'qualified' }, { stages: qualified })).wonOnly.median).to.equal(20);
    const registrations = [
      registration({ opportunityId: 'won', history: [{ at: '2026-01-21T10:00:00Z', state: 'submitted' }] }),
    ];
    expect((await cycle([won], { start: 'registered' }, { registrations })).wonOnly.median).to.equal(10);
    expect((await cycle([won], { start: 'registered' })).excluded).to.include({ noStart: 1 });
  });

  it('a closing before the start is dropped and counted, never made positive', async () => {
    const skewed = happened(
      'skewed',
      [
        ['2026-01-01', 's1'],
        ['2026-01-05', 'won'],
      ],
      { createdAt: '2026-01-10' },
    );
    const { n, excluded } = await cycle([skewed, won]);
    expect(n).to.equal(1);
    expect(excluded).to.include({ clockSkew: 1 });
  });

  it('a deleted opportunity is left out and counted', async () => {
    const deleted = happened('deleted', [
      ['2026-01-01', 's1'],
      ['2026-01-02', { deleted: true }],
    ]);
    expect((await cycle([deleted, won])).excluded).to.include({ deleted: 1 });
  });

  it('winWithin is null beyond what was seen while anything is open', async () => {
    const { winWithin } = await cycle([won, happened('open', [['2026-03-01', 's1']])], { days: [10, 300] });
    expect(winWithin.map(({ F }) => F)).to.deep.equal([0, null]);
  });
});
