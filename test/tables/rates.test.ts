import { expect } from '@open-wc/testing';
import { createPipeline, type PipelineOptions } from '@pipeline-kit/model';
import { happened } from '../fixtures/happened.js';
import { pipelineDocument } from '../fixtures/pipeline-document.js';

const document = pipelineDocument({
  settings: { reportTimeZone: 'Europe/Berlin', reportingCurrency: 'USD' },
  opportunities: [
    happened('closed', [
      ['2026-01-15', { stage: 's1', amount: 100_000, currency: 'EUR' }],
      ['2026-02-15', 'won'],
    ]),
    happened('open', [['2026-01-15', { stage: 's1', amount: 100_000, currency: 'EUR' }]]),
    happened('yen', [['2026-01-15', { stage: 's1', amount: 1000, currency: 'JPY' }]]),
    happened('no rate', [['2026-01-15', { stage: 's1', amount: 1000, currency: 'CHF' }]]),
    happened('home', [['2026-01-15', { stage: 's1', amount: 777, currency: 'USD' }]]),
    happened('no amount', [['2026-01-15', { stage: 's1', amount: null }]]),
  ],
  rates: [
    { currency: 'EUR', date: '2026-01-01', rate: '1.10' },
    { currency: 'EUR', date: '2026-02-01', rate: '1.20' },
    { currency: 'EUR', date: '2026-03-01', rate: '1.30' },
    { currency: 'EUR', date: '2026-03-01', rate: '1.40' },
    { currency: 'EUR', date: '2026-05-01', rate: '9.00' },
    { currency: 'JPY', date: '2026-01-01', rate: '0.0065' },
  ],
  planRates: [{ currency: 'EUR', rate: '1.00' }],
});

async function amounts(options: PipelineOptions = {}): Promise<Record<string, number | null>> {
  const rows = await createPipeline(document, { asOf: '2026-03-31', ...options }).opportunities({});
  return Object.fromEntries(rows.map(({ id, amount }) => [id, amount]));
}

describe('rates', () => {
  it('closeElseAsOf takes the rate of the closing day when closed, else that of the as-of', async () => {
    // Of two rates of one day the later in the document; none from after the as-of.
    expect(await amounts()).to.deep.equal({
      closed: 120_000,
      open: 140_000,
      yen: 650,
      'no rate': null,
      home: 777,
      'no amount': null,
    });
  });

  it('asOf, creation and plan take the rate of the as-of, of the created day and the planned one', async () => {
    expect(await amounts({ ratePolicy: 'asOf' })).to.include({ closed: 140_000, open: 140_000 });
    expect(await amounts({ ratePolicy: 'creation' })).to.include({ closed: 110_000, open: 110_000 });
    expect(await amounts({ ratePolicy: 'plan' })).to.include({ closed: 100_000, open: 100_000, yen: null });
  });

  it('another reporting currency is reached through cross rates, rounded once', async () => {
    expect(await amounts({ currency: 'EUR' })).to.deep.equal({
      closed: 100_000,
      open: 100_000,
      yen: 464, // 1000 × 0.0065 ÷ 1.40 = 4.642857… EUR
      'no rate': null,
      home: 555, // 777 ÷ 1.40
      'no amount': null,
    });
    expect(await amounts({ currency: 'JPY' })).to.include({ home: 1195, yen: 1000 });
  });

  it('a rate that is too old is none', async () => {
    expect(await amounts({ maxRateAgeDays: 30 })).to.include({ closed: 120_000, open: 140_000, yen: null });
    expect(await amounts({ maxRateAgeDays: 29 })).to.include({ open: null, home: 777 });
  });

  it('what has no rate is counted and not priced', async () => {
    const { stages } = await createPipeline(document, { asOf: '2026-03-31' }).query('funnel', {
      definition: 'snapshot',
    });
    expect(stages[0]).to.deep.equal({ stage: 's1', count: 5, amount: 141_427, unpriced: 2 });
  });
});
