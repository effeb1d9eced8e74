import { expect } from '@open-wc/testing';
import {
  createPipeline,
  type FunnelParameters,
  type FunnelResult,
  type Opportunity,
} from '@pipeline-kit/model';
import { happened } from '../fixtures/happened.js';
import { pipelineDocument } from '../fixtures/pipeline-document.js';
import { stage, stages } from '../fixtures/stage.js';

async function funnel(
  opportunities: readonly Opportunity[],
  params: FunnelParameters = {},
  facts = {},
): Promise<FunnelResult> {
  const pipeline = createPipeline(pipelineDocument({ opportunities, ...facts }), { asOf: '2026-06-30' });
  return pipeline.query('funnel', { floor: 1, ...params }, { trace: true });
}

/** One opportunity that went through these stages, a week apart. */
function went(id: string, ...path: string[]): Opportunity {
  return happened(
    id,
    path.map((stage, week) => [`2026-01-${String(5 + week * 2).padStart(2, '0')}`, stage] as const),
  );
}

const counts = ({ stages }: FunnelResult): number[] => stages.map(({ count }) => count);
const rates = ({ steps }: FunnelResult): string[] => steps.map(({ num, den }) => `${num}/${den}`);

const tour = [
  went('through', 's1', 's2', 's3', 'won'),
  went('skipper', 's1', 's3', 'won'),
  went('late lead', 's3', 'lost'),
  went('open', 's1', 's2'),
  went('fell', 's1', 's2', 'lost'),
];

