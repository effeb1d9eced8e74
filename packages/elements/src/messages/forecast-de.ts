import type { ForecastMessages } from './forecast-messages.js';
import type { Words } from './messages.js';

/** The German sentences of `pipeline-forecast`. */
export function forecast({ format, terms }: Words): ForecastMessages {
  const units = { month: 'Monaten', quarter: 'Quartalen' } as const;
  const scales = { one: '', thousand: 'Tsd.', million: 'Mio.', billion: 'Mrd.' } as const;
  const needs = (needed: string | null): string => (needed === null ? '' : `; nötig war das ${needed}-Fache`);
  return {
    name: 'Prognose',
    mode: 'Kategorien',
    modes: { single: 'Einzeln', cumulative: 'Aufsummiert' },

    covers: (period, times, needed) =>
      `Die offene Pipeline deckt den Rest von ${period} ${times}-fach${needs(needed)}`,
    coversAhead: (period, times, needed) =>
      `Die offene Pipeline deckt ${period} ${times}-fach${needs(needed)}`,
    nothingDue: (period, remaining) => `In ${period} ist nichts Offenes fällig; es fehlen noch ${remaining}`,
    met: (period, won, quota) => `${period} hat das Ziel erreicht: ${won} von ${quota} gewonnen`,
    noQuota: (period, won, due) => `${won} in ${period} gewonnen; ${due} sind offen und fällig`,
    ended: (period, attainment) => `${period} endete bei ${attainment} des Ziels`,
    endedNoQuota: (period, won) => `${period} endete mit ${won} gewonnen`,

    against: (due, remaining) => `${due} fällig, ${remaining} noch zu gewinnen.`,
    wonOf: (won, quota) => `${won} von ${quota} gewonnen.`,
    moreDue: (due) => `Weitere ${due} sind offen und fällig.`,
    pastShare: (unit, share, range) =>
      `In den letzten vier ${units[unit]} wurden ${share} des Fälligen gewonnen, 95-%-Intervall ${range}.`,
    pastNothing: (unit) => `In den letzten vier ${units[unit]} wurde vom Fälligen nichts gewonnen.`,
    neededFloor: (count, floor) =>
      `Was nötig war, lässt sich nicht sagen: Bisher ${format.counted(count, { one: 'war', other: 'waren' })} fällig, ab ${format.count(floor)} gibt es eine Angabe.`,
    neededHistory: 'Was nötig war, zeigen erst die Phasenwechsel; dieser Export kennt nur die heutige Phase.',
    noQuotaKnown: (period) => `Für ${period} gibt es kein Ziel, also keine Aussage zur Deckung.`,
    noQuotaSelected: 'Ziele gelten für alle oder für einen Partner; diese Filter sind keines von beiden.',
    noRate: 'Das Ziel ist in einer anderen Währung, ohne Kurs dafür.',

    due: (count, unpriced) =>
      `${format.count(count)} offen und fällig${unpriced > 0 ? `, ${format.count(unpriced)} ohne Preis` : ''}`,
    overdueNote: (count, amount) => `${format.count(count)} überfällig, ${amount}`,
    undatedNote: (count, amount) => `${format.count(count)} ohne Abschlussdatum, ${amount}`,
    elsewhere: (count) => `${format.count(count)} in anderen Zeiträumen fällig`,
    omitted: (amount) => `${amount} ausgenommen, nicht gezeichnet`,

    definition:
      'Gewonnen: nach dem Tag des Abschlusses. Offen: nach Abschlussdatum, am Stichtag oder später, und nach der Kategorie des Vertriebs. Gewichtet: Gewonnenes, dazu jeder offene Betrag mal seine Wahrscheinlichkeit.',
    coverageTerm: 'Deckung',
    coverageText: (unit) =>
      `Offen und fällig ÷ was vom Ziel noch zu gewinnen ist. Nötig: 1 ÷ der Anteil, der von dem gewonnen wurde, was in den letzten vier ${units[unit]} am gleichen Punkt offen und fällig war.`,
    neededTerm: 'Nötig',
    neededText: (needed, range) => `${needed}-fach, 95-%-Intervall ${range}`,
    counted: (due, won) => `${format.count(due)} offen und fällig, ${format.count(won)} gewonnen`,
    unpriced: (count) => `${format.count(count)} ohne Preis`,
    noProbability: (count) => `${format.count(count)} ohne Wahrscheinlichkeit, in keinem gewichteten Betrag`,

    period: 'Zeitraum',
    columnOpen: 'Offen',
    columnWeighted: 'Gewichtet',
    columnQuota: 'Ziel',
    columnAttainment: 'Vom Ziel gewonnen',
    columnCoverage: 'Deckung',
    category: {
      commit: 'Zugesagt',
      mostLikely: 'Wahrscheinlich',
      bestCase: 'Bestenfalls',
      pipeline: 'Pipeline',
      none: 'Ohne Kategorie',
    },
    open: 'Offen',
    upTo: (category) => `Bis ${category}`,
    running: (period, day) => `${period}, bis ${day}`,

    opportunities: format.plural(2, terms.opportunity),
    amount: 'Betrag',
    ofQuota: 'Vom Ziel',

    chart: {
      unit: (_currency, scale) => `${scales[scale]} ${format.sign}`.trim(),
      quota: 'Ziel',
      won: 'Gewonnen',
      weighted: 'Gewichtet',
      ofQuota: (quota) => `von ${quota}`,
      ofQuotaWon: (quota) => `von ${quota} gewonnen`,
      noQuota: 'kein Ziel',
      overdue: 'Überfällig',
      noCloseDate: 'Ohne Datum',
      open: (count) => `${count} offen`,
    },
    spoken: (column, part, amount) => `${column}: ${part}, ${amount}`,
  };
}
