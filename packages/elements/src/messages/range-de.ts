import type { Words } from './messages.js';
import type { RangeCount, RangeMessages, RangeOutcome, RangeSentences } from './range-messages.js';

/** The German sentences of `pipeline-range`. */
export function range({ format, terms }: Words): RangeMessages {
  const whole = ({ chosen, n, outcome }: RangeCount): string =>
    `${format.count(chosen)} von ${format.count(n)}${OUTCOMES[outcome]}`;
  const lie = ({ chosen }: RangeCount): string => format.plural(chosen, { one: 'liegt', other: 'liegen' });
  const were = ({ chosen }: RangeCount): string => format.plural(chosen, { one: 'wurde', other: 'wurden' });
  const have = ({ chosen }: RangeCount): string => format.plural(chosen, { one: 'hat', other: 'haben' });
  const none = ({ n, outcome }: RangeCount, what: string): string =>
    `Von ${format.count(n)}${OUTCOMES[outcome]} hat keine ${what}`;
  const everyone = (outcome: RangeOutcome): string =>
    `${ADJECTIVES[outcome]} ${format.plural(2, terms.opportunity)}`;

  const amount: RangeSentences = {
    between: (count, from, to) => `${whole(count)} ${lie(count)} zwischen ${from} und ${to}`,
    from: (count, from) => `${whole(count)} ${lie(count)} bei ${from} oder mehr`,
    before: (count, to) => `${whole(count)} ${lie(count)} unter ${to}`,
    below: (count, edge) => `${format.count(count)} unter ${edge}`,
    above: (count, edge) => `${format.count(count)} über ${edge}`,
    unknown: (count) => `${format.count(count)} ohne Betrag`,
    unknownRow: 'ohne Betrag',
    noneKnown: (count) => none(count, 'einen Betrag'),
    definition: (outcome) =>
      `${everyone(outcome)} nach ihrem Betrag in der Berichtswährung. Ohne Betrag oder ohne Kurs dafür stehen sie in keinem Balken und in keinem Bereich.`,
  };
  const createdDate: RangeSentences = {
    between: (count, _from, _to, period) => `${whole(count)} ${were(count)} ${period} angelegt`,
    from: (count, from) => `${whole(count)} ${were(count)} ab ${from} angelegt`,
    before: (count, to) => `${whole(count)} ${were(count)} vor ${to} angelegt`,
    below: (count, edge) => `${format.count(count)} vor ${edge}`,
    above: (count, edge) => `${format.count(count)} ab ${edge}`,
    unknown: (count) => `${format.count(count)} ohne Tag der Anlage`,
    unknownRow: 'ohne Tag der Anlage',
    noneKnown: (count) => none(count, 'einen Tag der Anlage'),
    definition: (outcome) =>
      `${everyone(outcome)} nach dem Tag, an dem sie angelegt wurden. Ohne diesen Tag stehen sie in keinem Balken und in keinem Bereich.`,
  };
  const closeDate: RangeSentences = {
    between: (count, _from, _to, period) => `${whole(count)} ${have(count)} ein Abschlussdatum ${period}`,
    from: (count, from) => `${whole(count)} ${have(count)} ein Abschlussdatum ab ${from}`,
    before: (count, to) => `${whole(count)} ${have(count)} ein Abschlussdatum vor ${to}`,
    below: (count, edge) => `${format.count(count)} vor ${edge}`,
    above: (count, edge) => `${format.count(count)} ab ${edge}`,
    unknown: (count) => `${format.count(count)} ohne Abschlussdatum`,
    unknownRow: 'ohne Abschlussdatum',
    noneKnown: (count) => none(count, 'ein Abschlussdatum'),
    definition: (outcome) =>
      `${everyone(outcome)} nach ihrem Abschlussdatum, dem Tag, an dem der Verkauf das Ende erwartet. Ohne diesen Tag stehen sie in keinem Balken und in keinem Bereich.`,
  };

  return {
    name: { amount: 'Betrag', createdDate: 'Angelegt', closeDate: 'Abschlussdatum' },
    field: { amount, createdDate, closeDate },
    dragEdges: 'Die Ränder ziehen oder die Pfeiltasten benutzen.',
    dragOver: 'Über die Balken ziehen oder die Pfeiltasten benutzen.',
    group: (name) => `${name}: Pfeiltasten bewegen ein Ende, mit Umschalt beide, Escape hebt auf`,
    lowEnd: (name) => `${name} von`,
    highEnd: (name) => `${name} bis`,
    noLowEnd: 'keine untere Grenze',
    noHighEnd: 'keine obere Grenze',
    axis: 'Achse',
    axisRule: (step) =>
      `In Schritten von ${step}, gleich bei jedem Filter. Liegt das letzte Hundertstel weit ab, wird es neben der Achse gezählt.`,
    columnRange: 'Bereich',
    columnCount: 'Anzahl',
    columnChosen: 'Gewählt',
    isChosen: 'gewählt',
  };
}

const OUTCOMES: Readonly<Record<RangeOutcome, string>> = {
  open: ' offenen',
  won: ' gewonnenen',
  lost: ' verlorenen',
  all: '',
};
const ADJECTIVES: Readonly<Record<RangeOutcome, string>> = {
  open: 'Offene',
  won: 'Gewonnene',
  lost: 'Verlorene',
  all: 'Alle',
};
