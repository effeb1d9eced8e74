import { expect } from '@open-wc/testing';
import { createPipeline, type Opportunity, type StageVelocityParameters } from '@pipeline-kit/model';
import { happened } from '../fixtures/happened.js';
import { pipelineDocument } from '../fixtures/pipeline-document.js';

async function velocity(
  opportunities: readonly Opportunity[],
  params: StageVelocityParameters = {},
  asOf = '2026-03-31',
) {
  const pipeline = createPipeline(pipelineDocument({ opportunities }), { asOf });
  const result = await pipeline.query('stageVelocity', { floor: 1, ...params });
  if ('suppressed' in result) throw new Error('no history');
  return Object.fromEntries(result.stages.map((row) => [row.stage, row]));
}

const day = (n: number): string => `2026-01-${String(n).padStart(2, '0')}`;

describe('stageVelocity', () => {
  it('a stay counts whole calendar days, a running one up to the as-of as censored', async () => {
    const rows = await velocity(
      [
        happened('left', [
          [day(1), 's1'],
          [day(11), 's2'],
        ]),
        happened('runs', [[day(1), 's1']]),
      ],
      {},
      '2026-01-21',
    );
    expect(rows['s1']).to.include({ n: 2, nOpen: 1, tau: 20 });
    expect(rows['s1']?.curve.map(({ t, n, d }) => [t, n, d])).to.deep.equal([[10, 2, 1]]);
    expect(rows['s2']).to.include({ n: 1, nOpen: 1 });
  });

  it('every way out is an exit: advance, back, lost, won and moved', async () => {
    const rows = await velocity([
      happened('advance', [
        [day(1), 's2'],
        [day(3), 's3'],
      ]),
      happened('back', [
        [day(1), 's2'],
        [day(3), 's1'],
      ]),
      happened('lost', [
        [day(1), 's2'],
        [day(3), 'lost'],
      ]),
      happened('won', [
        [day(1), 's2'],
        [day(3), 'won'],
      ]),
      happened('moved', [
        [day(1), 's2'],
        [day(3), 'legacy'],
      ]),
    ]);
    expect(rows['s2']?.exits).to.deep.equal({ advance: 1, back: 1, lost: 1, won: 1, moved: 1 });
  });

  it("basis 'first' takes the first stay, 'cumulative' the total of all stays", async () => {
    const loop = happened('loop', [
      [day(1), 's1'],
      [day(4), 's2'],
      [day(6), 's1'],
      [day(11), 'won'],
    ]);
    expect((await velocity([loop]))['s1']?.n).to.equal(2);
    expect((await velocity([loop], { basis: 'first' }))['s1']?.median.value).to.equal(3);
    expect((await velocity([loop], { basis: 'cumulative' }))['s1']?.median.value).to.equal(8);
  });

  it("basis 'cumulative' is censored while the opportunity stands lower, where the total can still grow", async () => {
    const fell = happened('fell', [
      [day(1), 's1'],
      [day(4), 's2'],
      [day(6), 's1'],
    ]);
    expect((await velocity([fell], { basis: 'cumulative' }))['s2']).to.include({ n: 1, nOpen: 1 });
  });

  it("unit 'hours' takes the time between the instants, a running stay up to the end of the as-of", async () => {
    const rows = await velocity(
      [
        happened('left', [
          ['2026-01-01T08:00:00Z', 's1'],
          ['2026-01-01T09:30:00Z', 's2'],
        ]),
        happened('runs', [['2026-01-01T22:00:00Z', 's1']]),
      ],
      { unit: 'hours' },
      '2026-01-01',
    );
    // The as-of ends at midnight in Berlin, 23:00 UTC.
    expect(rows['s1']).to.include({ n: 2, nOpen: 1, tau: 1.5 });
    expect(rows['s1']?.rmst).to.equal(1.5);
  });

  it('stays below a minute are kept and counted', async () => {
    const rows = await velocity([
      happened('through', [
        ['2026-01-01T08:00:00Z', 's1'],
        ['2026-01-01T08:00:59Z', 's2'],
      ]),
      happened('slower', [
        ['2026-01-01T08:00:00Z', 's1'],
        ['2026-01-01T08:01:00Z', 's2'],
      ]),
    ]);
    expect(rows['s1']).to.include({ n: 2, passThrough: 1 });
  });

  it('the floor counts the ended stays; below it nothing is said but counts', async () => {
    const running = [1, 2, 3].map((i) => happened(`runs ${i}`, [[day(i), 's1']]));
    const rows = await velocity(
      [
        happened('left', [
          [day(1), 's1'],
          [day(5), 's2'],
        ]),
        ...running,
      ],
      { floor: 2 },
    );
    expect(rows['s1']).to.deep.include({
      n: 4,
      nOpen: 3,
      suppressed: 'floor',
      curve: [],
      cif: null,
      rmst: null,
      naive: null,
    });
    expect(rows['s1']?.median).to.deep.equal({ value: null, lo: null, hi: null });
  });

  it('naive says what finished stays alone would: too little', async () => {
    const slow = Array.from({ length: 5 }, (_, i) => happened(`slow ${i}`, [[day(1), 's1']]));
    const rows = await velocity([
      happened('quick', [
        [day(1), 's1'],
        [day(3), 's2'],
      ]),
      ...slow,
    ]);
    expect(rows['s1']?.naive).to.deep.include({ completedMean: 2, completedMedian: 2 });
    expect(rows['s1']?.naive?.openAsDoneMean).to.be.greaterThan(70);
    expect(rows['s1']?.median.value).to.equal(null);
  });

  it('an undated stay has no length and is counted apart', async () => {
    const rows = await velocity([
      happened('undated', [
        [null, 's1'],
        [day(3), 's2'],
      ]),
      happened('dated', [[day(1), 's1']]),
    ]);
    expect(rows['s1']).to.deep.include({ n: 1, excluded: { undated: 1 } });
  });

  it('opportunities({ mark }) are those whose stays make the figure', async () => {
    const pipeline = createPipeline(
      pipelineDocument({
        opportunities: [
          happened('left', [
            [day(1), 's1'],
            [day(5), 's2'],
          ]),
          happened('runs', [[day(1), 's1']]),
        ],
      }),
      { asOf: '2026-03-31' },
    );
    const behind = async (exit: string): Promise<string[]> =>
      (await pipeline.opportunities({ metric: 'stageVelocity', mark: { stage: 's1', exit } })).map(
        ({ id }) => id,
      );
    expect(await behind('advance')).to.deep.equal(['left']);
    expect(await behind('open')).to.deep.equal(['runs']);
  });
});
