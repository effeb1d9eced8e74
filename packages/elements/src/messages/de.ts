import type { CardMessages } from './card-messages.js';
import { forecast } from './forecast-de.js';
import { filters } from './filters-de.js';
import type { FunnelMessages } from './funnel-messages.js';
import type { Catalogue, Words } from './messages.js';
import { range } from './range-de.js';
import type { SourceMessages } from './source-messages.js';
import type { SummaryMessages } from './summary-messages.js';
import { velocity } from './velocity-de.js';

/** German. Sentences are built so that a renamed word needs no article and no case. */
export const de: Catalogue = {
  terms: {
    opportunity: { one: 'Chance', other: 'Chancen' },
    partner: { one: 'Partner', other: 'Partner' },
  },
  messages: (words) => ({
    card: card(words),
    source: source(words),
    funnel: funnel(words),
    summary: summary(words),
    forecast: forecast(words),
    range: range(words),
    filters: filters(words),
    velocity: velocity(words),
  }),
};

function card({ format, terms }: Words): CardMessages {
  const opportunities = (count: number): string => format.counted(count, terms.opportunity);
  const fields: Readonly<Record<string, string>> = {
    stage: 'Phase',
    pipeline: 'Pipeline',
    outcome: 'Ausgang',
    partner: format.plural(1, terms.partner),
    tier: 'Stufe',
    region: 'Region',
    segment: 'Segment',
    owner: 'Verantwortlich',
    product: 'Produkt',
    amount: 'Betrag',
    createdDate: 'angelegt',
    closeDate: 'Abschlussdatum',
    closedDate: 'abgeschlossen',
    category: 'Prognosekategorie',
    registered: 'registriert',
  };
  const values: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    outcome: { open: 'offen', won: 'gewonnen', lost: 'verloren' },
    category: {
      omitted: 'ausgelassen',
      pipeline: 'Pipeline',
      bestCase: 'Best Case',
      mostLikely: 'wahrscheinlich',
      commit: 'zugesagt',
      none: 'ohne',
    },
    registered: { true: 'ja', false: 'nein' },
  };
  return {
    table: 'Als Tabelle zeigen',
    chart: 'Als Diagramm zeigen',
    more: 'Mehr',
    close: 'Schließen',
    howCounted: 'So wird gezählt',
    exportCsv: 'CSV herunterladen',
    exportSvg: 'SVG herunterladen',
    exportPng: 'PNG herunterladen',
    exportFailed: 'Diese Seite erlaubt den Download nicht.',
    marks: (widget) => `${widget}: Pfeiltasten bewegen, Eingabe wählt, Escape hebt auf`,
    enterFilters: (name) => `Eingabe zeigt überall nur ${name}`,
    enterClears: 'Eingabe hebt die Wahl auf',
    enterChooses: 'Eingabe wählt',
    shiftEnterOpens: (count) => `Umschalt und Eingabe öffnen ${opportunities(count)}`,
    opportunity: format.plural(1, terms.opportunity),
    rowsTitle: (name, count) => `${name}: ${opportunities(count)}`,
    rowsCut: (shown, count) => `Die ${format.count(shown)} größten von ${format.count(count)}`,
    showRows: (count) => `${opportunities(count)} zeigen`,
    clear: (name) => `Filter ${name} entfernen`,
    clearAll: 'Alle aufheben',
    chosen: (name, count) => `Gewählt: ${name}, ${opportunities(count)}`,
    filtered: (name, finding) => `Gefiltert nach ${name}. ${finding}`,
    unfiltered: (finding) => `Filter aufgehoben. ${finding}`,

    loading: (widget) => `${widget} wird geladen`,
    read: (loaded, total) => `${loaded} von ${total} gelesen`,
    stop: 'Anhalten',
    refreshing: (time) => `Wird aktualisiert. Stand ${time}.`,
    emptyTitle: (isFiltered) =>
      isFiltered
        ? `Keine passenden ${format.plural(0, terms.opportunity)}`
        : `Noch keine ${format.plural(0, terms.opportunity)}`,
    emptyFiltered: (filters) => `Die Filter lassen nichts übrig: ${filters}.`,
    emptyAll: 'Die Quelle wurde gelesen und enthält keine.',
    retry: 'Noch einmal',
    noFigure: 'Diese Zahl konnte nicht berechnet werden',
    queryFailed: (reason) => `Genannter Grund: ${reason}.`,

    definition: 'Definition',
    interval: 'Intervall',
    filters: 'Filter',
    noFilters: 'Keine',
    counted: 'Gezählt',
    leftOut: 'Nicht gezählt',
    nothingLeftOut: 'Nichts',
    setAside: 'Nicht lesbar',
    setAsideCount: (count) =>
      `${format.counted(count, { one: 'Datensatz', other: 'Datensätze' })} beiseitegelegt`,
    setAsideMore: (count) => `und ${format.count(count)} weitere`,
    history: 'Verlauf',
    historyGrade: {
      full: 'Vollständig: jeder Phasenwechsel ist bekannt',
      'stage-entry': 'Nur der Eintritt in die heutige Phase',
      'current-only': 'Keiner: nur die heutige Phase ist bekannt',
    },
    asOf: 'Stand',
    ignoredFilters: (names) => `Diese Zahl folgt nicht den Filtern nach ${names}`,
    field: (field) => fields[field] ?? field.replace(/^attributes\./, ''),
    column: (field) => capital(fields[field] ?? field.replace(/^attributes\./, '')),
    value: (field, value) => values[field]?.[value],
    none: 'ohne',
    nothing: 'nichts',
    between: (from, to) => `${from} bis ${to}`,
    quarter: (quarter) => `Q${quarter}`,
    quarterOfYear: (quarter, year, isFiscal) => `Q${quarter} ${isFiscal ? 'GJ ' : ''}${year}`,
    from: (value) => `ab ${value}`,
    before: (value) => `unter ${value}`,
    contains: (text) => `enthält „${text}“`,
  };
}

