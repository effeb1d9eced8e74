import { expect } from '@open-wc/testing';
import { readCsv } from '../../packages/sources/src/csv.js';
import { tableRecords } from '../../packages/sources/src/table-records.js';

const read = (text: string, headerRow?: number): ReturnType<typeof tableRecords> =>
  tableRecords(readCsv(text).rows, headerRow);

describe('tableRecords(rows)', () => {
  it('names cells by the header and places by the row', () => {
    expect(read('Stage,Amount\nWon,5\n').records).to.deep.equal([
      { value: { Stage: 'Won', Amount: '5' }, place: 'row 2' },
    ]);
  });

  it('passes over blank rows, which hold nothing', () => {
    expect(read('a,b\n1,2\n,\n\n3,4\n').records.map(({ place }) => place)).to.deep.equal(['row 2', 'row 5']);
  });

  it('keeps a row that is too short or too long and says so', () => {
    const { records, issues } = read('a,b\n1\n1,2,3\n1,2,\n');
    expect(records).to.have.length(3);
    expect(records[0]?.value).to.deep.equal({ a: '1', b: '' });
    expect(issues.map(({ path, reason }) => `${path}: ${reason}`)).to.deep.equal([
      'row 2: 1 cells under 2 column names',
      'row 3: 3 cells under 2 column names',
    ]);
  });

  it('finds the header below the title of a report, and says what stood above', () => {
    const { records, headerRow, issues } = read('Pipeline report\n\nStage,Amount\nWon,5\n');
    expect(headerRow).to.equal(3);
    expect(records[0]).to.deep.equal({ value: { Stage: 'Won', Amount: '5' }, place: 'row 4' });
    expect(issues).to.deep.equal([
      { path: 'row 1', reason: '1 filled row above the header', code: 'unread', effect: 'dropped' },
    ]);
  });

  it('takes the declared header row', () => {
    expect(read('x,y\nStage,Amount\nWon,5\n', 2).columns).to.deep.equal(['Stage', 'Amount']);
  });

  it('numbers repeated names and names blank ones by their place', () => {
    const { columns, issues } = read('Amount,,Amount\n1,2,3\n');
    expect(columns).to.deep.equal(['Amount', 'column 2', 'Amount (2)']);
    expect(issues[0]).to.include({ path: 'row 1, Amount', code: 'duplicate', effect: 'kept' });
  });

  it('keeps a column called __proto__ as a column and touches no prototype', () => {
    const { columns, records } = read('__proto__,constructor\nx,y\n');
    const value = records[0]?.value ?? {};
    expect(columns).to.deep.equal(['__proto__', 'constructor']);
    expect(Object.keys(value)).to.deep.equal(['__proto__', 'constructor']);
    expect(Object.getOwnPropertyDescriptor(value, '__proto__')?.value).to.equal('x');
    expect(({} as Record<string, unknown>)['x']).to.equal(undefined);
    expect(Object.getPrototypeOf(value)).to.equal(Object.prototype);
  });
});
