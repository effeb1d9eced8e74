import { expect } from '@open-wc/testing';
import { readDocument } from '@pipeline-kit/model/schema';
import { openPipeline } from '../../packages/sources/src/open-pipeline.js';
import type { OpenedPipeline } from '../../packages/sources/src/open-pipeline.js';
import { SourceError } from '../../packages/sources/src/source-error.js';

const stagesOf = ({ document }: OpenedPipeline): string[] => document.stages.map(({ id }) => id);
const reasons = ({ issues }: OpenedPipeline): string[] =>
  issues.map(({ path, reason }) => `${path}: ${reason}`);

/** The sentence with which an input is refused. */
function refusal(input: unknown): string {
  try {
    openPipeline(input);
  } catch (error) {
    expect(error).to.be.instanceOf(SourceError);
    return (error as SourceError).message;
  }
  return 'opened';
}

const own = {
  schema: 'pipeline-kit/document@1',
  settings: { reportTimeZone: 'Europe/Berlin', reportingCurrency: 'EUR' },
  stages: [{ id: 's', pipeline: 'p', name: 'S', position: 1, kind: 'open' }],
  partners: [],
  opportunities: [{ id: 'a', createdAt: null, history: [{ at: null, set: { stage: 's' } }] }],
};

describe('openPipeline(input)', () => {
  it('draws an array of objects with a stage and an amount without configuration', () => {
    const opened = openPipeline([
      { stage: 'Talk', amount: 5 },
      { stage: 'Won', amount: 7 },
    ]);
    expect(stagesOf(opened)).to.deep.equal(['Talk', 'Won']);
    expect(opened.document.opportunities).to.have.length(2);
    expect(opened.grade).to.equal('current-only');
  });

  it('opens the same records as a value, text, bytes, newline-delimited JSON and CSV', () => {
    const records = [
      { id: 'a', stage: 'Talk', amount: '5.50', closeDate: '2026-01-05' },
      { id: 'b', stage: 'Won', amount: '7.00', closeDate: '2026-01-06' },
    ];
    const json = JSON.stringify({ data: { items: records } });
    const csv = 'id,stage,amount,closeDate\r\na,Talk,5.50,2026-01-05\r\nb,Won,7.00,2026-01-06\r\n';
    const inputs: readonly unknown[] = [
      records,
      { data: { items: records } },
      json,
      `\uFEFF${json}`,
      new TextEncoder().encode(json),
      records.map((record) => JSON.stringify(record)).join('\n'),
      csv,
      new TextEncoder().encode(`\uFEFF${csv}`),
      csv.replaceAll(',', ';'),
      [['id', 'stage', 'amount', 'closeDate'], ...records.map((record) => Object.values(record))],
    ];
    const [first, ...others] = inputs.map((input) => openPipeline(input).document);
    expect(first?.opportunities).to.have.length(2);
    for (const document of others) expect(document).to.deep.equal(first);
  });

  it('hands a document of our own to readDocument untouched', () => {
    for (const input of [own, JSON.stringify(own), new TextEncoder().encode(JSON.stringify(own))]) {
      const opened = openPipeline(input, { settings: { reportingCurrency: 'USD' } });
      expect(opened.document).to.deep.equal(readDocument(own).document);
      expect([opened.mapping, opened.guessed, opened.grade]).to.deep.equal([null, null, 'full']);
    }
  });

  it('reads by the mapping that is given and guesses nothing', () => {
    const opened = openPipeline('x;y\nAlpha;1.234,5\n', {
      mapping: { fields: { stage: 'x', amount: 'y' }, numbers: 'comma', money: { currency: 'EUR' } },
      name: 'a file',
    });
    expect(opened.guessed).to.equal(null);
    expect(opened.document.opportunities[0]?.history[0]?.set.amount).to.equal(123450);
    expect(opened.document.meta?.source).to.equal('a file');
  });

  it('finds the list that has what the mapping says', () => {
    const input = { other: [{ a: 1 }, { a: 2 }], list: [{ phase: 'Talk' }] };
    expect(stagesOf(openPipeline(input, { mapping: { fields: { stage: 'phase' } } }))).to.deep.equal([
      'Talk',
    ]);
  });

  it('throws a RangeError that names the place for a mapping that is none', () => {
    const mapping = { fields: { stages: 'x' } } as unknown as NonNullable<
      Parameters<typeof openPipeline>[1]
    >['mapping'];
    expect(() => openPipeline([], { mapping: mapping ?? { fields: {} } })).to.throw(
      RangeError,
      'invalid mapping at fields',
    );
  });

  it('gives back a guess that opens the input in the same way', () => {
    const csv = 'Stage;Betrag;Abschlussdatum\nAngebot;1.234,50;31.03.2026\nGewonnen;5;01.02.2026\n';
    const opened = openPipeline(csv);
    expect(opened.mapping).to.deep.equal({
      table: { separator: ';', headerRow: 1 },
      fields: { stage: 'Stage', amount: 'Betrag', closeDate: 'Abschlussdatum' },
      dates: 'dmy',
      numbers: 'comma',
    });
    const again = openPipeline(csv, opened.mapping ? { mapping: opened.mapping } : {});
    expect(again.document).to.deep.equal(opened.document);
  });

  it('chooses among lists the one with a stage and an amount', () => {
    const input = {
      owners: [{ name: 'a' }, { name: 'b' }, { name: 'c' }],
      deals: [{ stage: 'Talk', amount: 1 }],
    };
    expect(openPipeline(input).mapping?.records).to.equal('deals');
  });

  it('opens a lone record as a list of one', () => {
    expect(
      openPipeline({ id: 'a', stage: 'Talk', amount: 1 }).document.opportunities.map(({ id }) => id),
    ).to.deep.equal(['a']);
  });

  it('marks a page of a longer list as truncated', () => {
    const opened = openPipeline({ totalSize: 9, records: [{ StageName: 'Talk', Amount: 1 }] });
    expect(opened.document.meta?.truncated).to.equal(true);
    expect(reasons(opened)[0]).to.equal('records: a part of the list only: totalSize is 9, here are 1');
  });

  it('lists among the issues what it assumed, and asks about the order of stages', () => {
    const opened = openPipeline('Stage,Close Date\nTalk,03/04/2026\nOffer,05/06/2026\n');
    expect(reasons(opened)).to.include(
      'Close Date: 03/04/2026 reads with the day or the month first; assumed mdy (month first) (mapping: dates)',
    );
    expect(opened.guessed?.questions.at(-1)).to.include({ about: 'stages', assumed: 'Offer → Talk' });
  });

  it('names the place of a bad value as a spreadsheet shows it', () => {
    const csv = ['deal_stage,close_value', ...'12345'.split('').map((n) => `Won,${n}`)]
      .join('\n')
      .replace('Won,5', 'Won,five');
    expect(reasons(openPipeline(csv)).find((reason) => reason.startsWith('row'))).to.equal(
      'row 6, close_value: expected a number, got "five"; left unknown',
    );
  });

  it('reads bytes that are no UTF-8 as windows-1252 and says so', () => {
    const bytes = Uint8Array.from('Étape,Montant\nGagné,5\n', (letter) => letter.charCodeAt(0));
    const opened = openPipeline(bytes);
    expect(stagesOf(opened)).to.deep.equal(['Gagné']);
    expect(reasons(opened)[0]).to.equal('file: the bytes are no UTF-8; read as windows-1252');
  });

  it('reads UTF-16 by its mark and other encodings by declaration', () => {
    const text = 'Stage,Amount\nGagné,5\n';
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...Array.from(text, (letter) => [letter.charCodeAt(0), 0]).flat(),
    ]);
    expect(stagesOf(openPipeline(utf16))).to.deep.equal(['Gagné']);
    const sjis = new Uint8Array([
      ...new TextEncoder().encode('Stage,Amount\n'),
      0x8e,
      0xf3,
      0x92,
      0x8d,
      ...new TextEncoder().encode(',5'),
    ]);
    const mapping = { fields: { stage: 'Stage', amount: 'Amount' }, table: { encoding: 'shift_jis' } };
    expect(stagesOf(openPipeline(sjis, { mapping }))).to.deep.equal(['受注']);
  });

  describe('says precisely why not', () => {
    it('for a page where data were expected', () => {
      expect(refusal('<!DOCTYPE html><html><head><title> Sign in </title></head></html>')).to.equal(
        'expected JSON or CSV, found an HTML page (title: Sign in); a log-in or error page, perhaps',
      );
      expect(refusal('<?xml version="1.0"?><a/>')).to.equal('expected JSON or CSV, found XML');
    });

    it('for nothing', () => {
      for (const input of ['', ' \n', '\uFEFF', new Uint8Array()]) {
        expect(refusal(input)).to.equal('expected JSON or CSV, found nothing: the text is empty');
      }
      expect(refusal(null)).to.equal('expected a list of records, found null');
      expect(refusal(undefined)).to.equal('expected a list of records, found nothing');
      expect(refusal([])).to.equal('expected a list of records, found an empty list');
      expect(refusal('[]')).to.equal('expected a list of records, found an empty list');
      expect(refusal('5')).to.equal('expected a list of records, found a single value: 5');
    });

    it('for an envelope with an empty list', () => {
      expect(refusal({ totalSize: 0, done: true, records: [] })).to.equal(
        'no list of records found in an object with totalSize, done, records (mapping: records)',
      );
    });

    it('for JSON that is cut off', () => {
      expect(refusal('[{"stage":"Won"},{"sta')).to.match(
        /^begins like JSON but is none: .*; it may be cut off$/,
      );
    });

    it('for files that are no text', () => {
      const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from([...values, 0, 0, 0, 0]);
      expect(refusal(bytes(0x50, 0x4b, 3, 4))).to.include('an Excel workbook (.xlsx); save the sheet as CSV');
      expect(refusal(bytes(0x25, 0x50, 0x44, 0x46))).to.include('a PDF');
      expect(refusal(bytes(0x1f, 0x8b))).to.include('a gzip file');
    });

    it('for records without a stage, with what they have', () => {
      expect(refusal([{ colour: 'red', size: 5 }])).to.equal(
        'no field looks like a stage or a status; 1 record with colour, size (mapping: fields.stage)',
      );
    });

    it('for a table of column names alone', () => {
      expect(refusal('Stage,Amount\n')).to.equal(
        'row 1: a table without rows: only the column names Stage, Amount',
      );
    });

    it('for a list of stages and for a log of changes', () => {
      expect(refusal([{ stage: 'A' }, { stage: 'B' }])).to.equal(
        '2 records, each with a stage of its own and no amount or date: a list of stages',
      );
      expect(refusal('Id,OpportunityId,Stage,Amount\n1,a,Talk,5\n2,a,Won,5\n3,b,Won,5')).to.equal(
        '3 records but 2 values of OpportunityId: rows of changes or products, not of opportunities',
      );
    });

    it('for an object that holds no list', () => {
      expect(refusal({ error: 'unauthorized' })).to.equal(
        'no list of records found in an object with error (mapping: records)',
      );
    });

    it('at every byte at which a body may be cut', () => {
      const body = JSON.stringify({ records: [{ stage: 'Talk', amount: 5 }] });
      for (let end = 1; end < body.length; end += 1)
        expect(refusal(body.slice(0, end)), body.slice(0, end)).to.not.equal('opened');
      expect(refusal(body)).to.equal('opened');
    });
  });

  it('survives nesting deeper than the stack', () => {
    expect(refusal('['.repeat(200_000))).to.include('begins like JSON but is none');
    const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
    expect(refusal(deep)).to.not.equal('opened');
  });
});
