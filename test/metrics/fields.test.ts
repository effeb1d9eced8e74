import { expect } from '@open-wc/testing';
import { createPipeline, type Opportunity, type Selection } from '@pipeline-kit/model';
import { CLAUSE_FIELDS } from '@pipeline-kit/model/schema';
import { happened } from '../fixtures/happened.js';
import { pipelineDocument } from '../fixtures/pipeline-document.js';

const opportunities: readonly Opportunity[] = [
  happened('a', [['2026-01-05', { stage: 's1', partner: 'P1' }]], {
    attributes: { seats: 3, mixed: 1, source: 'fair' },
  }),
  happened('b', [['2026-01-05', { stage: 's1', amount: null }]], {
    attributes: { seats: null, mixed: 'one', open: true },
  }),
];

async function known(selection: Selection = []): Promise<Record<string, readonly [string, number]>> {
  const pipeline = createPipeline(pipelineDocument({ opportunities }), { asOf: '2026-03-31' });
  const { fields } = await pipeline.query('fields', {}, { selection });
  return Object.fromEntries(fields.map(({ field, kind, known }) => [field, [kind, known]]));
}

describe('fields', () => {
  it('fields() are all fields of a selection, then the attributes by name', async () => {
    expect(Object.keys(await known())).to.deep.equal([
      ...CLAUSE_FIELDS.keys(),
      'attributes.mixed',
      'attributes.open',
      'attributes.seats',
      'attributes.source',
    ]);
  });

  it('fields() says what a filter offers, and how many have a value', async () => {
    expect(await known()).to.deep.include({
      stage: ['text', 2],
      partner: ['text', 1],
      amount: ['amount', 1],
      closeDate: ['date', 0],
      registered: ['flag', 2],
      'attributes.seats': ['number', 1],
      'attributes.mixed': ['text', 2],
      'attributes.open': ['text', 1],
    });
  });

  it('fields(…, { selection }) counts the selected, and keeps every field', async () => {
    const all = await known();
    const some = await known([{ field: 'partner', in: ['P1'] }]);
    expect(Object.keys(some)).to.deep.equal(Object.keys(all));
    expect(some).to.deep.include({ stage: ['text', 1], 'attributes.open': ['text', 0] });
  });
});
