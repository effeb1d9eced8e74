import { expect } from '@open-wc/testing';
import { createPipeline, type Clause } from '@pipeline-kit/model';
import { happened } from '../fixtures/happened.js';
import { partner } from '../fixtures/partner.js';
import { pipelineDocument } from '../fixtures/pipeline-document.js';
import { registration } from '../fixtures/registration.js';

const pipeline = createPipeline(
  pipelineDocument({
    partners: [
      partner({
        tiers: [
          { tier: 'gold', from: '2026-02-01' },
          { tier: 'silver', from: '2025-01-01' },
        ],
      }),
      partner({ id: 'P2', name: 'Brightwater' }),
    ],
    opportunities: [
      happened(
        'A',
        [
          [
            '2026-01-05',
            { stage: 's1', partner: 'P1', owner: 'Anna', closeDate: '2026-04-01', category: 'commit' },
          ],
          [
            '2026-01-10',
            {
              products: [
                { id: 'gateway', amount: null },
                { id: 'sensor', amount: null },
              ],
            },
          ],
        ],
        {
          region: 'EMEA',
          segment: 'enterprise',
          attributes: { industry: 'Steel', score: 5, strategic: true },
        },
      ),
      happened('B', [
        ['2026-01-06', { stage: 's2', partner: 'P2', amount: 50_000 }],
        ['2026-02-01', { stage: 'won', partner: 'P1' }],
        ['2026-02-02', { partner: 'P2' }],
      ]),
      happened('C', [[null, { stage: 'legacy', amount: null }]], { attributes: { score: 9 } }),
    ],
    registrations: [
      registration({ opportunityId: 'A', history: [{ at: '2026-01-05T10:00:00Z', state: 'submitted' }] }),
    ],
  }),
  { asOf: '2026-03-31' },
);

async function selected(...selection: Clause[]): Promise<string> {
  return (await pipeline.opportunities({}, { selection })).map(({ id }) => id).join('');
}

describe('selection', () => {
  it('a clause { in } chooses by any field of the state at the as-of', async () => {
    expect(await selected({ field: 'stage', in: ['s1', 'legacy'] })).to.equal('AC');
    expect(await selected({ field: 'pipeline', in: ['main'] })).to.equal('ABC');
    expect(await selected({ field: 'outcome', in: ['won'] })).to.equal('B');
    expect(await selected({ field: 'owner', in: ['Anna'] })).to.equal('A');
    expect(await selected({ field: 'region', in: ['EMEA'] })).to.equal('A');
    expect(await selected({ field: 'segment', in: ['enterprise'] })).to.equal('A');
    expect(await selected({ field: 'category', in: ['commit'] })).to.equal('A');
    expect(await selected({ field: 'category', in: ['none'] })).to.equal('BC');
    expect(await selected({ field: 'registered', in: [true] })).to.equal('A');
    expect(await selected({ field: 'attributes.strategic', in: [true] })).to.equal('A');
  });

  it('partner is the one at the closing when closed, tier is the level of that partner at the as-of', async () => {
    expect(await selected({ field: 'partner', in: ['P1'] })).to.equal('AB');
    expect(await selected({ field: 'tier', in: ['gold'] })).to.equal('AB');
    expect(await selected({ field: 'tier', in: ['silver'] })).to.equal('');
  });

  it('product chooses by any of the products', async () => {
    expect(await selected({ field: 'product', in: ['sensor'] })).to.equal('A');
    expect(await selected({ field: 'product', in: [null] })).to.equal('BC');
  });

  it('null is chosen only where it is listed, and lies in no range', async () => {
    expect(await selected({ field: 'region', in: [null] })).to.equal('BC');
    expect(await selected({ field: 'amount', from: -1 })).to.equal('AB');
    expect(await selected({ field: 'closeDate', to: '2027-01-01' })).to.equal('A');
    expect(await selected({ field: 'createdDate', in: [null] })).to.equal('C');
  });

  it('a clause { from, to } leaves its end out', async () => {
    expect(await selected({ field: 'amount', from: 50_000, to: 100_000 })).to.equal('B');
    expect(await selected({ field: 'closedDate', from: '2026-02-01', to: '2026-02-02' })).to.equal('B');
    expect(await selected({ field: 'createdDate', from: '2026-01-06' })).to.equal('B');
    expect(await selected({ field: 'attributes.score', from: 5, to: 9 })).to.equal('A');
  });

  it('a range compares numbers with numbers and texts with texts only', async () => {
    expect(await selected({ field: 'attributes.score', from: '1' })).to.equal('');
  });

  it('a clause { contains } ignores case', async () => {
    expect(await selected({ field: 'owner', contains: 'ANN' })).to.equal('A');
    expect(await selected({ field: 'attributes.industry', contains: 'stee' })).to.equal('A');
    expect(await selected({ field: 'stage', contains: 'LEG' })).to.equal('C');
  });

  it('several clauses are met together; an empty list chooses none', async () => {
    expect(await selected({ field: 'partner', in: ['P1'] }, { field: 'outcome', in: ['open'] })).to.equal(
      'A',
    );
    expect(await selected({ field: 'stage', in: [] })).to.equal('');
  });

  it('membership is decided at the as-of and holds for earlier days', async () => {
    const selection: Clause[] = [{ field: 'outcome', in: ['won'] }];
    const result = await pipeline.query('waterfall', { from: '2026-01-31' }, { selection });
    expect(result).to.include({ start: 50_000, end: 0 });
  });
});
