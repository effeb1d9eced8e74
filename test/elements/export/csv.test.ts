import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { csvCell, csvOf } from '../../../packages/elements/src/export/csv.js';
import { numberCell, textCell } from '../../../packages/elements/src/base/table-model.js';

/** What a spreadsheet makes of a cell: the text without its quotes. */
function cellText(cell: string): string {
  return cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}

const isFormula = (text: string): boolean => /^[\s\0]*[=+\-@%|＝＋－＠％｜]/.test(text);

describe('csvCell(value)', () => {
  it('keeps plain text and numbers as they are', () => {
    expect(csvCell('Proposal')).to.equal('Proposal');
    expect(csvCell(-1234.5)).to.equal('-1234.5');
    expect(csvCell(null)).to.equal('');
    expect(csvCell(Number.NaN)).to.equal('');
  });

  it('quotes what has commas, quotes and line ends', () => {
    expect(csvCell('a,b')).to.equal('"a,b"');
    expect(csvCell('say "hi"')).to.equal('"say ""hi"""');
    expect(csvCell('a\nb')).to.equal('"a\nb"');
  });

  for (const attack of [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '  =1',
    '%x',
    '|cmd',
    '＝1',
    '－1',
  ]) {
    it(`puts an apostrophe before ${JSON.stringify(attack)}`, () => {
      expect(cellText(csvCell(attack))).to.equal(`'${attack}`);
    });
  }

  it('starts no formula, whatever the text, and keeps it readable', () => {
    const start = fc.constantFrom('', '=', '+', '-', '@', '\t', '\n', '\r', ' ', '%', '|', '＝', '\0=');
    fc.assert(
      fc.property(start, fc.string(), (sign, rest) => {
        const text = sign + rest;
        const read = cellText(csvCell(text));
        expect(isFormula(read)).to.equal(false);
        expect(read === text || read === `'${text}`).to.equal(true);
      }),
      { numRuns: 20_000 },
    );
  });

  it('is needed: plain quoting leaves formulas', () => {
    expect(isFormula('=1+1')).to.equal(true);
  });
});

describe('csvOf(table)', () => {
  it('writes a head and a line for each row, with numbers in full', () => {
    const table = {
      columns: [
        { label: 'Stage', isNumber: false },
        { label: 'Rate', isNumber: true },
      ],
      rows: [
        [textCell('Proposal'), numberCell(0.5757575757575758, () => '58%')],
        [textCell('Won, at last'), numberCell(null, () => '')],
      ],
    };
    expect(csvOf(table)).to.equal('Stage,Rate\r\nProposal,0.5757575757575758\r\n"Won, at last",\r\n');
  });
});
