import { expect } from '@open-wc/testing';
import { DocumentError, MAX_LISTED, readDocument } from '@pipeline-kit/model/schema';
import { hostileRecords, mixedDocument } from '../fixtures/hostile-records.js';
import { opportunity } from '../fixtures/opportunity.js';
import { pipelineDocument } from '../fixtures/pipeline-document.js';

const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

describe('readDocument(hostile document)', () => {
  afterEach(() => {
    expect(Object.keys(Object.prototype)).to.deep.equal([]);
    expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);
  });

  for (const [what, text] of Object.entries(hostileRecords)) {
    it(`readDocument(…) sets aside an opportunity with ${what}, or what is bad of it`, () => {
      const good = JSON.stringify(opportunity({ id: 'good' }));
      const json = JSON.stringify({ ...pipelineDocument(), opportunities: [] }).replace(
        '"opportunities":[]',
        () => `"opportunities":[${good},${text},${good}]`,
      );
      const { document, issues, dropped } = readDocument(json);
      expect(document.opportunities[0]).to.deep.equal(opportunity({ id: 'good' }));
      // The second good one has a taken id, so something is set aside for each.
      expect(dropped).to.equal(2);
      expect(issues.at(0)?.path).to.match(/^opportunities\[1\]/u);
      expect(issues.at(1)?.path).to.equal('opportunities[2]');
    });
  }

  it('readDocument(…) counts 100,000 bad records, lists the first 1,000 in full and keeps every good one', () => {
    const { document: input, good, bad } = mixedDocument(100_000);
    const { document, issues, dropped } = readDocument(input);
    expect(document.opportunities.map(({ id }) => id)).to.deep.equal(good.map(({ id }) => id));
    expect(document.opportunities).to.deep.equal(good);
    expect(dropped).to.equal(bad.length);
    expect(bad).to.have.length(100_000);
    const listed = issues.filter(({ effect }) => effect === 'dropped');
    expect(listed).to.have.length(MAX_LISTED);
    expect(listed.map(({ path }) => path)).to.deep.equal(bad.slice(0, MAX_LISTED));
  });

  it('readDocument(…) takes nesting a million deep in a known field, in an unknown one, and as the document', () => {
    const deep = nested(1_000_000);
    const json = JSON.stringify(pipelineDocument({ opportunities: [opportunity({ name: 'NAME' })] }));
    const inName = readDocument(json.replace('"NAME"', () => deep));
    expect(inName.issues.map(({ path, reason }) => [path, reason])).to.deep.equal([
      ['opportunities[0]', 'name: expected a text, got an array'],
    ]);
    const inUnknown = readDocument(json.replace('"name":"NAME"', () => `"note":${deep}`));
    expect(inUnknown.document.opportunities).to.have.length(1);
    expect(inUnknown.issues.map(({ code }) => code)).to.deep.equal(['unread']);
    expect(() => readDocument(deep)).to.throw(DocumentError);
  });

  it('readDocument(…) never makes a key of `__proto__` or `constructor`', () => {
    const json = JSON.stringify(
      pipelineDocument({ opportunities: [opportunity({ attributes: { industry: 'Food' } })] }),
    );
    const key = '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},';
    const { document, issues } = readDocument(json.replaceAll('{', () => key).replace(key, '{'));
    const seen: string[] = [];
    JSON.stringify(document, (name, value: unknown) => {
      seen.push(name);
      return value;
    });
    expect(seen).to.include('industry');
    expect(seen).not.to.include.members(['__proto__']);
    expect(seen).not.to.include.members(['constructor']);
    expect(issues.map(({ path }) => path)).to.include('opportunities[0].attributes.__proto__');
    expect(document.opportunities[0]?.attributes).to.deep.equal({ industry: 'Food' });
    expect(Object.getPrototypeOf(document.opportunities[0])).to.equal(Object.prototype);
  });
});
