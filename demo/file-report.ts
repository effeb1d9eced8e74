import type { Appearance } from './appearance.js';
import { element, table } from './dom.js';
import type { DrawnFile, FileVerdict, Reading } from './file-verdict.js';
import type { IssueGroup } from './group-issues.js';
import { portalTexts, type PortalTexts } from './portal-texts.js';

/** The verdict on a file as the page shows it. */
export function fileReport(verdict: FileVerdict, lang: Appearance['lang']): HTMLElement[] {
  const texts = portalTexts[lang];
  if (verdict.kind === 'refused') {
    return [element('h2', [texts.refused(verdict.name)]), element('p', [verdict.reason])];
  }
  const { reading, issues } = verdict;
  return [
    element('h2', [headline(verdict, texts, lang)]),
    element('p', [texts.history[verdict.history]]),
    ...(reading ? [details(texts.howRead, readingBlocks(reading, texts, lang), reading.fields.length)] : []),
    issues.length === 0
      ? element('p', [texts.nothingNoticed])
      : details(texts.noticed, [issueTable(issues, texts, lang)], issues.length),
  ];
}

function headline(file: DrawnFile, texts: PortalTexts, lang: string): string {
  const count = new Intl.NumberFormat(lang);
  return texts.opened(file.name, count.format(file.opportunities), file.dropped, count.format(file.dropped));
}

function details(title: string, content: readonly Node[], count: number): HTMLElement {
  return element('details', [element('summary', [`${title} (${count})`]), ...content]);
}

function readingBlocks(
  { fields, assumed, unused }: Reading,
  texts: PortalTexts,
  lang: string,
): HTMLElement[] {
  const percent = new Intl.NumberFormat(lang, { style: 'percent' });
  const found = table(
    [texts.field, texts.column, texts.sure, texts.why],
    fields.map(({ field, path, confidence, why }) => [
      element('td', [field]),
      element('td', [element('code', [path])]),
      element('td', [percent.format(confidence)], 'count'),
      element('td', [why]),
    ]),
  );
  return [
    found,
    ...assumed.map(({ question, answer }) => element('p', [texts.assumed(question, answer)])),
    ...(unused.length > 0 ? [element('p', [texts.unused(unused.join(', '))])] : []),
  ];
}

function issueTable(groups: readonly IssueGroup[], texts: PortalTexts, lang: string): HTMLElement {
  const count = new Intl.NumberFormat(lang);
  return table(
    [texts.places, texts.reason, texts.effect, texts.count],
    groups.map((group) => [
      element('td', [element('code', [group.path])]),
      element('td', [group.reason]),
      element('td', [group.effect === 'dropped' ? texts.setAside : texts.kept]),
      element('td', [count.format(group.count)], 'count'),
    ]),
  );
}
