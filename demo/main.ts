import '@pipeline-kit/elements/define/all';
import { PipelineSourceElement } from '@pipeline-kit/elements';
import { dayOf, type CalendarDate } from '@pipeline-kit/model/schema';
import { flatExport, programme } from '../packages/tools/programme/index.js';
import type { Appearance } from './appearance.js';
import { element } from './dom.js';
import { dropTarget } from './drop-target.js';
import { fileReport } from './file-report.js';
import type { FileVerdict } from './file-verdict.js';
import { openFile } from './open-file.js';
import { pageAppearance } from './page-appearance.js';
import { portalTexts } from './portal-texts.js';

const source = must('pipeline-source', PipelineSourceElement);
const report = must('#file-report', HTMLElement);
const back = must('#back', HTMLButtonElement);
const day = must('#day', HTMLElement);

const demo = programme();
let lang: Appearance['lang'] = 'en';
let verdict: FileVerdict | null = null;

pageAppearance(document, must('form.appearance', HTMLFormElement), (appearance) => {
  lang = appearance.lang;
  showDay(source.asOf);
  if (verdict) report.replaceChildren(...fileReport(verdict, lang));
});
dropTarget(document, must('#drop-here', HTMLElement), must('#file', HTMLInputElement), (file) => {
  void read(file.name, () => file.arrayBuffer());
});
must('#example', HTMLButtonElement).addEventListener('click', () => {
  void read('crm-export.csv', async () => new TextEncoder().encode(flatExport(demo)).buffer);
});
back.addEventListener('click', showDemo);
showDemo();

function showDemo(): void {
  verdict = null;
  report.replaceChildren();
  back.hidden = true;
  look(demo, demo.meta?.asOf ?? null);
}

async function read(name: string, content: () => Promise<ArrayBuffer>): Promise<void> {
  report.replaceChildren(element('p', [portalTexts[lang].reading(name)]));
  // Reading is one long step; the page says first what it is about to do.
  const [bytes] = await Promise.all([content(), new Promise(requestAnimationFrame)]);
  verdict = openFile(name, new Uint8Array(bytes));
  report.replaceChildren(...fileReport(verdict, lang));
  if (verdict.kind === 'refused') return;
  back.hidden = false;
  look(verdict.document, verdict.asOf);
}

function look(data: unknown, asOf: CalendarDate | null): void {
  source.asOf = asOf;
  source.data = data;
  showDay(asOf);
}

function showDay(asOf: CalendarDate | null): void {
  const format = new Intl.DateTimeFormat(lang, { dateStyle: 'full', timeZone: 'UTC' });
  day.textContent = asOf === null ? '' : format.format(dayOf(asOf) * 86_400_000);
}

function must<E extends Element>(selector: string, kind: new () => E): E {
  const found = document.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`the page has no ${selector}`);
  return found;
}
