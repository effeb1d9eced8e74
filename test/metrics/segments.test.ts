import { expect } from '@open-wc/testing';
import { createPipeline, type Opportunity } from '@pipeline-kit/model';
import { happened } from '../fixtures/happened.js';
import { pipelineDocument } from '../fixtures/pipeline-document.js';

const params = {
  period: { from: '2026-02-01', to: '2026-04-01' },
  priorPeriod: { from: '2025-12-01', to: '2026-02-01' },
  floor: 1,
};

function pipelineOf(opportunities: readonly Opportunity[]) {
  return createPipeline(pipelineDocument({ opportunities }), { asOf: '2026-03-31' });
}

function entered(id: string, day: string, facts: Partial<Opportunity> = {}): Opportunity {
  return happened(id, [[day, 's1']], { segment: 'enterprise', region: 'EMEA', ...facts });
}

describe('segments', () => {
  it('segments() compares rates per day: 1 in 59 days after 5 in 62 is −79 %', async () => {
    const before = ['2025-12-01', '2025-12-11', '2026-01-01', '2026-01-11', '2026-01-31'];
    const { markets } = await pipelineOf([
      ...before.map((day, i) => entered(`before ${i}`, day)),
      entered('now', '2026-03-31'),
    ]).query('segments', params);
    expect(markets).to.have.length(1);
    const { count, priorCount, countGrowth } = markets[0]!;
    expect([count, priorCount]).to.deep.equal([1, 5]);
    expect(countGrowth.growth).to.be.closeTo(1 / 59 / (5 / 62) - 1, 1e-12);
    expect(countGrowth.lo).to.be.closeTo(-0.9674399537, 1e-9);
    expect(countGrowth.hi).to.be.closeTo(0.3566078732, 1e-9);
  });

  it('segments() says no growth where there was nothing before, only its lower bound', async () => {
    const { markets } = await pipelineOf([entered('now', '2026-03-01')]).query('segments', params);
    expect(markets[0]?.countGrowth).to.include({ growth: null, hi: null });
    expect(markets[0]?.countGrowth.lo).to.be.a('number');
    expect(markets[0]?.amountGrowth).to.deep.equal({ growth: null, lo: null, hi: null });
  });

  it('segments() keeps apart names that joined with a bar would be one', async () => {
    const { markets } = await pipelineOf([
      entered('a', '2026-03-01', { segment: 'x"|"y', region: 'z' }),
      entered('b', '2026-03-01', { segment: 'x', region: 'y"|"z' }),
    ]).query('segments', params);
    expect(markets.map(({ segment, region, count }) => [segment, region, count])).to.deep.equal([
      ['x', 'y"|"z', 1],
      ['x"|"y', 'z', 1],
    ]);
  });

  it('segments() takes names that mean something to an object for names', async () => {
    const names = ['__proto__', 'constructor', 'toString'];
    const { markets } = await pipelineOf(
      names.map((name) => entered(`of ${name}`, '2026-03-01', { segment: name })),
    ).query('segments', params);
    expect(markets.map(({ segment, count }) => [segment, count])).to.deep.equal([
      ['__proto__', 1],
      ['constructor', 1],
      ['toString', 1],
    ]);
    expect(Object.keys(Object.prototype)).to.deep.equal([]);
  });

  it('segments() counts an opportunity in the row of each of its products, and once in distinct', async () => {
    const products = [
      { id: 'gateway', amount: 30_000 },
      { id: 'sensor', amount: null },
      { id: 'gateway', amount: 20_000 },
    ];
    const result = await pipelineOf([
      happened('both', [['2026-03-01', { stage: 's1', products }]]),
      happened('none', [['2026-03-01', 's1']]),
    ]).query('segments', params);
    expect(
      result.products.map(({ product, count, amount, unpriced }) => [product, count, amount, unpriced]),
    ).to.deep.equal([
      ['gateway', 1, 50_000, 0],
      ['sensor', 1, 0, 1],
    ]);
    expect(result.distinct).to.deep.equal({ count: 2, priorCount: 0, noProduct: 1 });
  });

  it('segments() gives the reason that came with the lost stage', async () => {
    const { lostReasons } = await pipelineOf([
      happened('told', [
        ['2026-02-01', 's1'],
        ['2026-03-01', { stage: 'lost', lostReason: 'price' }],
      ]),
      happened('told later', [
        ['2026-02-01', 's1'],
        ['2026-03-01', 'lost'],
        ['2026-03-02', { stage: 'lost', lostReason: 'timing' }],
      ]),
      happened('silent', [
        ['2026-02-01', 's1'],
        ['2026-03-01', 'lost'],
      ]),
    ]).query('segments', params);
    expect(lostReasons).to.deep.equal([
      { reason: 'none', product: 'none', count: 1 },
      { reason: 'price', product: 'none', count: 1 },
      { reason: 'timing', product: 'none', count: 1 },
    ]);
  });

  it('opportunities({ mark }) are those behind a market or a product', async () => {
    const pipeline = pipelineOf([entered('now', '2026-03-01'), entered('before', '2026-01-01')]);
    const mark = { segment: 'enterprise', region: 'EMEA' };
    const rows = await pipeline.opportunities({ metric: 'segments', params, mark });
    expect(rows.map(({ id }) => id)).to.deep.equal(['now']);
  });
});