function source({ format }: Words): SourceMessages {
  return {
    failed: 'Die Pipeline konnte nicht geladen werden',
    noSourceTitle: 'Noch keine Daten',
    noSource: (tag) => `<${tag}> braucht source, src oder data, oder den Platz in einer <pipeline-source>.`,
    wrongSourceTitle: (id) => `Es gibt keine Quelle „${id}“`,
    wrongSource: (id) => `Auf dieser Seite steht keine <pipeline-source id="${id}">.`,
    network: (place) => `${place} hat nicht geantwortet, oder diese Seite erlaubt die Anfrage nicht.`,
    http: (place, status) => `${place} hat mit ${status} geantwortet.`,
    timeout: (place, seconds) =>
      `${place} hat binnen ${format.counted(seconds, { one: 'Sekunde', other: 'Sekunden' })} nicht geantwortet.`,
    cut: (place) => `Die Antwort von ${place} brach vor dem Ende ab.`,
    page: (place) =>
      `${place} hat mit einer Webseite statt mit Daten geantwortet. Vielleicht ist die Anmeldung abgelaufen.`,
    emptyBody: (place) => `${place} hat ohne Daten geantwortet.`,
    content: (place, reason) => `${place} enthält keine lesbare Pipeline: ${reason}.`,
    address: (address) => `„${address}“ ist keine Adresse einer Pipeline.`,
    stopped: 'Das Laden wurde angehalten.',
    builtIns:
      'Diese Seite verändert eingebaute Funktionen, Zahlen könnten falsch sein. In einem Frame einbetten hilft.',
  };
}

