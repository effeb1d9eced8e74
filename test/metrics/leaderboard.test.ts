import { expect } from '@open-wc/testing';
import {
  createPipeline,
  type Credit,
  type LeaderboardParameters,
  type LeaderboardResult,
  type LeaderboardRow,
  type Opportunity,
  type Pipeline,
  type PipelineDocument,
  type Selection,
} from '@pipeline-kit/model';
import { happened } from '../fixtures/happened.js';
import { partner } from '../fixtures/partner.js';
import { pipelineDocument } from '../fixtures/pipeline-document.js';
import { registration } from '../fixtures/registration.js';

const PARTNERS = [
  partner({ id: 'A', region: 'EMEA', tiers: [{ tier: 'gold', from: '2026-02-01' }] }),
  partner({ id: 'B', region: 'EMEA', parentId: 'A' }),
  partner({ id: 'C', region: 'AMER', tiers: [{ tier: 'silver', from: '2025-01-01' }] }),
];

function pipeline(opportunities: readonly Opportunity[], facts: Partial<PipelineDocument> = {}): Pipeline {
  return createPipeline(pipelineDocument({ partners: PARTNERS, opportunities, ...facts }), {
    asOf: '2026-03-31',
  });
}

async function leaderboard(
  opportunities: readonly Opportunity[],
  params: LeaderboardParameters = {},
  { selection = [], ...facts }: Partial<PipelineDocument> & { readonly selection?: Selection } = {},
): Promise<LeaderboardResult> {
  return pipeline(opportunities, facts).query('leaderboard', params, { selection, trace: true });
}

const rowOf = ({ rows }: LeaderboardResult, id: string | null): LeaderboardRow =>
  rows.find((row) => row.partner === id) ?? expect.fail(`no row: ${id}`);

let made = 0;

/** An opportunity of a partner, 1,000.00, that ended on a day; open without one. */
function of(
  id: string | null,
  end?: 'won' | 'lost',
  day = '2026-03-01',
  facts: Partial<Opportunity> = {},
): Opportunity {
  made += 1;
  const start = ['2026-01-05', { stage: 's1', partner: id }] as const;
  return happened(`O${made}`, end ? [start, [day, end]] : [start], facts);
}

const times = (n: number, make: () => Opportunity): Opportunity[] => Array.from({ length: n }, make);

const order = ({ rows }: LeaderboardResult): unknown[] => rows.map(({ partner: id, rank }) => [id, rank]);

