import { expect } from '@open-wc/testing';
import { createPipeline, type Opportunity, type SlippageResult } from '@pipeline-kit/model';
import { happened } from '../fixtures/happened.js';
import { pipelineDocument } from '../fixtures/pipeline-document.js';

async function slippage(
  opportunities: readonly Opportunity[],
  params = {},
  asOf = '2026-03-31',
): Promise<SlippageResult> {
  const result = await createPipeline(pipelineDocument({ opportunities }), { asOf }).query(
    'slippage',
    params,
    {
      trace: true,
    },
  );
  if ('suppressed' in result) throw new Error('no history');
  return result;
}

const due = (at: string, closeDate: string | null) => [at, { closeDate }] as const;

describe('slippage', () => {
  it('slippage() tells pushes, pull-ins and slips into a later quarter apart', async () => {
    const { totals, opportunities } = await slippage([
      happened('A', [
        ['2026-01-05', { stage: 's1', closeDate: '2026-02-28' }],
        due('2026-01-20', '2026-03-20'),
        due('2026-02-20', '2026-03-10'),
        due('2026-03-05', '2026-04-10'),
      ]),
    ]);
    expect(totals).to.deep.equal({ push: 2, pullIn: 1, slip: 1, netDays: 41 });
    expect(opportunities?.[0]?.moves.map(({ kind, days, slip }) => [kind, days, slip])).to.deep.equal([
      ['push', 20, false],
      ['pullIn', -10, false],
      ['push', 31, true],
    ]);
  });

  it('slippage() takes edits within an hour as one, so a corrected mistake is no move', async () => {
    const typo = [
      ['2026-01-05T08:00:00Z', { stage: 's1', closeDate: '2026-02-28' }],
      due('2026-02-01T10:00:00Z', '2026-12-28'),
      due('2026-02-01T10:59:00Z', '2026-02-28'),
    ] as const;
    expect((await slippage([happened('typo', typo)])).totals.push).to.equal(0);
    const slow = [...typo.slice(0, 2), due('2026-02-01T11:01:00Z', '2026-02-28')];
    expect((await slippage([happened('slow', slow)])).totals).to.include({ push: 1, pullIn: 1 });
  });

  it('slippage() counts moves only while the opportunity is open', async () => {
    const { totals } = await slippage([
      happened('closed', [
        ['2026-01-05', { stage: 's1', closeDate: '2026-02-28' }],
        ['2026-02-10', 'won'],
        due('2026-02-11', '2026-06-30'),
      ]),
      happened('won that day', [
        ['2026-01-05', { stage: 's1', closeDate: '2026-02-28' }],
        ['2026-02-10', { stage: 'won', closeDate: '2026-02-10' }],
      ]),
    ]);
    expect(totals).to.deep.equal({ push: 0, pullIn: 0, slip: 0, netDays: 0 });
  });

  it("slippage({ period }) says what became of what was due, by that day's amounts", async () => {
    const start = ['2026-01-05', { stage: 's1', closeDate: '2026-03-15' }] as const;
    const { rate } = await slippage(
      [
        happened('won', [start, ['2026-03-02', 'won']]),
        happened('lost', [start, ['2026-03-02', 'lost']]),
        happened('slipped', [start, ['2026-03-02', { closeDate: '2026-04-02', amount: 900_000 }]]),
        happened('pulled', [start, due('2026-03-02', '2026-02-20')]),
        happened('undated', [start, due('2026-03-02', null)]),
        happened('deleted', [start, ['2026-03-02', { deleted: true }]]),
        happened('waiting', [start]),
        happened('late to the party', [['2026-03-01', { stage: 's1', closeDate: '2026-03-15' }]]),
      ],
      { period: { from: '2026-03-01', to: '2026-04-01' } },
    );
    expect(rate).to.include({ origin: '2026-02-28', evaluated: '2026-03-31', n: 7, amount: 700_000 });
    expect(Object.values(rate?.outcome ?? {}).map(({ count }) => count)).to.deep.equal([1, 1, 1, 1, 1, 1, 1]);
    expect(rate?.byCount).to.be.closeTo(1 / 7, 1e-12);
    expect(rate?.byAmount).to.be.closeTo(1 / 7, 1e-12);
  });

  it('slippage({ period }) has no rate for a period that begins after tomorrow', async () => {
    const later = { period: { from: '2026-04-02', to: '2026-05-01' } };
    expect((await slippage([], later)).rate).to.equal(undefined);
    expect((await slippage([], { period: { from: '2026-04-01', to: '2026-05-01' } })).rate?.n).to.equal(0);
  });

  it('slippage() needs stage history', async () => {
    const document = pipelineDocument({
      opportunities: [],
      meta: { history: 'current-only', asOf: '2026-03-31' },
    });
    expect(await createPipeline(document).query('slippage')).to.deep.equal({ suppressed: 'history' });
  });
});