function funnel({ format, terms }: Words): FunnelMessages {
  const opportunities = (count: number): string => format.counted(count, terms.opportunity);
  return {
    name: 'Trichter',
    byCount: 'Anzahl',
    byAmount: 'Betrag',
    by: 'Gemessen nach',

    lowestStep: ({ from, to, rate }) => `Von ${from} zu ${to} gehen ${rate} weiter, der niedrigste Schritt`,
    fell: ({ from, to, rate }, points) =>
      `Von ${from} zu ${to} gehen nur noch ${rate} weiter, ${points} Punkte weniger`,
    rose: ({ from, to, rate }, points) => `Von ${from} zu ${to} gehen ${rate} weiter, ${points} Punkte mehr`,
    noClearChange: ({ from, to, rate }) =>
      `Keine klare Änderung. Von ${from} zu ${to}: ${rate}, der niedrigste Schritt`,
    onlyStep: ({ from, to, rate }) => `${rate} gingen von ${from} zu ${to}`,
    belowFloor: ({ from, num, den }) => `${num} von ${den} gingen weiter aus ${from}`,
    nothingDecided: (count, from) => `${opportunities(count)} in ${from}, noch nichts entschieden`,
    standToday: (count, stage) =>
      `Heute ${format.plural(count, { one: 'steht', other: 'stehen' })} ${format.count(count)} in ${stage}`,
    entered: (count, stage) => `${format.count(count)} kamen in ${stage}`,

    movedOn: ({ num, den }) => `${num} von ${den} gingen weiter`,
    movedOnPrior: ({ num, den }, prior) =>
      `${num} von ${den} gingen weiter; im Zeitraum davor ${prior.num} von ${prior.den}`,
    moreThanChance: (lo, hi) => `Mehr als Zufall: ${lo} bis ${hi} Punkte`,
    intervalOf: (range) => `95-%-Intervall ${range}`,
    needsHistory: 'Schrittraten brauchen die Phasenwechsel; dieser Export kennt nur die heutige Phase.',
    tooFew: (floor) => `Zu wenige für eine Rate: mindestens ${format.count(floor)} müssen entschieden sein`,
    openToday: (count) => `${format.count(count)} gezählt`,
    undated: (count) => `${format.count(count)} ohne Datum`,
    deleted: (count) => `${format.count(count)} gelöscht`,
    moved: (count) => `${format.count(count)} in eine andere Pipeline verschoben`,
    reopened: (count) => `${format.count(count)} wieder geöffnet`,
    unpriced: (count) => `${format.count(count)} ohne Preis`,
    period: {
      stageEntry: (from, to) => `Eintritt ${from} bis ${to}`,
      creation: (from, to) => `Angelegt ${from} bis ${to}`,
      close: (from, to) => `Abgeschlossen ${from} bis ${to}`,
    },

    definitionName: {
      'entered-cohort': 'Eintrittskohorte',
      reached: 'Erreicht',
      visited: 'Besucht',
      'in-order': 'Der Reihe nach',
      snapshot: 'Momentaufnahme',
    },
    definitionText: {
      'entered-cohort':
        'Von denen, die in eine Phase kamen und entschieden sind, der Anteil, der weiterging: weiter ÷ (weiter + verloren). Noch Offene stehen daneben.',
      reached:
        'Von denen, die mindestens bis zu einer Phase kamen, der Anteil, der mindestens eine weiter kam. Übersprungene Phasen gelten als erreicht.',
      visited: 'Je in der nächsten Phase ÷ je in dieser. Mehr als 100 % sind möglich.',
      'in-order':
        'Von denen, die alle Phasen bis zu dieser der Reihe nach betraten, der Anteil, der auch die nächste betrat.',
      snapshot: 'Wie viele an dem Tag in jeder Phase stehen. Ein Bild von heute, keine Rate des Übergangs.',
    },
    intervalText: '95 %, Wilson',
    noInterval: 'Keines bei dieser Definition',
    usedCount: (count) => opportunities(count),

    stage: 'Phase',
    columnEntered: 'Eingetreten',
    columnMovedOn: 'Weiter',
    columnLost: 'Verloren',
    columnOpen: 'Offen',
    columnRate: 'Rate',
    columnInterval: '95-%-Intervall',
    columnCount: 'Anzahl',
    columnAmount: 'Betrag',

    markStage: (stage) => stage,
    markGroup: {
      success: (from) => `Weiter aus ${from}`,
      pending: (from) => `Noch offen nach ${from}`,
      moved: (from) => `Aus ${from} verschoben`,
      fail: (from) => `Verloren aus ${from}`,
      from: (from) => from,
      to: (from, to) => `${from} zu ${to}`,
    },
    opportunities: format.plural(2, terms.opportunity),
    amountAtEntry: 'Betrag beim Eintritt',
    ofDecided: (den) => `Von ${den} Entschiedenen`,

    chart: {
      entered: 'Eingetreten',
      parts: 'Weiter, offen, verloren',
      rate: 'Weiter, von Entschiedenen',
      stillOpen: (text) => `${text} noch offen`,
      undecided: (text) => `${text} offen oder anderswo`,
      lost: (text) => `${text} verloren`,
      of: (part, whole) => `${part} von ${whole}`,
      tooFew: 'zu wenige',
      none: 'nichts entschieden',
      before: (text) => `${text} im Zeitraum davor`,
      spoken: {
        stage: (stage, text) => `${stage}: ${text} eingetreten`,
        success: (stage, next, text) => `${stage}: ${text} gingen weiter zu ${next} oder darüber hinaus`,
        pending: (stage, text) => `${stage}: ${text} noch offen`,
        moved: (stage, text) => `${stage}: ${text} in eine andere Pipeline verschoben`,
        fail: (stage, text) => `${stage}: ${text} verloren`,
        from: (stage, text) => `${stage}: ${text} gezählt`,
        to: (stage, next, part, whole) => `${part} von ${whole} gingen von ${stage} zu ${next}`,
      },
    },
  };
}

function summary({ format, terms }: Words): SummaryMessages {
  const notPriced = (count: number): string => (count > 0 ? `, ${format.count(count)} ohne Preis` : '');
  return {
    name: { open: 'Offen', won: 'Gewonnen', weighted: 'Gewonnen und gewichtet', winRate: 'Gewinnquote' },
    definition: {
      open: 'Die Beträge aller an dem Tag offenen Verkäufe.',
      won: 'Die im Quartal bis zu dem Tag gewonnenen Beträge, nach dem Tag des Abschlusses.',
      weighted: 'Im Quartal gewonnen, und was offen und in ihm fällig ist, mal seine Wahrscheinlichkeit.',
      winRate:
        'Gewonnen ÷ (gewonnen + verloren), nach Anzahl, von allem Abgeschlossenen. Offenes zählt nicht.',
    },
    rate: (num, den, range) =>
      `${format.count(num)} von ${format.count(den)}${range ? `, ${range}` : ': zu wenige für eine Rate'}`,
    count: (count, unpriced) => `${format.counted(count, terms.opportunity)}${notPriced(unpriced)}`,
    weighted: (won, unpriced) => `${won} gewonnen${notPriced(unpriced)}`,
  };
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
