import type { HistoryGrade } from '@pipeline-kit/model/schema';
import type { Appearance } from './appearance.js';

/** What the portal itself says; the widgets bring their own words. */
export interface PortalTexts {
  readonly portal: string;
  readonly sections: string;
  readonly overview: string;
  readonly yourFile: string;
  readonly appearance: string;
  readonly language: string;
  readonly scheme: string;
  readonly auto: string;
  readonly light: string;
  readonly dark: string;
  readonly direction: string;
  readonly ltr: string;
  readonly rtl: string;
  readonly title: string;
  readonly greeting: string;
  readonly fileHint: string;
  readonly choose: string;
  readonly example: string;
  readonly back: string;
  readonly dropHere: string;
  readonly invented: string;
  readonly howRead: string;
  readonly noticed: string;
  readonly nothingNoticed: string;
  readonly field: string;
  readonly column: string;
  readonly sure: string;
  readonly why: string;
  readonly assumed: (question: string, answer: string) => string;
  readonly unused: (columns: string) => string;
  readonly history: Readonly<Record<HistoryGrade, string>>;
  readonly reason: string;
  readonly places: string;
  readonly count: string;
  readonly effect: string;
  readonly setAside: string;
  readonly kept: string;
  readonly reading: (name: string) => string;
  readonly opened: (name: string, opportunities: string, dropped: number, droppedText: string) => string;
  readonly refused: (name: string) => string;
}

export const portalTexts: Readonly<Record<Appearance['lang'], PortalTexts>> = {
  en: {
    portal: 'Partner portal',
    sections: 'Sections',
    overview: 'Overview',
    yourFile: 'Your own file',
    appearance: 'Appearance',
    language: 'Language',
    scheme: 'Colours',
    auto: 'As the device',
    light: 'Light',
    dark: 'Dark',
    direction: 'Direction',
    ltr: 'Left to right',
    rtl: 'Right to left',
    title: 'Channel pipeline',
    greeting: 'Good to see you, Ines.',
    fileHint:
      'Drop any JSON or CSV file of opportunities on this page to see it drawn, or to see why not. It is read here, in the browser, and goes nowhere.',
    choose: 'Choose a file',
    example: 'Try a CRM export of the demo',
    back: 'Back to the demo data',
    dropHere: 'Drop the file anywhere',
    invented: 'Fernhall, its partners and its customers are invented.',
    howRead: 'How it was read',
    noticed: 'What was noticed',
    nothingNoticed: 'Nothing had to be set aside.',
    field: 'Field',
    column: 'Read from',
    sure: 'How sure',
    why: 'Why',
    assumed: (question, answer) => `Assumed: ${answer} (${question}).`,
    unused: (columns) => `Not used: ${columns}.`,
    history: {
      full: 'It holds every change of stage, so all figures can be shown.',
      'stage-entry':
        'It holds today’s stage and since when, but not the stages before: there are counts, but no conversion rates.',
      'current-only':
        'It holds only today’s stage: there are counts by stage and what was won and lost, but no conversion rates and no durations.',
    },
    reason: 'Reason',
    places: 'First place',
    count: 'How many',
    effect: 'Record',
    setAside: 'left out',
    kept: 'kept',
    reading: (name) => `Reading ${name} …`,
    opened: (name, opportunities, dropped, droppedText) =>
      `${name}: ${opportunities} opportunities drawn${dropped > 0 ? `, ${droppedText} records left out` : ''}`,
    refused: (name) => `${name} cannot be drawn`,
  },
  de: {
    portal: 'Partnerportal',
    sections: 'Abschnitte',
    overview: 'Überblick',
    yourFile: 'Eigene Datei',
    appearance: 'Darstellung',
    language: 'Sprache',
    scheme: 'Farben',
    auto: 'Wie das Gerät',
    light: 'Hell',
    dark: 'Dunkel',
    direction: 'Richtung',
    ltr: 'Links nach rechts',
    rtl: 'Rechts nach links',
    title: 'Channel-Pipeline',
    greeting: 'Schön, Sie zu sehen, Ines.',
    fileHint:
      'Legen Sie eine JSON- oder CSV-Datei mit Verkaufschancen auf diese Seite, um sie gezeichnet zu sehen oder den Grund, warum es nicht geht. Sie wird hier im Browser gelesen und nirgendwohin gesendet.',
    choose: 'Datei wählen',
    example: 'Einen CRM-Export der Demo versuchen',
    back: 'Zurück zu den Demodaten',
    dropHere: 'Datei irgendwo ablegen',
    invented: 'Fernhall, seine Partner und seine Kunden sind erfunden.',
    howRead: 'So wurde sie gelesen',
    noticed: 'Was auffiel',
    nothingNoticed: 'Nichts musste beiseitegelegt werden.',
    field: 'Feld',
    column: 'Gelesen aus',
    sure: 'Wie sicher',
    why: 'Warum',
    assumed: (question, answer) => `Angenommen: ${answer} (${question}).`,
    unused: (columns) => `Nicht verwendet: ${columns}.`,
    history: {
      full: 'Sie enthält jeden Phasenwechsel, also lassen sich alle Werte zeigen.',
      'stage-entry':
        'Sie enthält die heutige Phase und seit wann, nicht die Phasen davor: Es gibt Anzahlen, aber keine Übergangsraten.',
      'current-only':
        'Sie enthält nur die heutige Phase: Es gibt Anzahlen je Phase und was gewonnen und verloren ist, aber keine Übergangsraten und keine Dauern.',
    },
    reason: 'Grund',
    places: 'Erste Stelle',
    count: 'Wie viele',
    effect: 'Datensatz',
    setAside: 'ausgelassen',
    kept: 'behalten',
    reading: (name) => `${name} wird gelesen …`,
    opened: (name, opportunities, dropped, droppedText) =>
      `${name}: ${opportunities} Chancen gezeichnet${dropped > 0 ? `, ${droppedText} Datensätze ausgelassen` : ''}`,
    refused: (name) => `${name} lässt sich nicht zeichnen`,
  },
};
