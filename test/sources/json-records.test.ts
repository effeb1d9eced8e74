import { expect } from '@open-wc/testing';
import { truncation } from '../../packages/sources/src/envelope.js';
import { fieldValue } from '../../packages/sources/src/field-value.js';
import { findRecordLists, recordsAt } from '../../packages/sources/src/json-records.js';
import { readNdjson } from '../../packages/sources/src/ndjson.js';
import { SourceError } from '../../packages/sources/src/source-error.js';

describe('findRecordLists(json)', () => {
  it('is the top itself when that is a list of objects', () => {
    expect(findRecordLists([{ a: 1 }])).to.deep.equal(['']);
  });

  it('finds lists inside envelopes, the longest first, and the whole as a list of one last', () => {
    const json = { meta: { warnings: [{ w: 1 }] }, data: { items: [{ a: 1 }, { a: 2 }] } };
    expect(findRecordLists(json)).to.deep.equal(['data.items', 'meta.warnings', '']);
  });

  it('prefers a usual name among lists as long', () => {
    expect(findRecordLists({ owners: [{ a: 1 }], records: [{ a: 1 }] })[0]).to.equal('records');
  });

  it('does not look into records', () => {
    expect(findRecordLists({ results: [{ lines: [{ a: 1 }, { a: 2 }] }] })).to.deep.equal(['results', '']);
  });

  it('finds none in what is no object', () => {
    for (const json of [null, 5, 'x', [], [1, 2]]) expect(findRecordLists(json)).to.deep.equal([]);
  });
});

describe('recordsAt(json, path)', () => {
  it('gives each object its place and sets aside what is none', () => {
    const { records, issues } = recordsAt({ records: [{ a: 1 }, null, [1]] }, 'records');
    expect(records).to.deep.equal([{ value: { a: 1 }, place: 'records[0]' }]);
    expect(issues.map(({ path, reason, effect }) => [path, reason, effect])).to.deep.equal([
      ['records[1]', 'expected an object, got null', 'dropped'],
      ['records[2]', 'expected an object, got a list of 1', 'dropped'],
    ]);
  });

  it('reads a list of rows as a table', () => {
    const { records } = recordsAt(
      [
        ['Stage', 'Amount'],
        ['Won', 5],
      ],
      '',
    );
    expect(records).to.deep.equal([{ value: { Stage: 'Won', Amount: '5' }, place: 'row 2' }]);
  });

  it('throws a SourceError with the place when there is no list', () => {
    expect(() => recordsAt({ data: 5 }, 'data')).to.throw(
      SourceError,
      'data: expected a list of records, found a number',
    );
    expect(() => recordsAt({}, 'data.items')).to.throw(
      SourceError,
      'data.items: expected a list of records, found nothing',
    );
  });

  it('says when the envelope has more than it shows', () => {
    const { truncated, issues } = recordsAt({ totalSize: 3, records: [{ a: 1 }] }, 'records');
    expect(truncated).to.equal(true);
    expect(issues[0]).to.deep.equal({
      path: 'records',
      reason: 'a part of the list only: totalSize is 3, here are 1',
      code: 'missing',
      effect: 'kept',
    });
  });
});

describe('truncation(envelope, count)', () => {
  it("reads every vendor's way to say that there is more", () => {
    const envelopes = [
      { nextRecordsUrl: '/q/01g-2000' },
      { '@odata.nextLink': 'https://org/next' },
      { paging: { next: { after: 'NTI1' } } },
      { hasMore: true, offset: 20 },
      { additional_data: { next_cursor: 'eyJ' } },
      { additional_data: { pagination: { more_items_in_collection: true } } },
      { info: { more_records: true } },
      { total: 57 },
    ];
    for (const envelope of envelopes)
      expect(truncation(envelope, 20), JSON.stringify(envelope)).to.be.a('string');
  });

  it('is null when the envelope is whole or says nothing', () => {
    const envelopes = [
      { done: true, totalSize: 20 },
      { paging: {} },
      { hasMore: false },
      { additional_data: { next_cursor: null } },
      { additional_data: { pagination: { more_items_in_collection: false } } },
      [],
      null,
    ];
    for (const envelope of envelopes)
      expect(truncation(envelope, 20), JSON.stringify(envelope)).to.equal(null);
  });
});

describe('readNdjson(text)', () => {
  it('reads one object a line and names the line of what is none', () => {
    const list = readNdjson('{"a":1}\r\n\n{"a":2}\n[3]\n{"a":');
    expect(list?.records).to.deep.equal([
      { value: { a: 1 }, place: 'line 1' },
      { value: { a: 2 }, place: 'line 3' },
    ]);
    expect(list?.issues.map(({ path, reason }) => `${path}: ${reason}`)).to.deep.equal([
      'line 4: expected an object, got a list of 1',
      'line 5: expected an object, got text that is no JSON',
    ]);
  });

  it('is null when the first line is no JSON', () => {
    expect(readNdjson('{"a":\n{"a":2}')).to.equal(null);
  });
});

describe('fieldValue(record, path)', () => {
  it('follows a path, and finds a key with dots whole', () => {
    expect(fieldValue({ Account: { Name: 'Acme' } }, 'Account.Name')).to.equal('Acme');
    expect(fieldValue({ 'Opp. Amount': 5, Opp: {} }, 'Opp. Amount')).to.equal(5);
    expect(fieldValue({ stage_id: [3, 'Proposition'] }, 'stage_id.1')).to.equal('Proposition');
  });

  it('is undefined where nothing stands, also on the way', () => {
    for (const path of ['b', 'a.b', 'a.b.c', 'n.x'])
      expect(fieldValue({ a: 1, n: null }, path)).to.equal(undefined);
    expect(fieldValue(null, 'a')).to.equal(undefined);
  });

  it('reads own properties only', () => {
    for (const path of ['constructor', '__proto__', 'toString', 'a.constructor.name', '__proto__.polluted']) {
      expect(fieldValue({ a: {} }, path), path).to.equal(undefined);
    }
    expect(fieldValue(JSON.parse('{"__proto__":{"x":1}}'), '__proto__.x')).to.equal(1);
  });
});
