import { expect } from '@open-wc/testing';
import {
  documentJsonSchema,
  mappingJsonSchema,
  readSelection,
  savedStateJsonSchema,
} from '@pipeline-kit/model/schema';
import { fullDocument } from '../fixtures/full-document.js';
import { pipelineDocument } from '../fixtures/pipeline-document.js';
import { brokenAt } from '../support/json-schema-check.js';
import { placeOf, withoutPlace, withValue } from '../support/place.js';

describe('documentJsonSchema()', () => {
  const schema = documentJsonSchema();

  it('documentJsonSchema() is plain JSON of the 2020-12 draft with named parts', () => {
    expect(JSON.parse(JSON.stringify(schema))).to.deep.equal(schema);
    expect(schema).to.have.property('$schema', 'https://json-schema.org/draft/2020-12/schema');
    const parts = (schema as { $defs: object }).$defs;
    expect(Object.keys(parts)).to.include.members([
      'Stage',
      'Partner',
      'Opportunity',
      'OpportunityEvent',
      'Changes',
      'Registration',
      'Quota',
    ]);
  });

  it('documentJsonSchema() admits good documents, and more fields than ours', () => {
    for (const document of [pipelineDocument(), fullDocument(), { ...fullDocument(), note: 'mine' }]) {
      expect(brokenAt(schema, document)).to.equal(null);
    }
  });

  it('documentJsonSchema() points at what is wrong', () => {
    const amount = placeOf('opportunities[0].history[0].set.amount');
    expect(brokenAt(schema, withValue(fullDocument(), amount, '12,5'))).to.equal(
      '#/opportunities/0/history/0/set/amount',
    );
    expect(brokenAt(schema, withValue(fullDocument(), amount, 1e15))).to.equal(
      '#/opportunities/0/history/0/set/amount',
    );
    expect(brokenAt(schema, withoutPlace(fullDocument(), ['settings']))).to.equal('#');
    expect(brokenAt(schema, withValue(fullDocument(), ['opportunities'], null))).to.equal('#/opportunities');
    expect(brokenAt(schema, withValue(fullDocument(), placeOf('stages[0].kind'), 'closed'))).to.equal(
      '#/stages/0/kind',
    );
  });
});

describe('savedStateJsonSchema() and mappingJsonSchema()', () => {
  it('savedStateJsonSchema() admits a state and refuses another version', () => {
    const selection = readSelection([{ source: 'funnel', field: 'stage', in: ['s1', null] }]);
    expect(brokenAt(savedStateJsonSchema(), { v: 1, selection })).to.equal(null);
    expect(brokenAt(savedStateJsonSchema(), { v: 2, selection })).to.equal('#/v');
  });

  it('mappingJsonSchema() admits a mapping and refuses a style that is none', () => {
    expect(brokenAt(mappingJsonSchema(), { fields: { id: 'Id' }, dates: { closeDate: 'dmy' } })).to.equal(
      null,
    );
    expect(brokenAt(mappingJsonSchema(), { fields: {}, numbers: 'roman' })).to.equal('#/numbers');
  });
});
