import { expect } from '@open-wc/testing';
import { readMapping, type Mapping } from '@pipeline-kit/model/schema';

const full: Mapping = {
  records: 'data.items',
  table: { separator: ';', headerRow: 2, encoding: 'windows-1252' },
  fields: {
    id: 'Id',
    stage: 'Stage.Name',
    amount: 'properties.amount',
    partner: 'Account',
    createdAt: 'Created',
  },
  attributes: { industry: 'Account.Industry' },
  dates: { createdAt: 'epoch-ms', closeDate: 'dmy' },
  timeZone: 'Europe/Berlin',
  numbers: 'comma',
  money: { currency: 'EUR', unit: 'minor' },
  probability: '0-1',
  stages: { order: ['New', 'Offer'], won: ['Sold'], lost: ['Gone'] },
  status: { won: ['yes'] },
  blanks: ['n/a'],
  productSeparator: ';',
};

describe('readMapping(value)', () => {
  it('readMapping(value) returns a copy, also through JSON, and takes no fields at all', () => {
    expect(readMapping(JSON.parse(JSON.stringify(full)))).to.deep.equal(full);
    expect(readMapping({ ...full, dates: 'mdy' }).dates).to.equal('mdy');
    expect(readMapping({ fields: {} })).to.deep.equal({ fields: {} });
  });

  const refused: readonly [value: unknown, message: string | RegExp][] = [
    [null, 'invalid mapping: expected an object, got null'],
    [{}, 'invalid mapping at fields: expected an object, got nothing'],
    [
      { fields: { stages: 'Stage' } },
      /^invalid mapping at fields\.stages: expected one of id, name, stage, .*, got "Stage"$/u,
    ],
    [
      { fields: {}, currency: 'EUR' },
      /^invalid mapping at currency: expected one of records, table, fields, /u,
    ],
    [{ fields: { amount: 3 } }, 'invalid mapping at fields.amount: expected an id, got 3'],
    [
      { fields: {}, dates: 'american' },
      'invalid mapping at dates: expected a style of dates, or one for each field, got "american"',
    ],
    [
      { fields: {}, dates: { closeDate: 'american' } },
      /^invalid mapping at dates\.closeDate: expected "iso", /u,
    ],
    [
      { fields: {}, timeZone: 'Nowhere' },
      'invalid mapping at timeZone: expected a time zone such as "Europe/Berlin", got "Nowhere"',
    ],
    [
      { fields: {}, money: { currency: 'euro' } },
      'invalid mapping at money.currency: expected a currency code of three capital letters, got "euro"',
    ],
    [{ fields: {}, attributes: { constructor: 'x' } }, /^invalid mapping at attributes/u],
  ];
  for (const [value, message] of refused) {
    it(`readMapping(${JSON.stringify(value)}) throws a RangeError that names the place`, () => {
      expect(() => readMapping(value)).to.throw(RangeError, message);
    });
  }
});
