import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { readCsv } from '../../packages/sources/src/csv.js';
import { csvText } from '../fixtures/source-records.js';

const cells = (text: string): (readonly string[])[] => readCsv(text).rows.map((row) => row.cells);

describe('readCsv(text)', () => {
  it('reads rows and cells and numbers rows as a spreadsheet does', () => {
    expect(readCsv('a,b\n1,2\n').rows).to.deep.equal([
      { row: 1, cells: ['a', 'b'] },
      { row: 2, cells: ['1', '2'] },
    ]);
  });

  it('gives no rows for an empty text', () => {
    expect(cells('')).to.deep.equal([]);
    expect(cells('\uFEFF')).to.deep.equal([]);
  });

  it('keeps separators, quotes and line breaks inside quotes', () => {
    expect(cells('a,b\n"x, y","say ""hi""\r\nand go"\n')).to.deep.equal([
      ['a', 'b'],
      ['x, y', 'say "hi"\r\nand go'],
    ]);
  });

  it('counts a quoted line break as part of its row', () => {
    const { rows } = readCsv('a\n"1\n2\n3"\nlast\n');
    expect(rows.map(({ row }) => row)).to.deep.equal([1, 2, 3]);
  });

  it('ends lines at LF, CRLF and CR, with or without one at the end', () => {
    const table = [
      ['a', 'b'],
      ['1', '2'],
    ];
    for (const end of ['\n', '\r\n', '\r']) {
      expect(cells(`a,b${end}1,2${end}`)).to.deep.equal(table);
      expect(cells(`a,b${end}1,2`)).to.deep.equal(table);
    }
  });

  it('counts blank rows, so that the next row keeps its number', () => {
    expect(readCsv('a,b\n\n1,2\n').rows.at(-1)).to.deep.equal({ row: 3, cells: ['1', '2'] });
  });

  it('keeps empty cells, also the last', () => {
    expect(cells('a,,c\n,,\n')).to.deep.equal([
      ['a', '', 'c'],
      ['', '', ''],
    ]);
    expect(cells('a,b\n1,')).to.deep.equal([
      ['a', 'b'],
      ['1', ''],
    ]);
  });

  it('drops a byte order mark and reads the first line sep=; as the separator', () => {
    expect(cells('\uFEFFa,b\n1,2')[0]).to.deep.equal(['a', 'b']);
    expect(readCsv('sep=;\r\na;b,c\r\n1;2')).to.deep.include({ separator: ';' });
    expect(cells('sep=;\r\na;b,c\r\n1;2')).to.deep.equal([
      ['a', 'b,c'],
      ['1', '2'],
    ]);
  });

  it('finds each separator by the most even table', () => {
    for (const separator of [',', ';', '\t', '|'] as const) {
      const text = [`a${separator}b${separator}c`, `1${separator}2${separator}3`].join('\n');
      expect(readCsv(text).separator).to.equal(separator);
    }
    // Decimal commas are no columns.
    expect(readCsv('Name;Betrag\nEins;1,5\nZwei;2,5\nDrei;3').separator).to.equal(';');
  });

  it('takes the declared separator instead of the likely one', () => {
    expect(readCsv('a,b;c\n1,2;3', { separator: ';' }).rows[0]?.cells).to.deep.equal(['a,b', 'c']);
  });

  it('leaves a quote in mid-cell as it is', () => {
    expect(cells('size,n\n5" pipe,2')).to.deep.equal([
      ['size', 'n'],
      ['5" pipe', '2'],
    ]);
  });

  it('names the row of a quote that never closes or closes in mid-cell', () => {
    expect(readCsv('a,b\n1,"open\n2,3').issues).to.deep.equal([
      {
        path: 'row 2',
        reason: 'a quote opens in column 2 and never closes; the rest of the file is in this cell',
        code: 'invalid',
        effect: 'kept',
      },
    ]);
    expect(readCsv('a,b\n"x"y,2').issues[0]).to.include({ path: 'row 2', effect: 'kept' });
    expect(cells('a,b\n"x"y,2')[1]).to.deep.equal(['xy', '2']);
  });

  it('reads back whatever cells were written, with every separator and line end', () => {
    const hostile = fc.oneof(
      fc.string({
        unit: fc.constantFrom('a', '"', ',', ';', '\t', '|', '\n', '\r', ' ', '=', 'é', '🐵', '\uFEFF'),
      }),
      fc.constantFrom('', '"', '""', '"\r\n"', '=1+1', '__proto__', 'sep=;', "'", '\u0000'),
      fc.string(),
    );
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(hostile, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      );
    const separators = fc.constantFrom(',' as const, ';' as const, '\t' as const, '|' as const);
    fc.assert(
      fc.property(table, separators, fc.constantFrom('\n', '\r\n', '\r'), (rows, separator, lineEnd) => {
        const { rows: read, issues } = readCsv(csvText(rows, separator, lineEnd), { separator });
        expect(read.map((row) => row.cells)).to.deep.equal(rows);
        expect(issues).to.deep.equal([]);
      }),
      { numRuns: 300 },
    );
  });

  it('never throws and loses no character of any text', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '"', ',', '\n', '\r', ' ') });
    fc.assert(
      fc.property(text, (input) => {
        const kept = readCsv(input, { separator: ',' })
          .rows.flatMap(({ cells: row }) => row)
          .join('');
        const letters = (value: string): string => value.replace(/[^ab ]/g, '');
        expect(letters(kept)).to.equal(letters(input));
      }),
    );
  });
});
