import { expect } from '@open-wc/testing';
import { createPipeline, type Clause, type ClauseField, type ClauseValue } from '@pipeline-kit/model';
import { textsFor } from '@pipeline-kit/elements';
import { matching, ticked, valueOptions } from '../../../packages/elements/src/filters/value-options.js';
import { pipelineDocument } from '../../fixtures/pipeline-document.js';

const pipeline = createPipeline(pipelineDocument(), { asOf: '2026-05-20' });

function options(
  field: ClauseField,
  values: readonly (readonly [ClauseValue, number])[],
  clause: Clause | null = null,
): ReturnType<typeof valueOptions> {
  const counts = values.map(([value, count]) => ({ value, count }));
  const result = { field, values: counts, distinct: counts.length, n: 10 };
  return valueOptions(result, clause, textsFor('en', 'EUR'), pipeline);
}

describe('valueOptions(counts, clause, texts, pipeline)', () => {
  it('stand as they are counted, by their names', () => {
    const found = options('region', [
      ['EMEA', 5],
      [null, 3],
      ['APAC', 2],
    ]);
    expect(found.map(({ text, count }) => [text, count])).to.deep.equal([
      ['EMEA', 5],
      ['none', 3],
      ['APAC', 2],
    ]);
  });

  it('of stages stand in the order of the pipeline', () => {
    const found = options('stage', [
      ['won', 9],
      ['s3', 1],
      ['s1', 4],
      ['gone', 1],
    ]);
    expect(found.map(({ value }) => value)).to.deep.equal(['s1', 's3', 'won', 'gone']);
  });

  it('of outcomes, categories and yes or no stand in theirs', () => {
    expect(
      options('outcome', [
        ['lost', 9],
        ['won', 1],
        ['open', 4],
      ]).map(({ value }) => value),
    ).to.deep.equal(['open', 'won', 'lost']);
    expect(
      options('registered', [
        [false, 9],
        [true, 1],
      ]).map(({ text }) => text),
    ).to.deep.equal(['yes', 'no']);
  });

  it('what is chosen and occurs nowhere can be taken back', () => {
    const found = options('region', [['EMEA', 5]], { field: 'region', in: ['MARS', 'EMEA'] });
    expect(found.map(({ text, count, isChosen }) => [text, count, isChosen])).to.deep.equal([
      ['EMEA', 5, true],
      ['MARS', 0, true],
    ]);
  });

  it('a text of the data has no controls that turn the writing around', () => {
    expect(options('region', [['a\u202eb', 1]])[0]?.text).to.equal('a\ufffdb');
  });
});

describe('matching(options, text)', () => {
  it('are those whose name contains it, whatever the case', () => {
    const all = options('region', [
      ['EMEA', 5],
      ['Emerald', 1],
      ['APAC', 2],
    ]);
    expect(matching(all, ' em').map(({ text }) => text)).to.deep.equal(['EMEA', 'Emerald']);
    expect(matching(all, '  ')).to.equal(all);
  });
});

describe('ticked(clause, value, isChosen)', () => {
  it('adds a value once, and takes one away', () => {
    const clause = { field: 'region', in: ['EMEA'] } as const;
    expect(ticked(clause, 'APAC', true)).to.deep.equal({ field: 'region', in: ['EMEA', 'APAC'] });
    expect(ticked(clause, 'EMEA', true)).to.deep.equal({ field: 'region', in: ['EMEA'] });
    expect(ticked({ field: 'region', in: ['EMEA', null] }, null, false)).to.deep.equal(clause);
  });

  it('is null when none is left', () => {
    expect(ticked({ field: 'region', in: ['EMEA'] }, 'EMEA', false)).to.equal(null);
  });

  it('keeps whose clause it is, and takes the place of another kind', () => {
    expect(ticked({ source: 'x', field: 'region', contains: 'a' }, 'EMEA', true)).to.deep.equal({
      source: 'x',
      field: 'region',
      in: ['EMEA'],
    });
  });
});
