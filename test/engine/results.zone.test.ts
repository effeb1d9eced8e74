import { expect } from '@open-wc/testing';
import { createPipeline, type PipelineOptions } from '@pipeline-kit/model';
import { happened } from '../fixtures/happened.js';
import { partner } from '../fixtures/partner.js';
import { pipelineDocument } from '../fixtures/pipeline-document.js';
import { registration } from '../fixtures/registration.js';
import { stage, stages } from '../fixtures/stage.js';
import { pageTimeZone } from '../support/page.js';

/** Minutes that the clock of each zone is behind UTC on the last day of March 2026. */
const BEHIND: Readonly<Record<string, number>> = {
  UTC: 0,
  'Asia/Kathmandu': -345,
  'Asia/Tokyo': -540,
  'America/Los_Angeles': 420,
  'Pacific/Apia': -780,
};

/** What happens close to midnight of one zone or another, over the change of clocks, and on days without a time. */
const document = pipelineDocument({
  stages: [stage({ probability: 0.5, category: 'commit', qualified: true }), ...stages().slice(1)],
  partners: [partner({ id: 'P1' }), partner({ id: 'P2' })],
  opportunities: [
    happened('late in Berlin', [
      ['2026-01-05T09:00:00Z', { stage: 's1', partner: 'P1', closeDate: '2026-03-31' }],
      ['2026-03-31T21:59:59Z', 'won'],
    ]),
    happened('early in Berlin', [
      ['2026-01-05T23:30:00Z', { stage: 's1', partner: 'P1', closeDate: '2026-03-31' }],
      ['2026-03-31T22:00:00Z', 'won'],
    ]),
    happened('night of the change', [
      ['2026-03-28T23:30:00Z', { stage: 's1', partner: 'P2', closeDate: '2026-04-01' }],
      ['2026-03-29T22:30:00Z', 's2'],
    ]),
    happened('days alone', [
      ['2026-03-01', { stage: 's1', partner: 'P2', closeDate: '2026-03-31', currency: 'USD' }],
      ['2026-03-31', 's3'],
    ]),
  ],
  registrations: [
    registration({ id: 'R1', partner: 'P2', history: [{ at: '2025-12-31T23:30:00Z', state: 'submitted' }] }),
  ],
  rates: [
    { currency: 'USD', date: '2026-03-30', rate: '0.9' },
    { currency: 'USD', date: '2026-03-31', rate: '0.8' },
    { currency: 'USD', date: '2026-04-01', rate: '0.7' },
  ],
  quotas: [{ partner: null, from: '2026-01-01', to: '2026-04-01', amount: 400_000, currency: 'EUR' }],
});

/** Figures of several metrics as one plain object. */
async function figures(options: PipelineOptions = {}): Promise<object> {
  const pipeline = createPipeline(document, { asOf: '2026-03-31', ...options });
  const forecast = await pipeline.query('weightedForecast');
  const board = await pipeline.query('leaderboard', { minN: 1 });
  const velocity = await pipeline.query('stageVelocity', { floor: 1 });
  const { coverage, attainment } = await pipeline.query('coverage');
  const open = await pipeline.opportunities({ outcome: ['open'] });
  return {
    lastDay: createPipeline(document, options).asOf,
    won: forecast.won,
    open: forecast.open,
    total: forecast.total,
    rows: board.rows.map((row) => [
      row.partner,
      row.wonCount,
      row.cycleMedian,
      row.registrations,
      row.openAmount,
    ]),
    visits: 'stages' in velocity && velocity.stages.map(({ n, naive }) => [n, naive]),
    coverage: [coverage, attainment],
    month: (await pipeline.query('calendar')).monthPeriod,
    prior: (await pipeline.query('priorPeriod')).asOf,
    dollars: (await pipeline.query('convert', { amount: 100_000, currency: 'USD' })).amount,
    opened: open.map((row) => [row.id, row.createdDate, row.daysInStage]),
  };
}

/** The day of the month at 21:59:59 UTC of 31 March by the clock of each zone: what a metric must not look at. */
const LOCAL_DAY: Readonly<Record<string, number>> = {
  UTC: 31,
  'Asia/Kathmandu': 1,
  'Asia/Tokyo': 1,
  'America/Los_Angeles': 31,
  'Pacific/Apia': 1,
};

describe('results in the time zone of the process', () => {
  it('the time zone of this page took effect, and another day is read off its clock than off the next', () => {
    expect(BEHIND).to.have.property(pageTimeZone);
    expect(new Date('2026-03-31T12:00:00Z').getTimezoneOffset()).to.equal(BEHIND[pageTimeZone]);
    expect(new Date('2026-03-31T21:59:59Z').getDate()).to.equal(LOCAL_DAY[pageTimeZone]);
  });

  it('query(…) counts days in the report zone, whatever the zone of the process', async () => {
    expect(await figures()).to.deep.equal({
      lastDay: '2026-04-01',
      won: { count: 1, amount: 100_000, unpriced: 0 },
      open: { count: 2, amount: 180_000, weighted: 50_000 },
      total: 150_000,
      rows: [
        ['P1', 1, 85, 0, 100_000],
        ['P2', 0, null, 1, 180_000],
      ],
      visits: [
        [4, { completedMean: 116 / 3, completedMedian: 30, openAsDoneMean: 50 }],
        [1, null],
        [1, null],
      ],
      coverage: [0.6, 0.25],
      month: { from: '2026-03-01', to: '2026-04-01' },
      prior: '2025-12-31',
      dollars: 80_000,
      opened: [
        ['early in Berlin', '2026-01-06', 84],
        ['night of the change', '2026-03-29', 1],
        ['days alone', '2026-03-01', 0],
      ],
    });
  });

  it('query(…) moves the wins to another day with the report zone alone', async () => {
    expect(await figures({ timeZone: 'Pacific/Apia' })).to.deep.include({
      lastDay: '2026-04-01',
      won: { count: 0, amount: 0, unpriced: 0 },
      coverage: [0.7, 0],
      opened: [
        ['late in Berlin', '2026-01-05', 85],
        ['early in Berlin', '2026-01-06', 84],
        ['night of the change', '2026-03-29', 1],
        ['days alone', '2026-03-01', 0],
      ],
    });
    expect(await figures({ timeZone: 'America/Los_Angeles' })).to.deep.include({
      lastDay: '2026-03-31',
      won: { count: 2, amount: 200_000, unpriced: 0 },
    });
  });
});