describe('funnel', () => {
  it('funnel() starts from its defaults', async () => {
    const { definition, pipeline, cohort, skip, createdMidFunnel, backward } = await funnel(tour);
    expect({ definition, pipeline, cohort, skip, createdMidFunnel, backward }).to.deep.equal({
      definition: 'entered-cohort',
      pipeline: 'main',
      cohort: { axis: 'stageEntry', period: null },
      skip: 'exclude',
      createdMidFunnel: 'fill',
      backward: 'keep',
    });
  });

  it('entered-cohort counts, of those that entered a stage and are decided, how many moved on', async () => {
    const result = await funnel(tour);
    expect(counts(result)).to.deep.equal([4, 3, 3, 2]);
    expect(rates(result)).to.deep.equal(['4/4', '1/2', '2/3']);
    expect(result.steps[1]?.ids).to.deep.equal({
      success: ['through'],
      fail: ['fell'],
      pending: ['open'],
      moved: [],
    });
  });

  it("skip: 'fill' takes the passing of a stage for its entry and its success", async () => {
    const result = await funnel(tour, { skip: 'fill' });
    expect(counts(result)).to.deep.equal([5, 5, 3, 2]);
    expect(rates(result)).to.deep.equal(['5/5', '3/4', '2/3']);
    const without = await funnel(tour, { skip: 'fill', createdMidFunnel: 'exclude' });
    expect(counts(without)).to.deep.equal([4, 4, 3, 2]);
  });

  it('reached fills what was skipped, visited counts what was seen, in-order wants every stage', async () => {
    expect(rates(await funnel(tour, { definition: 'reached' }))).to.deep.equal(['5/5', '3/5', '2/3']);
    expect(rates(await funnel(tour, { definition: 'visited' }))).to.deep.equal(['3/4', '3/3', '2/3']);
    expect(rates(await funnel(tour, { definition: 'in-order' }))).to.deep.equal(['3/4', '1/3', '1/1']);
  });

  it('snapshot counts what stands open now and has no won column', async () => {
    const result = await funnel(tour, { definition: 'snapshot' });
    expect(result.stages.map(({ stage, count }) => [stage, count])).to.deep.equal([
      ['s1', 0],
      ['s2', 1],
      ['s3', 0],
    ]);
  });

  it('a growing pipeline does not lower the rate: what is open is pending', async () => {
    const before = await funnel(tour);
    const after = await funnel([...tour, went('new', 's1', 's2'), went('newer', 's1', 's2')]);
    expect(after.steps[1]?.rate).to.equal(before.steps[1]?.rate);
    expect(after.steps[1]?.pending).to.equal(3);
  });

  it('a move back never undoes what was reached, unless revoked', async () => {
    const back = [went('back', 's1', 's2', 's3', 's2')];
    expect((await funnel(back)).steps.map(({ num }) => num)).to.deep.equal([1, 1, 0]);
    const revoked = await funnel(back, { backward: 'revoke' });
    expect(revoked.steps.map(({ num, pending }) => [num, pending])).to.deep.equal([
      [1, 0],
      [0, 1],
      [0, 1],
    ]);
    expect((await funnel(back)).back).to.deep.equal({ s1: 0, s2: 0, s3: 1 });
  });

  it('an opportunity counts once however often it came back', async () => {
    const result = await funnel([went('loop', 's1', 's2', 'lost', 's2', 'won', 's2', 's3', 'won')]);
    expect(counts(result)).to.deep.equal([1, 1, 1, 1]);
    expect(result.reopened).to.equal(1);
    expect(result.reentries).to.deep.equal({ s1: 0, s2: 2, s3: 0 });
  });

  it('a repeated row of the same stage is no event', async () => {
    const result = await funnel([went('echo', 's1', 's1', 's2', 's2')]);
    expect(result.reentries).to.deep.equal({ s1: 0, s2: 0, s3: 0 });
    expect(rates(result)).to.deep.equal(['1/1', '0/0', '0/0']);
  });

  it('moved to another pipeline is neither success nor failure', async () => {
    const moved = happened('moved', [
      ['2026-01-05', 's1'],
      ['2026-01-06', { stage: 'r1', pipeline: 'renewal' }],
    ]);
    const facts = { stages: [...stages(), stage({ id: 'r1', pipeline: 'renewal', name: 'Upcoming' })] };
    const result = await funnel([moved, went('stays', 's1')], {}, facts);
    expect(result.steps[0]).to.include({ num: 0, den: 0, pending: 1, moved: 1, suppressed: 'zero' });
    expect(result.overall).to.include({ pending: 1, moved: 1 });
    expect((await funnel([moved], { pipeline: 'renewal' }, facts)).n).to.deep.equal({
      used: 1,
      excluded: { deleted: 0, otherPipeline: 0 },
    });
  });

  it('a stage that the document does not list counts as open and is listed', async () => {
    const result = await funnel([went('odd', 's1', 'legacy')]);
    expect(result.steps[0]?.pending).to.equal(1);
    expect(result.unmappedIds).to.deep.equal(['odd']);
  });

  it('below the floor nothing is said but the counts', async () => {
    expect((await funnel(tour, { floor: 3 })).steps[1]).to.include({
      num: 1,
      den: 2,
      rate: null,
      lo: null,
      hi: null,
      suppressed: 'floor',
    });
  });

  it('a period by stage entry limits each column by the day of entry to it', async () => {
    const period = { from: '2026-01-07', to: '2026-02-01' };
    expect(counts(await funnel(tour, { cohort: { period } }))).to.deep.equal([0, 3, 2, 2]);
    expect((await funnel(tour, { cohort: { axis: 'creation', period } })).n.used).to.equal(0);
    expect((await funnel(tour, { cohort: { axis: 'close', period } })).n.used).to.equal(4);
  });

  it('amounts are those at the entry, for success and failure alike', async () => {
    const grown = happened('grown', [
      ['2026-01-05', { stage: 's1', amount: 100 }],
      ['2026-01-06', { stage: 's2', amount: 300 }],
      ['2026-01-07', { stage: 'lost', amount: 900 }],
    ]);
    const { steps, stages } = await funnel([grown, went('other', 's1', 's2', 's3')]);
    expect(stages.map(({ amount }) => amount)).to.deep.equal([100_100, 100_300, 100_000, 0]);
    expect(steps[1]?.byAmount).to.include({ num: 100_000, den: 100_300 });
    expect(steps[1]?.byAmount.nEff).to.be.closeTo(100_300 ** 2 / (100_000 ** 2 + 300 ** 2), 1e-9);
  });

  it('without stage history it counts what stands open and says why there are no rates', async () => {
    const flat = { meta: { history: 'current-only' as const } };
    const result = await funnel([happened('A', [[null, 's1']]), happened('B', [[null, 's2']])], {}, flat);
    expect(result.definition).to.equal('snapshot');
    expect(result.steps.map(({ suppressed }) => suppressed)).to.deep.equal(['history', 'history']);
  });
});
