import { expect } from '@open-wc/testing';
import { createPipeline, DocumentError, type Pipeline } from '@pipeline-kit/model';
import { happened } from '../fixtures/happened.js';
import { partner } from '../fixtures/partner.js';
import { pipelineDocument } from '../fixtures/pipeline-document.js';

const document = pipelineDocument({
  partners: [partner(), partner({ id: 'P2', name: 'Brightwater' })],
  opportunities: [
    happened('A', [
      ['2026-01-05', { stage: 's1', partner: 'P1' }],
      ['2026-01-20', 's2'],
    ]),
    happened('B', [
      ['2026-01-06', { stage: 's1', partner: 'P2' }],
      ['2026-02-01', 'lost'],
    ]),
    happened('C', [['2026-01-07', { stage: 's1', partner: null }]]),
    happened('D', [
      ['2026-01-08', 's1'],
      ['2026-01-09', { deleted: true }],
    ]),
  ],
});

async function refusal(asked: Promise<unknown>): Promise<string> {
  return asked.then(() => 'no refusal', String);
}

const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);

describe('createPipeline', () => {
  it('createPipeline(document) looks from the day of the last event', () => {
    const pipeline = createPipeline(document);
    expect(pipeline.asOf).to.equal('2026-02-01');
    expect(pipeline.history).to.equal('full');
    expect(pipeline.currency).to.equal('EUR');
    expect(pipeline.issues).to.deep.equal([]);
  });

  it('createPipeline(document, options) lets options override settings and meta', () => {
    const pipeline = createPipeline(document, {
      asOf: '2026-01-31',
      timeZone: 'Asia/Tokyo',
      currency: 'USD',
      history: 'current-only',
    });
    expect(pipeline).to.include({
      asOf: '2026-01-31',
      timeZone: 'Asia/Tokyo',
      currency: 'USD',
      history: 'current-only',
    });
  });

  it('createPipeline(text) and createPipeline(bytes) answer as the object does', async () => {
    const text = JSON.stringify(document);
    const answers = await Promise.all(
      [document, text, new TextEncoder().encode(text)].map((input) => createPipeline(input).query('funnel')),
    );
    expect(answers[1]).to.deep.equal(answers[0]);
    expect(answers[2]).to.deep.equal(answers[0]);
  });

  it('createPipeline(no document) is one clear error', () => {
    expect(() => createPipeline('[1, 2]')).to.throw(DocumentError);
    expect(() => createPipeline(null)).to.throw(DocumentError);
  });

  it('createPipeline() asks for an as-of when nothing has a date', () => {
    const undated = pipelineDocument({ opportunities: [happened('A', [[null, 's1']])] });
    expect(() => createPipeline(undated)).to.throw(
      RangeError,
      'asOf is needed: nothing in the document has a date',
    );
    expect(createPipeline(undated, { asOf: '2026-01-01' }).asOf).to.equal('2026-01-01');
  });

  it('createPipeline({ asOf }) refuses what is no calendar date', () => {
    expect(() => createPipeline(document, { asOf: '2026-02-30' })).to.throw(
      RangeError,
      'invalid asOf: 2026-02-30',
    );
  });

  it('with(options) looks at the same document from elsewhere', async () => {
    const earlier = createPipeline(document).with({ asOf: '2026-01-10' });
    const { stages } = await earlier.query('funnel');
    expect(stages.map(({ count }) => count)).to.deep.equal([3, 0, 0, 0]);
  });

  it('with(another day, then another option) answers as if both had been asked at once', async () => {
    const options = { asOf: '2026-02-10', currency: 'USD' } as const;
    const [stepwise, atOnce] = [
      createPipeline(document).with({ asOf: '2026-01-10' }).with(options),
      createPipeline(document, options),
    ];
    expect([stepwise.asOf, stepwise.currency]).to.deep.equal(['2026-02-10', 'USD']);
    expect(await stepwise.query('weightedForecast')).to.deep.equal(await atOnce.query('weightedForecast'));
  });
});

