import { expect } from '@open-wc/testing';
import {
  createPipeline,
  type Opportunity,
  type Selection,
  type ValueCountsParameters,
} from '@pipeline-kit/model';
import { happened } from '../fixtures/happened.js';
import { pipelineDocument } from '../fixtures/pipeline-document.js';

const opportunities: readonly Opportunity[] = [
  happened(
    'a',
    [
      [
        '2026-01-05',
        {
          stage: 's1',
          products: [
            { id: 'gateway', amount: 1 },
            { id: 'sensor', amount: 1 },
          ],
        },
      ],
    ],
    {
      region: 'EMEA',
      attributes: { source: 'fair', seats: 3 },
    },
  ),
  happened(
    'b',
    [
      [
        '2026-01-05',
        {
          stage: 's2',
          products: [
            { id: 'sensor', amount: 1 },
            { id: 'sensor', amount: 2 },
          ],
        },
      ],
    ],
    {
      region: 'EMEA',
      attributes: { source: 'fair', seats: '3' },
    },
  ),
  happened('c', [['2026-01-05', 's1']], { region: 'APAC' }),
  happened(
    'd',
    [
      ['2026-01-05', 's1'],
      ['2026-02-05', { deleted: true }],
    ],
    { region: 'LATAM' },
  ),
];

async function counts(
  params: ValueCountsParameters,
  selection: Selection = [],
): Promise<readonly (readonly [unknown, number])[]> {
  const pipeline = createPipeline(pipelineDocument({ opportunities }), { asOf: '2026-03-31' });
  const { values } = await pipeline.query('valueCounts', params, { selection });
  return values.map(({ value, count }) => [value, count]);
}

describe('valueCounts', () => {
  it('valueCounts({ field }) lists values, most frequent first, without what was deleted', async () => {
    expect(await counts({ field: 'region' })).to.deep.equal([
      ['EMEA', 2],
      ['APAC', 1],
    ]);
    expect(await counts({})).to.deep.equal([
      ['s1', 2],
      ['s2', 1],
    ]);
  });

  it('valueCounts({ field: "product" }) counts an opportunity once with each of its products', async () => {
    expect(await counts({ field: 'product' })).to.deep.equal([
      ['sensor', 2],
      ['gateway', 1],
      [null, 1],
    ]);
  });

  it('valueCounts({ field: "registered" }) is yes and no', async () => {
    expect(await counts({ field: 'registered' })).to.deep.equal([[false, 3]]);
  });

  it('valueCounts({ field: "attributes.NAME" }) keeps a text and a number apart', async () => {
    expect(await counts({ field: 'attributes.seats' })).to.deep.equal([
      ['3', 1],
      [3, 1],
      [null, 1],
    ]);
  });

  it('valueCounts(…, { selection }) lists values that no selected opportunity has, with 0', async () => {
    const selection = [{ field: 'stage', in: ['s2'] }] as const;
    expect(await counts({ field: 'region' }, selection)).to.deep.equal([
      ['EMEA', 1],
      ['APAC', 0],
    ]);
  });

  it('valueCounts(…) counts what a clause with the value leaves', async () => {
    const pipeline = createPipeline(pipelineDocument({ opportunities }), { asOf: '2026-03-31' });
    for (const field of ['product', 'region', 'stage', 'attributes.seats', 'tier', 'category'] as const) {
      for (const [value, count] of await counts({ field })) {
        const left = await pipeline.opportunities({ [field]: [value as string] });
        expect(left, `${field} ${String(value)}`).to.have.length(count);
      }
    }
  });

  it('valueCounts({ limit }) lists the most frequent, and says how many there are', async () => {
    const pipeline = createPipeline(pipelineDocument({ opportunities }), { asOf: '2026-03-31' });
    const result = await pipeline.query('valueCounts', { field: 'product', limit: 1 });
    expect(result).to.deep.equal({
      field: 'product',
      values: [{ value: 'sensor', count: 2 }],
      distinct: 3,
      n: 3,
    });
  });

  it('valueCounts({ field }) refuses amounts, dates and what is no field', async () => {
    for (const field of ['amount', 'closeDate', 'colour', 'attributes.__proto__']) {
      let message = 'nothing refused';
      try {
        await counts({ field: field as 'stage' });
      } catch (error) {
        message = `${(error as Error).name}: ${(error as Error).message}`;
      }
      expect(message).to.contain(`RangeError: unknown valueCounts.field: "${field}"`);
    }
  });
});
