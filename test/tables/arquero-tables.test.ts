import { expect } from '@open-wc/testing';
import { createPipeline } from '@pipeline-kit/model';
import { desc, op } from 'arquero';
import { happened } from '../fixtures/happened.js';
import { pipelineDocument } from '../fixtures/pipeline-document.js';
import { tableRows } from '../support/table-rows.js';

const pipeline = createPipeline(
  pipelineDocument({
    opportunities: [
      happened('A', [
        ['2026-01-05', { stage: 's1', partner: 'P1' }],
        ['2026-01-20', 's2'],
        ['2026-02-01', 's1'],
      ]),
      happened('B', [
        ['2026-01-06', { stage: 's1', partner: 'P2' }],
        ['2026-02-01', 'won'],
      ]),
      happened('later', [['2026-06-01', 's1']]),
    ],
  }),
  { asOf: '2026-02-10' },
);

describe('pipeline.tables', () => {
  it('opportunities has a row for what existed at the as-of, with nulls for what is not known', () => {
    const rows = tableRows(pipeline.tables.opportunities);
    expect(
      rows.map(({ id, stage, outcome, amount, closeDate }) => [id, stage, outcome, amount, closeDate]),
    ).to.deep.equal([
      ['A', 's1', 'open', 100_000, null],
      ['B', 'won', 'won', 100_000, null],
    ]);
  });

  it('visits has a row for each stay, the running ones counted up to the as-of', () => {
    const rows = tableRows(pipeline.tables.visits);
    expect(
      rows.map(({ opportunity, stage, entered, left, days, exit }) => [
        opportunity,
        stage,
        entered,
        left,
        days,
        exit,
      ]),
    ).to.deep.equal([
      ['A', 's1', '2026-01-05', '2026-01-20', 15, 'advance'],
      ['A', 's2', '2026-01-20', '2026-02-01', 12, 'back'],
      ['A', 's1', '2026-02-01', null, 9, 'open'],
      ['B', 's1', '2026-01-06', '2026-02-01', 26, 'won'],
    ]);
  });

  it('changes has a row for each field that an event set', () => {
    const rows = tableRows(pipeline.tables.changes).filter(({ opportunity }) => opportunity === 'B');
    expect(rows.map(({ date, field, value }) => [date, field, value])).to.deep.equal([
      ['2026-01-06', 'stage', 's1'],
      ['2026-01-06', 'amount', 100_000],
      ['2026-01-06', 'currency', 'EUR'],
      ['2026-01-06', 'partner', 'P2'],
      ['2026-02-01', 'stage', 'won'],
    ]);
  });

  it('partners has those that the document lists and those that were met', () => {
    expect(tableRows(pipeline.tables.partners).map(({ id, name }) => [id, name])).to.deep.equal([
      ['P1', 'Alpenblick Systems'],
      ['P2', null],
    ]);
  });

  it('any verb of Arquero applies where a page allows code from text', () => {
    const days = pipeline.tables.visits
      .filter((visit: { exit: string }) => visit.exit !== 'open')
      .groupby('stage')
      .rollup({ visits: op.count(), mean: op.mean('days') })
      .orderby(desc('mean'))
      .objects();
    expect(days).to.deep.equal([
      { stage: 's1', visits: 2, mean: 20.5 },
      { stage: 's2', visits: 1, mean: 12 },
    ]);
  });

  it('the questions of the README are answered', () => {
    const { opportunities, visits, changes } = pipeline.tables;
    const undated = opportunities
      .filter(
        (d: { outcome: string; closeDate: string | null }) => d.outcome === 'open' && d.closeDate === null,
      )
      .groupby('owner')
      .rollup({ open: op.count(), amount: op.sum('amount') })
      .orderby(desc('amount'));
    expect(undated.objects()).to.deep.equal([{ owner: null, open: 1, amount: 100_000 }]);
    const back = visits
      .filter((d: { exit: string }) => d.exit === 'back')
      .groupby('stage')
      .rollup({ times: op.count(), days: op.median('days') });
    expect(back.objects()).to.deep.equal([{ stage: 's2', times: 1, days: 12 }]);
    const moved = changes
      .filter((d: { field: string }) => d.field === 'amount')
      .lookup(opportunities, ['opportunity', 'id'], ['partner'])
      .groupby('partner')
      .count()
      .orderby(desc('count'));
    expect(moved.objects()).to.deep.equal([
      { partner: 'P1', count: 1 },
      { partner: 'P2', count: 1 },
    ]);
  });

  it('the surface without expressions works everywhere', () => {
    const table = pipeline.tables.opportunities.select('id', 'stage');
    expect(table.columnNames()).to.deep.equal(['id', 'stage']);
    expect(table.slice(1).get('id', 0)).to.equal('B');
    expect([...table.array('stage')]).to.deep.equal(['s1', 'won']);
  });

  it('a table is built once', () => {
    expect(pipeline.tables.visits).to.equal(pipeline.tables.visits);
  });
});
