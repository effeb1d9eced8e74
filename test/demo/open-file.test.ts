import { expect } from '@open-wc/testing';
import { openFile } from '../../demo/open-file.js';
import type { DrawnFile, FileVerdict } from '../../demo/file-verdict.js';
import { flatExport, programme } from '../../packages/tools/programme/index.js';

const today = '2026-07-01';
const small = programme({ opportunities: 60 });

function drawn(verdict: FileVerdict): DrawnFile {
  if (verdict.kind === 'refused') throw new Error(verdict.reason);
  return verdict;
}

describe('openFile', () => {
  it('openFile(name, content) draws a document of our own with all its history', () => {
    const file = drawn(openFile('pipeline.json', new TextEncoder().encode(JSON.stringify(small)), today));
    expect(file).to.include({
      name: 'pipeline.json',
      opportunities: 60,
      dropped: 0,
      history: 'full',
      reading: null,
    });
    expect(file.asOf).to.equal('2026-05-20');
  });

  it('openFile(name, content) draws a CSV and says how each column was read', () => {
    const file = drawn(openFile('export.csv', flatExport(small), today));
    expect(file.history).to.equal('current-only');
    expect(file.opportunities).to.be.within(55, 60);
    const read = Object.fromEntries(file.reading?.fields.map(({ field, path }) => [field, path]) ?? []);
    expect(read).to.include({
      stage: 'Stage',
      amount: 'Amount',
      partner: 'Partner',
      closeDate: 'Close Date',
    });
    expect(file.reading?.fields.every(({ why, confidence }) => why !== '' && confidence > 0)).to.equal(true);
  });

  it('openFile(name, content) names the place of what it could not read', () => {
    const lines = flatExport(small).split('\r\n');
    const spoilt = lines.map((line, index) =>
      index === 3 ? line.replace(/,\d+,(EUR|GBP|USD)/, ',much,$1') : line,
    );
    const file = drawn(openFile('export.csv', spoilt.join('\r\n'), today));
    expect(file.issues.map((issue) => issue.path)).to.include('row 4, Amount');
  });

  it('openFile(name, content, today) looks at a file no later than today', () => {
    const csv = 'Stage,Amount,Close Date\nOpen,5,2030-01-01\nWon,7,2030-01-01\nOpen,8,2026-01-01\n';
    expect(drawn(openFile('list.csv', csv, today)).asOf).to.equal(today);
  });

  it('openFile(name, content) looks at an undated list without a day', () => {
    const file = drawn(
      openFile('list.json', '[{"stage":"Open","amount":5},{"stage":"Won","amount":7}]', today),
    );
    expect(file.asOf).to.equal(null);
  });

  it('openFile(name, content) says why it refuses a page, a broken text and an empty file', () => {
    for (const [content, reason] of [
      ['<!doctype html><title>Log in</title>', 'HTML'],
      ['[{"stage": "Open", "amount":', 'cut off'],
      ['', 'empty'],
      ['{"schema":"pipeline-kit/document@1"}', 'settings'],
      ['name,age\nAnn,31\nBen,40\n', 'stage'],
    ] as const) {
      const verdict = openFile('file', content, today);
      expect(verdict.kind, content).to.equal('refused');
      expect(verdict.kind === 'refused' && verdict.reason).to.contain(reason);
    }
  });
});
