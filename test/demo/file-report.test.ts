import { expect, fixture, html } from '@open-wc/testing';
import { fileReport } from '../../demo/file-report.js';
import { openFile } from '../../demo/open-file.js';
import { flatExport, programme } from '../../packages/tools/programme/index.js';

const csv = flatExport(programme({ opportunities: 60 }));

async function shown(content: string, lang: 'en' | 'de' = 'en'): Promise<HTMLElement> {
  return fixture(html`<main>${fileReport(openFile('my file.csv', content, '2026-07-01'), lang)}</main>`);
}

describe('fileReport', () => {
  it('fileReport(verdict, lang) tells how many were drawn and how the file was read', async () => {
    const text = (await shown(csv)).textContent;
    expect(text).to.match(/my file\.csv: \d+ opportunities drawn/);
    expect(text).to.contain('no conversion rates');
    expect(text).to.contain('Close Date');
  });

  it('fileReport(verdict, lang) speaks German', async () => {
    expect((await shown(csv, 'de')).textContent).to.match(/my file\.csv: \d+ Chancen gezeichnet/);
  });

  it('fileReport(verdict, lang) gives the reason of a refusal', async () => {
    const text = (await shown('name,age\nAnn,31\n')).textContent;
    expect(text).to.contain('my file.csv cannot be drawn');
    expect(text).to.contain('stage');
  });

  it('fileReport(verdict, lang) shows markup in a file as the text that it is', async () => {
    const spoilt = 'Stage,Amount,<img src=x>\nOpen,<b>5,1\nOpen,6,3\nWon,7,2\n';
    const report = await shown(spoilt);
    expect(report.querySelector('img, b')).to.equal(null);
    expect(report.textContent).to.contain('<img src=x>');
  });

  it('fileReport(verdict, lang) is accessible', async () => {
    await expect(await shown(csv)).to.be.accessible();
  });
});
