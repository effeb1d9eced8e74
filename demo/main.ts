import '@pipeline-kit/elements/define/all';
import {
  PipelineFunnelElement,
  PipelineSourceElement,
  PipelineVelocityElement,
} from '@pipeline-kit/elements';
import { dayOf, type CalendarDate, type HistoryGrade } from '@pipeline-kit/model/schema';
import { flatExport, programme } from '../packages/tools/programme/index.js';
import type { Appearance } from './appearance.js';
import { element } from './dom.js';
import { dropTarget } from './drop-target.js';
import { fileReport } from './file-report.js';
import type { FileVerdict } from './file-verdict.js';
import { openFile } from './open-file.js';
import { pageAppearance } from './page-appearance.js';
import { portalTexts } from './portal-texts.js';
import { yearsUpTo } from './years.js';

const source = must('pipeline-source', PipelineSourceElement);
const funnel = must('pipeline-funnel', PipelineFunnelElement);
const velocity = must('pipeline-velocity', PipelineVelocityElement);
const file = must('#file', HTMLElement);
const report = must('#report', HTMLElement);
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
dropTarget(document, must('#drop-here', HTMLElement), must('#file-input', HTMLInputElement), (chosen) => {
  void read(chosen.name, () => chosen.arrayBuffer());
});
must('#example', HTMLButtonElement).addEventListener('click', () => {
  void read('crm-export.csv', async () => new TextEncoder().encode(flatExport(demo)).buffer);
});
back.addEventListener('click', showDemo);
showDemo();

function showDemo(): void {
  verdict = null;
  file.hidden = true;
  look(demo, demo.meta?.asOf ?? null, 'full');
}

async function read(name: string, content: () => Promise<ArrayBuffer>): Promise<void> {
  file.hidden = false;
  back.hidden = true;
  report.replaceChildren(element('p', [portalTexts[lang].reading(name)]));
  // Reading is one long step; the page says first what it is about to do.
  const [bytes] = await Promise.all([content(), new Promise(requestAnimationFrame)]);
  verdict = openFile(name, new Uint8Array(bytes), new Date().toISOString().slice(0, 10));
  report.replaceChildren(...fileReport(verdict, lang));
  back.hidden = false;
  if (verdict.kind === 'drawn') look(verdict.document, verdict.asOf, verdict.history);
  file.scrollIntoView({ block: 'nearest' });
}

function look(data: unknown, asOf: CalendarDate | null, history: HistoryGrade): void {
  source.asOf = asOf;
  source.data = data;
  // What knows only today's stage has no year to compare with.
  const years = asOf === null || history !== 'full' ? null : yearsUpTo(asOf);
  for (const widget of [funnel, velocity]) {
    widget.period = years?.last ?? null;
    widget.priorPeriod = years?.before ?? null;
  }
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
