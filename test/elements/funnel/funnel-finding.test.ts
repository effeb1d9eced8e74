import { expect } from '@open-wc/testing';
import type { FunnelResult, FunnelStep } from '@pipeline-kit/model';
import { funnelFinding, type StepChange } from '../../../packages/elements/src/funnel/funnel-finding.js';

/** A step of which `num` of `den` moved on; below 5 no rate is said. */
function step(from: string, to: string, num: number, den: number): FunnelStep {
  const rate = den < 5 ? null : num / den;
  const suppressed = den === 0 ? 'zero' : den < 5 ? 'floor' : null;
  const cell = { num, den, rate, lo: null, hi: null, suppressed } as const;
  const byAmount = { ...cell, nEff: null, unpriced: 0 };
  return { ...cell, from, to, entered: den, pending: 0, moved: 0, byAmount };
}

function result(steps: readonly FunnelStep[], facts: Partial<FunnelResult> = {}): FunnelResult {
  const stages = steps.map(({ from, den }) => ({ stage: from, count: den, amount: 0, unpriced: 0 }));
  return {
    definition: 'entered-cohort',
    pipeline: 'main',
    cohort: { axis: 'stageEntry', period: null },
    skip: 'exclude',
    createdMidFunnel: 'fill',
    backward: 'keep',
    floor: 5,
    stages,
    steps,
    overall: { num: 0, den: 0, rate: null, lo: null, hi: null, suppressed: 'zero', pending: 0, moved: 0 },
    back: {},
    skipped: {},
    reentries: {},
    lostAt: {},
    reopened: 0,
    n: { used: 0, excluded: { deleted: 0, otherPipeline: 0 } },
    ...facts,
  };
}

function change(from: string, to: string, diff: number, half: number): StepChange {
  return { from, to, diff, lo: diff - half, hi: diff + half };
}

const steps = [step('a', 'b', 80, 100), step('b', 'c', 40, 80), step('c', 'won', 30, 40)];

describe('funnelFinding(result, by, changes)', () => {
  it('is the lowest step, the first of two that are equal', () => {
    expect(funnelFinding(result(steps), 'count', null)).to.deep.include({ kind: 'lowest', step: steps[1] });
    const equal = [step('a', 'b', 5, 10), step('b', 'c', 5, 10)];
    expect(funnelFinding(result(equal), 'count', null)).to.deep.include({ step: equal[0] });
  });

  it('is the step that fell most beyond chance, before one that rose more', () => {
    const changes = [change('a', 'b', -0.1, 0.05), change('b', 'c', -0.2, 0.1), change('c', 'won', 0.3, 0.1)];
    expect(funnelFinding(result(steps), 'count', changes)).to.deep.include({ kind: 'fell', step: steps[1] });
  });

  it('is the step that rose most beyond chance, where none fell', () => {
    const changes = [change('a', 'b', 0.1, 0.05), change('c', 'won', 0.3, 0.1)];
    expect(funnelFinding(result(steps), 'count', changes)).to.deep.include({ kind: 'rose', step: steps[2] });
  });

  it('is no clear change where every interval holds 0', () => {
    const changes = [change('a', 'b', -0.1, 0.2), change('b', 'c', 0.1, 0.2)];
    expect(funnelFinding(result(steps), 'count', changes)).to.deep.include({
      kind: 'unchanged',
      step: steps[1],
    });
  });

  it('says nothing of change by amount, or where nothing can be compared', () => {
    const changes = [change('b', 'c', -0.2, 0.1)];
    expect(funnelFinding(result(steps), 'amount', changes)).to.deep.include({ kind: 'lowest' });
    const unknown = [{ from: 'b', to: 'c', diff: null, lo: null, hi: null }];
    expect(funnelFinding(result(steps), 'count', unknown)).to.deep.include({ kind: 'lowest' });
  });

  it('is the only step where there is one', () => {
    expect(funnelFinding(result([step('a', 'won', 8, 10)]), 'count', null)).to.deep.include({ kind: 'only' });
  });

  it('is the step with most behind it below the floor, and none decided where there is nothing', () => {
    const few = [step('a', 'b', 1, 2), step('b', 'won', 2, 3)];
    expect(funnelFinding(result(few), 'count', null)).to.deep.include({ kind: 'floor', step: few[1] });
    const stages = [{ stage: 'a', count: 4, amount: 0, unpriced: 0 }];
    const none = result([step('a', 'won', 0, 0)], { stages });
    expect(funnelFinding(none, 'count', null)).to.deep.equal({ kind: 'undecided', stage: 'a', count: 4 });
  });

  it('is where most stand, for a snapshot', () => {
    const snapshot = result(steps, { definition: 'snapshot' });
    expect(funnelFinding(snapshot, 'count', null)).to.deep.equal({ kind: 'today', stage: 'a', count: 100 });
  });
});
