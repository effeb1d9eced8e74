import type { FiltersMessages } from './filters-messages.js';
import type { Words } from './messages.js';

/** The German sentences of `pipeline-filters`. */
export function filters({ format, terms }: Words): FiltersMessages {
  return {
    name: 'Filter',
    period: 'Zeitraum',
    comparedWith: 'Verglichen mit',
    periodKind: {
      own: 'je nach Ansicht',
      quarter: 'Dieses Quartal',
      previousQuarter: 'Voriges Quartal',
      year: 'Dieses Jahr',
      twelveMonths: 'Letzte 12 Monate',
      custom: 'Eigene Tage',
    },
    comparison: {
      none: 'nichts',
      previous: 'Zeitraum davor',
      yearBefore: 'Jahr davor',
      custom: 'Anderer Zeitraum',
    },
    upTo: (period, day) => `${period}, bis ${day}`,
    sameShare: (period) => `${period}, gleicher Anteil`,
    from: 'Von',
    to: 'Bis',
    below: 'Unter',
    backwards: 'Das Ende muss nach dem Anfang liegen',

    asOf: (day, place) => `Stand ${day}, ${place}`,
    asOfDay: 'Stand der Pipeline am',
    asOfReset: 'Zurück zum neuesten Tag',

    filters: (value) =>
      value === 0
        ? 'Keine Filter'
        : `${format.count(value)} Filter: Entf nimmt einen weg, Escape hebt alle auf`,
    andMore: (values, more) => `${values} und ${format.count(more)} weitere`,
    add: 'Filter hinzufügen',
    clearAll: 'Alle aufheben',
    addTitle: 'Filtern nach',
    edit: (filter) => `Filter ${filter} ändern`,
    search: (field) => `${field} suchen`,
    contains: (text) => `Enthält „${text}“`,
    listed: (shown, all) => `${format.count(shown)} von ${format.count(all)}; die übrigen findet die Suche`,
    noMatch: 'Nichts heißt so',
    known: (value) => `${format.counted(value, terms.opportunity)} mit Wert`,
    count: (value) => format.counted(value, terms.opportunity),
    back: 'Andere Filter',

    added: (filter) => `Gefiltert nach ${filter}`,
    removed: (filter, left) =>
      `Filter ${filter} entfernt, ${left === 0 ? 'keiner bleibt' : format.counted(left, { one: 'bleibt', other: 'bleiben' })}`,
    cleared: 'Alle Filter aufgehoben',
    periodChosen: (period) => `Zeitraum: ${period}`,
    comparisonChosen: (period) => `Verglichen mit ${period}`,
    asOfChosen: (day) => `Stand ${day}`,
  };
}