describe('leaderboard', () => {
  it('leaderboard() has a row for every partner of the document, in the order of ids when all tie', async () => {
    const { rows, totals, priors } = await leaderboard([]);
    expect(rows.map(({ partner: id, rank, wonAmount }) => [id, rank, wonAmount])).to.deep.equal([
      ['A', 1, 0],
      ['B', 1, 0],
      ['C', 1, 0],
    ]);
    expect(Object.values(totals)).to.deep.equal([0, 0, 0, 0, 0, 0, 0]);
    expect(priors).to.deep.equal({ all: { m: null, k: null, J: 0, method: 'none' } });
  });

  it('leaderboard() counts won and lost of the period by closing day, and open at the as-of', async () => {
    const result = await leaderboard([
      of('A', 'won', '2026-01-10'),
      of('A', 'won', '2026-03-31'),
      of('A', 'lost', '2026-03-31'),
      of('A'),
      happened('before', [
        ['2025-10-01', { stage: 's1', partner: 'A' }],
        ['2025-12-31', 'won'],
      ]),
      happened('later', [
        ['2026-01-05', { stage: 's1', partner: 'A' }],
        ['2026-04-01', 'won'],
      ]),
      happened('deleted', [
        ['2026-01-05', { stage: 's1', partner: 'A' }],
        ['2026-02-01', { deleted: true }],
      ]),
    ]);
    expect(rowOf(result, 'A')).to.include({ wonCount: 2, wonAmount: 200_000, lostCount: 1, openCount: 2 });
    expect(result.totals).to.include({ wonCount: 2, lostCount: 1, openCount: 2, openAmount: 200_000 });
  });

  it('leaderboard() counts an opportunity for its present partner while open, for that of the closing when closed', async () => {
    const change = ['2026-03-10', { partner: 'C' }] as const;
    const result = await leaderboard([
      happened('open', [['2026-01-05', { stage: 's1', partner: 'A' }], change]),
      happened('won', [['2026-01-05', { stage: 's1', partner: 'A' }], ['2026-03-01', 'won'], change]),
    ]);
    expect([rowOf(result, 'A').wonCount, rowOf(result, 'A').openCount]).to.deep.equal([1, 0]);
    expect([rowOf(result, 'C').wonCount, rowOf(result, 'C').openCount]).to.deep.equal([0, 1]);
  });

  it('leaderboard() has a row for direct and for unknown partners that it meets, however it meets them', async () => {
    const credit: Credit = { partner: 'credited', role: 'cosell', at: '2026-01-06T09:00:00Z' };
    const result = await leaderboard(
      [
        of(null),
        of('of an opportunity', 'won', '2025-06-01'),
        of('C', 'won', '2026-03-01', { credits: [credit] }),
        of('C', 'won', '2025-06-01', { credits: [{ ...credit, partner: 'credited before' }] }),
        of('C', undefined, '', { credits: [{ ...credit, partner: 'credited while open' }] }),
      ],
      {},
      {
        registrations: [
          registration({ id: 'R1', partner: 'of a registration' }),
          registration({
            id: 'R2',
            partner: 'registered before',
            history: [{ at: '2025-06-01T09:00:00Z', state: 'submitted' }],
          }),
        ],
      },
    );
    const ids = result.rows.map((row) => row.partner);
    expect(ids).to.have.members(['A', 'B', 'C', null, 'of an opportunity', 'credited', 'of a registration']);
    expect(ids.at(-1)).to.equal(null);
    expect(rowOf(result, null).rank).to.equal(null);
    expect(rowOf(result, 'credited')).to.include({ tier: null, region: null, touchedAmount: 0 });
  });

  it('leaderboard() says no win rate and no cycle of fewer than minN', async () => {
    const of4 = [...times(3, () => of('A', 'won')), of('A', 'lost')];
    expect(rowOf(await leaderboard(of4), 'A')).to.include({
      winRate: null,
      winLo: null,
      winHi: null,
      winShrunk: null,
      suppressed: 'floor',
      cycleMedian: null,
      nCycle: 3,
    });
    const said = rowOf(await leaderboard(of4, { minN: 3 }), 'A');
    expect([said.winRate, said.suppressed, said.cycleMedian]).to.deep.equal([0.75, null, 55]);
    expect(said.winLo).to.be.closeTo(0.300642, 1e-6);
    expect(rowOf(await leaderboard(of4, { minN: 4 }), 'A').cycleMedian).to.equal(null);
    expect(rowOf(await leaderboard(of4), 'B').suppressed).to.equal('zero');
  });

  it('leaderboard({ by: "winRate" }) never sets 1 of 1 above 30 of 60', async () => {
    const opportunities = [
      of('A', 'won'),
      ...times(30, () => of('B', 'won')),
      ...times(30, () => of('B', 'lost')),
      ...times(3, () => of('C', 'won')),
      ...times(17, () => of('C', 'lost')),
    ];
    expect(order(await leaderboard(opportunities, { by: 'winRate' }))).to.deep.equal([
      ['B', 1],
      ['C', 2],
      ['A', null],
    ]);
    // Even where one is enough, the one case moves little.
    const drawn = await leaderboard(opportunities, { by: 'winRate', minN: 1 });
    expect(rowOf(drawn, 'A').winRate).to.equal(1);
    expect(rowOf(drawn, 'A').winShrunk).to.be.below(0.65);
  });

  it('leaderboard({ by }) ranks descending, the cycle ascending, ties alike, what is not said last', async () => {
    const opportunities = [
      of('A', 'won', '2026-03-01'),
      of('B', 'won', '2026-02-01'),
      happened('O-big', [['2026-01-05', { stage: 's1', partner: 'B', amount: 900_000 }]]),
      of('A'),
      of('C'),
    ];
    expect(order(await leaderboard(opportunities))).to.deep.equal([
      ['A', 1],
      ['B', 1],
      ['C', 3],
    ]);
    expect(order(await leaderboard(opportunities, { by: 'openAmount' }))).to.deep.equal([
      ['B', 1],
      ['A', 2],
      ['C', 2],
    ]);
    expect(order(await leaderboard(opportunities, { by: 'cycleMedian', minN: 1 }))).to.deep.equal([
      ['B', 1],
      ['A', 2],
      ['C', null],
    ]);
  });

  it('leaderboard({ by: "registrations" }) counts registrations by the day they were first submitted', async () => {
    const submitted = (id: string, ...days: string[]) =>
      registration({
        id,
        partner: 'C',
        history: days.map((day) => ({ at: `${day}T09:00:00Z`, state: 'submitted' })),
      });
    const result = await leaderboard(
      [],
      { by: 'registrations' },
      {
        registrations: [
          submitted('R1', '2026-01-01'),
          submitted('R2', '2025-12-30', '2026-02-01'),
          submitted('R3', '2026-04-01'),
          registration({ id: 'R4', partner: 'C', history: [{ at: '2026-02-01T09:00:00Z', state: 'draft' }] }),
        ],
      },
    );
    expect(rowOf(result, 'C')).to.include({ registrations: 1, rank: 1 });
    expect(rowOf(result, 'A')).to.include({ registrations: 0, rank: 2 });
  });

  it('leaderboard({ prior }) tells movement from the ranks of that day, in its own quarter unless told', async () => {
    const opportunities = [
      happened('old', [
        ['2025-10-01', { stage: 's1', partner: 'C' }],
        ['2025-11-01', 'won'],
      ]),
      of('A', 'won', '2026-03-20'),
      of('A', 'won', '2026-03-20'),
      of('B', 'won', '2026-02-01'),
    ];
    const moved = async (prior: LeaderboardParameters['prior']): Promise<unknown[]> =>
      (await leaderboard(opportunities, prior === undefined ? {} : { prior })).rows.map((row) => [
        row.partner,
        row.rank,
        row.priorRank,
        row.movement,
      ]);
    expect(await moved({ asOf: '2026-02-28' })).to.deep.equal([
      ['A', 1, 2, 1],
      ['B', 2, 1, -1],
      ['C', 3, 2, -1],
    ]);
    expect(await moved({ asOf: '2025-12-31' })).to.deep.equal([
      ['A', 1, 2, 1],
      ['B', 2, 2, 0],
      ['C', 3, 1, -2],
    ]);
    expect(await moved({ period: { from: '2025-10-01', to: '2026-01-01' } })).to.deep.equal(
      await moved({ asOf: '2025-12-31' }),
    );
    expect((await moved(undefined))[0]).to.deep.equal(['A', 1, null, null]);
  });

  it('leaderboard({ prior }) says what each was ranked by then, and nothing without a prior', async () => {
    const opportunities = [of('A', 'won', '2026-03-20'), of('B', 'won', '2026-02-01')];
    const values = async (params: LeaderboardParameters): Promise<unknown[]> =>
      (await leaderboard(opportunities, params)).rows.map(({ partner, priorValue }) => [partner, priorValue]);
    const at = { prior: { asOf: '2026-02-28' } };
    const amount = rowOf(await leaderboard(opportunities, at), 'B')?.wonAmount;
    expect(amount).to.be.greaterThan(0);
    expect(await values(at))
      .to.deep.include(['A', 0])
      .and.to.deep.include(['B', amount]);
    expect(await values({ ...at, by: 'winRate' })).to.deep.include(['B', null]);
    expect(await values({})).to.deep.include(['B', null]);
  });

  it('leaderboard({ prior }) refuses a day later than the as-of, and a question about no day', async () => {
    const asked = async (prior: object): Promise<string> =>
      leaderboard([], { prior }).then(() => 'answered', String);
    expect(await asked({ asOf: '2026-04-01' })).to.match(/^RangeError: invalid leaderboard\.prior\.asOf/);
    expect(await asked({})).to.match(/^RangeError: invalid leaderboard\.prior/);
    expect(await asked({ asOf: 'yesterday' })).to.match(/^RangeError: invalid leaderboard\.prior/);
  });

  it('leaderboard({ rollup }) counts a descendant for its ancestors too, and totals each opportunity once', async () => {
    const opportunities = [of('A', 'won'), of('B', 'won'), of('B', 'lost'), of('B'), of('C', 'won')];
    const result = await leaderboard(opportunities, { rollup: true, minN: 1 });
    expect(rowOf(result, 'A')).to.include({
      wonCount: 2,
      wonAmount: 200_000,
      lostCount: 1,
      openCount: 1,
      nCycle: 2,
    });
    expect(rowOf(result, 'B')).to.include({ wonCount: 1, openCount: 1 });
    expect(result.totals).to.include({ wonCount: 3, wonAmount: 300_000 });
    expect([result.sumOfRows.wonAmount, result.rowOverlap]).to.deep.equal([400_000, 100_000]);
    expect((await leaderboard(opportunities)).rowOverlap).to.equal(0);
  });

  it('leaderboard({ peerBy }) draws win rates towards those of the same tier or region', async () => {
    const opportunities = [of('A', 'won'), of('B', 'lost'), of('C', 'won'), of(null, 'lost')];
    const { rows, priors } = await leaderboard(opportunities, { peerBy: 'region', minN: 1 });
    expect(rows.map((row) => [row.partner, row.peerGroup])).to.have.deep.members([
      ['A', 'EMEA'],
      ['B', 'EMEA'],
      ['C', 'AMER'],
      [null, 'none'],
    ]);
    // Direct is no partner's peer: what it won and lost says nothing of partners.
    expect([priors['EMEA']?.m, priors['AMER']?.m, priors['none']?.m]).to.deep.equal([0.5, 1, null]);
    const byTier = await leaderboard(opportunities, { peerBy: 'tier' });
    expect(rowOf(byTier, 'B').peerGroup).to.equal('none');
  });

  it('leaderboard() credits the won, and tells the won amount that a partner touched', async () => {
    const credits: Credit[] = [
      { partner: 'A', role: 'sourced', at: '2026-01-02T09:00:00Z' },
      { partner: 'C', role: 'fulfilled', at: '2026-03-02T09:00:00Z' },
      { partner: 'B', role: 'cosell', at: '2026-01-10T09:00:00Z' },
      { partner: 'B', role: 'fulfilled', at: '2026-04-02T09:00:00Z' },
    ];
    const result = await leaderboard([
      of('B', 'won', '2026-03-01', { credits }),
      of('B', 'lost', '2026-03-01', { credits }),
      of('A', 'won', '2026-03-01'),
    ]);
    expect(rowOf(result, 'A').credit).to.deep.equal({ sourced: 100_000, influenced: 0, fulfilled: 0 });
    // What is credited after the as-of is not known yet; co-selling is no credit.
    expect(rowOf(result, 'C').credit.fulfilled).to.equal(100_000);
    expect(result.rows.map((row) => row.touchedAmount)).to.have.members([100_000, 100_000, 0]);
    expect([result.touchedDistinct, result.touchedOverlap, result.sumOfRows.touchedAmount]).to.deep.equal([
      100_000, 100_000, 200_000,
    ]);
  });

  it('leaderboard() flags credits that it reads otherwise than they are written', async () => {
    const won = (id: string, credits: Credit[]): Opportunity =>
      happened(
        id,
        [
          ['2026-01-05', { stage: 's1', partner: 'C' }],
          ['2026-03-01', 'won'],
        ],
        { credits },
      );
    const opportunities = [
      won('late', [{ partner: 'A', role: 'sourced', at: '2026-01-06T09:00:00Z' }]),
      won('early', [{ partner: 'B', role: 'sourced', at: '2025-12-05T09:00:00Z' }]),
      won('in time', [{ partner: 'A', role: 'sourced', at: '2025-12-06T09:00:00Z' }]),
      won('too much', [
        { partner: 'A', role: 'fulfilled', at: '2026-01-06T09:00:00Z', share: 0.7 },
        { partner: 'B', role: 'fulfilled', at: '2026-01-06T09:00:00Z', share: 0.7 },
      ]),
    ];
    const { flags } = await leaderboard(opportunities);
    expect(flags).to.deep.equal([
      'shareOverflow:too much:fulfilled',
      'sourced->influenced:early:B',
      'sourced->influenced:late:A',
    ]);
    expect(await pipeline(opportunities).query('leaderboard')).to.not.have.property('flags');
  });

  it('leaderboard() counts and does not price what has no amount or no rate', async () => {
    const result = await leaderboard([
      happened('open', [['2026-01-05', { stage: 's1', partner: 'A', amount: null }]]),
      happened('won', [
        ['2026-01-05', { stage: 's1', partner: 'A', currency: 'CHF' }],
        ['2026-03-01', 'won'],
      ]),
      happened('lost', [
        ['2026-01-05', { stage: 's1', partner: 'A', amount: null }],
        ['2026-03-01', 'lost'],
      ]),
      happened('lost before', [
        ['2025-01-05', { stage: 's1', partner: 'A', amount: null }],
        ['2025-03-01', 'lost'],
      ]),
      of('A'),
    ]);
    expect(rowOf(result, 'A')).to.include({
      unpriced: 3,
      wonCount: 1,
      wonAmount: 0,
      noProbability: 1,
      weightedOpen: 0,
    });
    expect(result.totals.unpriced).to.equal(3);
  });

  it('leaderboard() drops a cycle that ends before it begins, and one without a start', async () => {
    const won = (id: string, createdAt: string | null): Opportunity =>
      happened(
        id,
        [
          ['2026-01-05', { stage: 's1', partner: 'A' }],
          ['2026-03-01', 'won'],
        ],
        { createdAt },
      );
    const result = await leaderboard([won('a', '2026-01-05'), won('b', null), won('c', '2026-03-02')], {
      minN: 1,
    });
    expect(rowOf(result, 'A')).to.include({ wonCount: 3, nCycle: 1, cycleMedian: 55 });
  });

  it('a selection of partners or tiers picks the rows; others choose opportunities; peers stay', async () => {
    const opportunities = [
      of('A', 'won', '2026-03-01', { segment: 'small' }),
      of('B', 'won'),
      of('C', 'lost', '2026-03-01', { segment: 'small' }),
      of(null),
    ];
    const all = await leaderboard(opportunities);
    const gold = await leaderboard(opportunities, {}, { selection: [{ field: 'tier', in: ['gold'] }] });
    expect(order(gold)).to.deep.equal([['A', 1]]);
    expect(gold.totals).to.include({ wonCount: 1, lostCount: 0, openCount: 0 });
    const without = await leaderboard(opportunities, {}, { selection: [{ field: 'tier', in: [null] }] });
    expect(order(without)).to.deep.equal([
      ['B', 1],
      [null, null],
    ]);
    const small = await leaderboard(opportunities, {}, { selection: [{ field: 'segment', in: ['small'] }] });
    expect(small.rows.map((row) => [row.partner, row.wonCount])).to.deep.equal([
      ['A', 1],
      ['B', 0],
      ['C', 0],
    ]);
    const picked = await leaderboard(
      opportunities,
      { rollup: true },
      { selection: [{ field: 'partner', in: ['A'] }] },
    );
    expect(picked.totals.wonCount).to.equal(2);
    for (const { priors } of [gold, small]) expect(priors).to.deep.equal(all.priors);
    for (const result of [gold, without, small, picked])
      expect(result).to.not.have.property('ignoredClauses');
  });

  it('a selection of rows counts what any of them touched once, and shows their flags alone', async () => {
    const share = (id: string, day = '2026-01-02'): Credit => ({
      partner: id,
      role: 'sourced',
      at: `${day}T09:00:00Z`,
    });
    const opportunities = [
      of('C', 'won', '2026-03-01', { credits: [share('A'), share('B')] }),
      of('C', 'won', '2026-03-01', { credits: [share('B'), share('C', '2025-01-01')] }),
    ];
    const touched = async (...ids: string[]): Promise<unknown[]> => {
      const selection = [{ field: 'partner', in: ids }] as const;
      const result = await leaderboard(opportunities, {}, { selection });
      return [result.touchedDistinct, result.touchedOverlap, result.flags?.length];
    };
    expect(await touched('A')).to.deep.equal([100_000, 0, 0]);
    expect(await touched('A', 'B')).to.deep.equal([200_000, 100_000, 0]);
    expect(await touched('C')).to.deep.equal([100_000, 0, 1]);
    expect(await touched('A', 'B', 'C')).to.deep.equal([200_000, 200_000, 1]);
  });

  it('a mark { partner, group } stands for its opportunities, with rollup for those of its descendants too', async () => {
    const shown = pipeline([of('A', 'won'), of('B', 'won'), of('A', 'lost'), of('B'), of(null)]);
    const behind = async (mark: Record<string, string | null>, params = {}): Promise<number> =>
      (await shown.opportunities({ metric: 'leaderboard', params, mark })).length;
    expect(await behind({ partner: 'A', group: 'won' })).to.equal(1);
    expect(await behind({ partner: 'A', group: 'won' }, { rollup: true })).to.equal(2);
    expect(await behind({ partner: 'A', group: 'lost' })).to.equal(1);
    expect(await behind({ partner: null, group: 'open' })).to.equal(1);
    for (const mark of [
      { partner: 'Z', group: 'won' },
      { partner: 'A', group: 'all' },
    ]) {
      expect(await behind(mark).then(() => 'answered', String)).to.match(
        /^RangeError: unknown mark of leaderboard/,
      );
    }
  });
});
