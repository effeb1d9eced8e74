import type { Words } from './messages.js';
import type { RangeCount, RangeMessages, RangeOutcome, RangeSentences } from './range-messages.js';

/** The English sentences of `pipeline-range`. */
export function range({ format, terms }: Words): RangeMessages {
  const whole = ({ chosen, n, outcome }: RangeCount): string =>
    `${format.count(chosen)} of ${format.count(n)}${OUTCOMES[outcome]}`;
  const are = ({ chosen }: RangeCount): string => format.plural(chosen, { one: 'is', other: 'are' });
  const were = ({ chosen }: RangeCount): string => format.plural(chosen, { one: 'was', other: 'were' });
  const have = ({ chosen }: RangeCount): string => format.plural(chosen, { one: 'has', other: 'have' });
  const none = ({ n, outcome }: RangeCount, what: string): string =>
    `None of the ${format.count(n)}${OUTCOMES[outcome]} has ${what}`;
  const everyone = (outcome: RangeOutcome): string =>
    `${outcome === 'all' ? 'All' : ADJECTIVES[outcome]} ${format.plural(2, terms.opportunity)}`;

  const amount: RangeSentences = {
    between: (count, from, to) => `${whole(count)} ${are(count)} between ${from} and ${to}`,
    from: (count, from) => `${whole(count)} ${are(count)} ${from} or more`,
    before: (count, to) => `${whole(count)} ${are(count)} below ${to}`,
    below: (count, edge) => `${format.count(count)} below ${edge}`,
    above: (count, edge) => `${format.count(count)} above ${edge}`,
    unknown: (count) => `${format.count(count)} without amount`,
    unknownRow: 'without amount',
    noneKnown: (count) => none(count, 'an amount'),
    definition: (outcome) =>
      `${everyone(outcome)} by their amount in the reporting currency. One without an amount, or without a rate for it, is in no bar and in no range.`,
  };
  const createdDate: RangeSentences = {
    between: (count, _from, _to, period) => `${whole(count)} ${were(count)} created ${period}`,
    from: (count, from) => `${whole(count)} ${were(count)} created on ${from} or later`,
    before: (count, to) => `${whole(count)} ${were(count)} created before ${to}`,
    below: (count, edge) => `${format.count(count)} before ${edge}`,
    above: (count, edge) => `${format.count(count)} from ${edge}`,
    unknown: (count) => `${format.count(count)} without created date`,
    unknownRow: 'without created date',
    noneKnown: (count) => none(count, 'a created date'),
    definition: (outcome) =>
      `${everyone(outcome)} by the day on which they were created. One without that day is in no bar and in no range.`,
  };
  const closeDate: RangeSentences = {
    between: (count, _from, _to, period) => `${whole(count)} ${have(count)} a close date ${period}`,
    from: (count, from) => `${whole(count)} ${have(count)} a close date on ${from} or later`,
    before: (count, to) => `${whole(count)} ${have(count)} a close date before ${to}`,
    below: (count, edge) => `${format.count(count)} before ${edge}`,
    above: (count, edge) => `${format.count(count)} from ${edge}`,
    unknown: (count) => `${format.count(count)} without close date`,
    unknownRow: 'without close date',
    noneKnown: (count) => none(count, 'a close date'),
    definition: (outcome) =>
      `${everyone(outcome)} by their close date, the day on which the seller expects the end. One without that day is in no bar and in no range.`,
  };

  return {
    name: { amount: 'Amount', createdDate: 'Created', closeDate: 'Close date' },
    field: { amount, createdDate, closeDate },
    dragEdges: 'Drag the edges, or use the arrow keys.',
    dragOver: 'Drag over the bars, or use the arrow keys.',
    group: (name) => `${name}: the arrow keys move an end, Shift moves both, Escape clears`,
    lowEnd: (name) => `${name} from`,
    highEnd: (name) => `${name} to`,
    noLowEnd: 'no lower limit',
    noHighEnd: 'no upper limit',
    axis: 'Axis',
    axisRule: (step) =>
      `In steps of ${step}, the same whatever is filtered. Where the last hundredth lies far off, it is counted beside the axis.`,
    columnRange: 'Range',
    columnCount: 'Count',
    columnChosen: 'Chosen',
    isChosen: 'chosen',
  };
}

const OUTCOMES: Readonly<Record<RangeOutcome, string>> = {
  open: ' open',
  won: ' won',
  lost: ' lost',
  all: '',
};
const ADJECTIVES = { open: 'Open', won: 'Won', lost: 'Lost' } as const;
