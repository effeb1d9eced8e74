import type { Words } from './messages.js';
import type { VelocityMessages } from './velocity-messages.js';

/** Stage velocity in German. */
export function velocity({ format }: Words): VelocityMessages {
  const visits = (count: number): string =>
    format.counted(count, { one: 'Aufenthalt', other: 'Aufenthalte' });
  const days = (count: number): string => format.counted(count, { one: 'Tag', other: 'Tagen' });
  return {
    name: 'Phasendauer',

    slowest: (stage, within) => `Die Hälfte verlässt ${stage} binnen ${within}, die langsamste Phase`,
    slower: (stage, within, more) => `Die Hälfte verlässt ${stage} binnen ${within}, ${more} mehr als zuvor`,
    faster: (stage, within, less) =>
      `Die Hälfte verlässt ${stage} binnen ${within}, ${less} weniger als zuvor`,
    noClearChange: (stage, within) =>
      `Keine klare Änderung. Die Hälfte verlässt ${stage} binnen ${within}, die langsamste Phase`,
    notReached: (stage) => `Mehr als die Hälfte ist noch in ${stage}`,
    tooFew: 'Zu wenige Aufenthalte sind beendet, um zu sagen, wie lange eine Phase dauert',
    needsHistory:
      'Wie lange Phasen dauern, zeigen erst die Phasenwechsel; dieser Export kennt nur die heutige Phase',

    evidence: 'Der Median zählt laufende Aufenthalte mit.',
    interval: (from, to) => `95-%-Intervall ${from} bis ${to}.`,
    intervalFrom: (from) => `95-%-Intervall ab ${from}, sein Ende ist nicht erreicht.`,
    seenFor: (duration) => `Er liegt jenseits des Beobachteten, bei mindestens ${duration}.`,
    floor: (floor) => `Mindestens ${format.count(floor)} beendete Aufenthalte sind nötig`,

    days,
    hours: (count) => format.counted(count, { one: 'Stunde', other: 'Stunden' }),

    key: 'Balken: mittlere Hälfte; Ausläufer bis zum langsamsten Zehntel',
    keyPrior: '○ der Zeitraum davor',
    passThrough: (count) => `${visits(count)} unter einer Minute`,
    undated: (count) => `${visits(count)} ohne Datum`,

    definitionName: 'Kaplan-Meier-Median',
    definitionText:
      'Die Zeit, nach der die Hälfte der Aufenthalte in einer Phase vorbei ist. Laufende zählen mindestens so lang, wie sie beobachtet wurden; eine Phase, in der viele warten, sieht darum nicht schnell aus.',
    intervalText: '95 %, aus Greenwoods Varianz',
    visits: (ended, open) => `${visits(ended)} beendet, ${format.count(open)} laufen noch`,
    naiveTerm: 'Nur beendete Aufenthalte',
    naiveText: (values) =>
      `Mittel in Tagen: ${values}. Zu kurz: Die langen sind jene, die noch nicht beendet sind.`,

    stage: 'Phase',
    columnMedian: 'Median',
    columnInterval: '95-%-Intervall',
    columnMiddle: 'Mittlere Hälfte',
    columnTenth: 'Langsamstes Zehntel',
    columnEnded: 'Beendet',
    columnOpen: 'Offen',

    markExit: {
      advance: (stage) => `Weiter aus ${stage}`,
      back: (stage) => `Zurück aus ${stage}`,
      lost: (stage) => `Verloren aus ${stage}`,
      won: (stage) => `Gewonnen aus ${stage}`,
      moved: (stage) => `Anderswohin aus ${stage}`,
      open: (stage) => `Noch in ${stage}`,
    },
    visitsTerm: 'Aufenthalte',
    ofEnded: 'Anteil an allen, laufende mitgezählt',

    factors: {
      perDay: 'am Tag',
      open: 'offen',
      winRate: 'Gewinnquote',
      meanWon: 'im Mittel gewonnen',
      toWin: 'bis zum Gewinn',
      spoken: (perDay, open, winRate, meanWon, toWin) =>
        `Umsatztempo ${perDay} am Tag: ${open} offen, mal Gewinnquote ${winRate}, mal im Mittel ${meanWon} gewonnen, geteilt durch ${toWin} bis zum Gewinn.`,
      text: 'Umsatztempo: offene Chancen × Gewinnquote × mittlerer gewonnener Betrag ÷ Tage von der Anlage bis zum Gewinn, alles aus einem Zeitraum.',
    },

    chart: {
      median: 'Median',
      counts: 'Beendet + offen',
      count: (ended, open) => `${ended} + ${open}`,
      unit: 'T',
      zero: '0 Tage',
      notReached: (which) =>
        ({
          median: 'Median nicht erreicht',
          p75: 'langsamstes Viertel nicht erreicht',
          p90: 'langsamstes Zehntel nicht erreicht',
        })[which],
      notReachedShort: 'nicht erreicht',
      tooFew: (ended) => `${ended} beendet, zu wenige`,
      naive: (text) => `${text} nur beendete`,
      spoken: (stage, exit, text, value) => {
        const ways = {
          advance: 'weiter',
          back: 'zurück',
          lost: 'verloren beendet',
          won: 'gewonnen beendet',
          moved: 'anderswohin',
          open: format.plural(value, { one: 'läuft noch', other: 'laufen noch' }),
        };
        return `${stage}: ${text} ${format.plural(value, { one: 'Aufenthalt', other: 'Aufenthalte' })} ${ways[exit]}`;
      },
    },
  };
}
