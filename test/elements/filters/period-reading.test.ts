import { expect } from '@open-wc/testing';
import { createPipeline, type Pipeline } from '@pipeline-kit/model';
import { periodsOf, presetsOf, readPeriods } from '../../../packages/elements/src/filters/period-reading.js';
import { pipelineDocument } from '../../fixtures/pipeline-document.js';

function at(asOf: string, fiscalYearStartMonth = 1): Pipeline {
  return createPipeline(pipelineDocument(), { asOf, calendar: { kind: 'gregorian', fiscalYearStartMonth } });
}

const second = { from: '2026-04-01', to: '2026-07-01' };

describe('presetsOf(pipeline)', () => {
  it('are the quarters, the year and the twelve months of its day', () => {
    expect(presetsOf(at('2026-05-20'))).to.deep.equal({
      quarter: second,
      previousQuarter: { from: '2026-01-01', to: '2026-04-01' },
      year: { from: '2026-01-01', to: '2027-01-01' },
      twelveMonths: { from: '2025-05-21', to: '2026-05-21' },
    });
  });

  it('follow the fiscal year', () => {
    const { quarter, year } = presetsOf(at('2026-05-20', 2));
    expect(quarter).to.deep.equal({ from: '2026-05-01', to: '2026-08-01' });
    expect(year).to.deep.equal({ from: '2026-02-01', to: '2027-02-01' });
  });

  it('hold twelve months around a leap day', () => {
    expect(presetsOf(at('2024-02-28')).twelveMonths).to.deep.equal({ from: '2023-03-01', to: '2024-02-29' });
    expect(presetsOf(at('2024-02-29')).twelveMonths).to.deep.equal({ from: '2023-03-01', to: '2024-03-01' });
  });
});

describe('periodsOf(pipeline, period, comparison)', () => {
  it('compares with the period before, at the share that has passed', async () => {
    expect(await periodsOf(at('2026-05-20'), second, 'previous')).to.deep.equal({
      period: second,
      // 50 of 91 days are as much as 49 of 90.
      priorPeriod: { from: '2026-01-01', to: '2026-02-19' },
    });
  });

  it('compares with the year before, whole when the period is over', async () => {
    expect(await periodsOf(at('2026-08-01'), second, 'yearBefore')).to.deep.equal({
      period: second,
      priorPeriod: { from: '2025-04-01', to: '2025-07-01' },
    });
  });

  it('compares with nothing, or nothing at all', async () => {
    expect(await periodsOf(at('2026-05-20'), second, 'none')).to.deep.equal({
      period: second,
      priorPeriod: null,
    });
    expect(await periodsOf(at('2026-05-20'), null, 'previous')).to.deep.equal({
      period: null,
      priorPeriod: null,
    });
  });
});

describe('readPeriods(pipeline, periods)', () => {
  it('knows what it was asked for again', async () => {
    const pipeline = at('2026-05-20');
    for (const kind of ['quarter', 'previousQuarter', 'year', 'twelveMonths'] as const) {
      for (const comparison of ['none', 'previous', 'yearBefore'] as const) {
        const periods = await periodsOf(pipeline, presetsOf(pipeline)[kind], comparison);
        const reading = await readPeriods(pipeline, periods);
        // A year and its twelve months before are the same days under both names; the nearer one is said.
        expect([reading.kind, reading.comparison], `${kind} ${comparison}`).to.deep.equal([
          kind,
          comparison === 'yearBefore' && (kind === 'year' || kind === 'twelveMonths')
            ? 'previous'
            : comparison,
        ]);
      }
    }
  });

  it('says own without a period, and custom for others', async () => {
    const pipeline = at('2026-05-20');
    expect(await readPeriods(pipeline, { period: null, priorPeriod: null })).to.include({
      kind: 'own',
      comparison: 'none',
      priors: null,
    });
    const other = { from: '2026-05-01', to: '2026-05-08' };
    expect(await readPeriods(pipeline, { period: other, priorPeriod: second })).to.include({
      kind: 'custom',
      comparison: 'custom',
    });
  });
});
