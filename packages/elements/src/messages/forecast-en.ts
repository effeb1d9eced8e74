import type { ForecastMessages } from './forecast-messages.js';
import type { Words } from './messages.js';

/** The English sentences of `pipeline-forecast`. */
export function forecast({ format, terms }: Words): ForecastMessages {
  const opportunities = format.plural(2, terms.opportunity);
  const units = { month: 'months', quarter: 'quarters' } as const;
  const needs = (needed: string | null): string => (needed === null ? '' : `; ${needed} times was needed`);
  return {
    name: 'Forecast',
    mode: 'Categories',
    modes: { single: 'Single', cumulative: 'Cumulative' },

    covers: (period, times, needed) =>
      `Open pipeline covers the rest of ${period} ${times} times${needs(needed)}`,
    coversAhead: (period, times, needed) => `Open pipeline covers ${period} ${times} times${needs(needed)}`,
    nothingDue: (period, remaining) => `Nothing open is due in ${period}; ${remaining} is still to win`,
    met: (period, won, quota) => `${period} has met its quota: ${won} won of ${quota}`,
    noQuota: (period, won, due) => `${won} won in ${period}; ${due} is open and due`,
    ended: (period, attainment) => `${period} ended at ${attainment} of its quota`,
    endedNoQuota: (period, won) => `${period} ended with ${won} won`,

    against: (due, remaining) => `${due} due against ${remaining} still to win.`,
    wonOf: (won, quota) => `${won} won of ${quota}.`,
    moreDue: (due) => `${due} more is open and due.`,
    pastShare: (unit, share, range) =>
      `The last four ${units[unit]} won ${share} of what was due, 95% interval ${range}.`,
    pastNothing: (unit) => `The last four ${units[unit]} won nothing of what was due.`,
    neededFloor: (count, floor) =>
      `What was needed cannot be said: ${format.counted(count, { one: 'was', other: 'were' })} due before, ${format.count(floor)} are needed.`,
    neededHistory: 'What was needed takes the stage changes; this export holds only today’s stage.',
    noQuotaKnown: (period) => `There is no quota for ${period}, so nothing is said of coverage.`,
    noQuotaSelected: 'Quotas are of everyone or of one partner; these filters are neither.',
    noRate: 'The quota is in another currency, without a rate for it.',

    due: (count, unpriced) =>
      `${format.count(count)} open and due${unpriced > 0 ? `, ${format.count(unpriced)} not priced` : ''}`,
    overdueNote: (count, amount) => `${format.count(count)} overdue, ${amount}`,
    undatedNote: (count, amount) => `${format.count(count)} without close date, ${amount}`,
    elsewhere: (count) => `${format.count(count)} due in other periods`,
    omitted: (amount) => `${amount} omitted, not drawn`,

    definition:
      'Won: by closing day. Open: by close date, on the day or later, by the seller’s category. Weighted: won, and each open amount times its probability.',
    coverageTerm: 'Coverage',
    coverageText: (unit) =>
      `Open and due ÷ what is still to win of the quota. Needed: 1 ÷ the share that was won of what was open and due at the same point of the last four ${units[unit]}.`,
    neededTerm: 'Needed',
    neededText: (needed, range) => `${needed} times, 95% interval ${range}`,
    counted: (due, won) => `${format.count(due)} open and due, ${format.count(won)} won`,
    unpriced: (count) => `${format.count(count)} not priced`,
    noProbability: (count) => `${format.count(count)} without a probability, in no weighted amount`,

    period: 'Period',
    columnOpen: 'Open',
    columnWeighted: 'Weighted',
    columnQuota: 'Quota',
    columnAttainment: 'Won of quota',
    columnCoverage: 'Coverage',
    category: {
      commit: 'Commit',
      mostLikely: 'Most likely',
      bestCase: 'Best case',
      pipeline: 'Pipeline',
      none: 'No category',
    },
    open: 'Open',
    upTo: (category) => `With ${category.charAt(0).toLowerCase()}${category.slice(1)}`,
    running: (period, day) => `${period}, to ${day}`,

    opportunities: `${opportunities.charAt(0).toUpperCase()}${opportunities.slice(1)}`,
    amount: 'Amount',
    ofQuota: 'Of the quota',

    chart: {
      unit: (_currency, scale) => (scale === 'one' ? format.sign : `${format.sign} ${scale}`.trim()),
      quota: 'Quota',
      won: 'Won',
      weighted: 'Weighted',
      ofQuota: (quota) => `of ${quota}`,
      ofQuotaWon: (quota) => `of ${quota} won`,
      noQuota: 'no quota',
      overdue: 'Overdue',
      noCloseDate: 'No date',
      open: (count) => `${count} open`,
    },
    spoken: (column, part, amount) => `${column}: ${part}, ${amount}`,
  };
}