describe('query', () => {
  it('query(unknown metric) names it and lists what is known', async () => {
    const asked = createPipeline(document).query('funnels' as 'funnel');
    expect(await refusal(asked)).to.match(/^RangeError: unknown metric: funnels \(known: .*funnel.*\)$/);
  });

  it('query(metric, unknown parameter or value) names it and lists what is known', async () => {
    const pipeline = createPipeline(document);
    const unknown = (params: object): Promise<string> => refusal(pipeline.query('funnel', params));
    expect(await unknown({ definitoin: 'reached' })).to.match(
      /^RangeError: unknown parameter of funnel: definitoin \(known: definition, /,
    );
    expect(await unknown({ definition: 'best' })).to.match(
      /^RangeError: unknown funnel\.definition: "best" \(known: entered-cohort, /,
    );
    expect(await unknown({ pipeline: 'other' })).to.equal(
      'RangeError: unknown funnel.pipeline: "other" (known: main)',
    );
    expect(await unknown({ floor: -1 })).to.equal(
      'RangeError: invalid funnel.floor: expected a whole number from 0, got -1',
    );
    expect(await unknown({ cohort: { period: { from: '2026-02-01', to: '2026-01-01' } } })).to.match(
      /^RangeError: invalid funnel\.cohort\.period/,
    );
  });

  it('query() returns plain data that survives JSON', async () => {
    const result = await createPipeline(document).query('funnel', {}, { trace: true });
    expect(JSON.parse(JSON.stringify(result))).to.deep.equal(result);
  });

  it('query() has no lists of ids unless asked to trace', async () => {
    const pipeline = createPipeline(document);
    expect(JSON.stringify(await pipeline.query('funnel')))
      .not.to.contain('Ids')
      .and.not.to.contain('"ids"');
    expect((await pipeline.query('funnel', {}, { trace: true })).steps[0]?.ids?.['success']).to.deep.equal([
      'A',
    ]);
  });

  it('query({ selection }) counts the selected alone, whoever chose', async () => {
    const pipeline = createPipeline(document);
    const one = await pipeline.query(
      'funnel',
      {},
      { selection: [{ field: 'partner', in: ['P1'], source: 'a' }] },
    );
    const other = await pipeline.query(
      'funnel',
      {},
      { selection: [{ field: 'partner', in: ['P1'], source: 'b' }] },
    );
    expect(one.n.used).to.equal(1);
    expect(one).to.equal(other, 'the same question is answered once');
  });

  it('query({ selection }) refuses a field that there is not', async () => {
    const asked = createPipeline(document).query(
      'funnel',
      {},
      { selection: [{ field: 'colour' as 'stage', in: ['red'] }] },
    );
    expect(await refusal(asked)).to.match(/^RangeError: .*colour/);
  });

  it('query({ signal }) does not answer once it is aborted', async () => {
    const asked = createPipeline(document).query('funnel', {}, { signal: AbortSignal.abort() });
    expect(await refusal(asked)).to.contain('AbortError');
  });

  it('query() refuses amounts that could not be added exactly', async () => {
    const rich = Array.from({ length: 100 }, (_, i) =>
      happened(`O${i}`, [['2026-01-05', { stage: 's1', amount: 1e14 }]]),
    );
    const asked = (n: number): Promise<string> =>
      refusal(createPipeline(pipelineDocument({ opportunities: rich.slice(0, n) })).query('funnel'));
    expect(await asked(90)).to.equal('no refusal');
    expect(await asked(91)).to.match(/^RangeError: amounts add up to .* more than can be added exactly/);
  });
});

describe('opportunities', () => {
  const pipeline: Pipeline = createPipeline(document);

  it('opportunities({ field: values }) are those that stand there, in document order, without the deleted', async () => {
    expect(ids(await pipeline.opportunities({ stage: ['s1', 'lost'] }))).to.deep.equal(['B', 'C']);
    expect(ids(await pipeline.opportunities({ partner: [null] }))).to.deep.equal(['C']);
    expect(ids(await pipeline.opportunities({}))).to.deep.equal(['A', 'B', 'C']);
  });

  it('opportunities({ metric, mark }) are those behind the mark, selected', async () => {
    const behind = (mark: Record<string, string>) => pipeline.opportunities({ metric: 'funnel', mark });
    expect(ids(await behind({ stage: 's1' }))).to.deep.equal(['A', 'B', 'C']);
    expect(ids(await behind({ from: 's1', group: 'fail' }))).to.deep.equal(['B']);
    const selected = await pipeline.opportunities(
      { metric: 'funnel', mark: { stage: 's1' } },
      { selection: [{ field: 'partner', in: ['P1'] }] },
    );
    expect(ids(selected)).to.deep.equal(['A']);
  });

  it('opportunities({ unknown mark }) is refused', async () => {
    const asked = pipeline.opportunities({ metric: 'funnel', mark: { stage: 'nowhere' } });
    expect(await refusal(asked)).to.equal('RangeError: unknown mark of funnel: {"stage":"nowhere"}');
  });

  it('opportunities() gives rows as plain data, null for what is not known', async () => {
    const [row] = await pipeline.opportunities({ stage: ['s2'] });
    expect(row).to.deep.include({
      id: 'A',
      name: null,
      partner: 'P1',
      stage: 's2',
      outcome: 'open',
      amount: 100_000,
      createdDate: '2026-01-05',
      closeDate: null,
      daysInStage: 12,
    });
  });
});
