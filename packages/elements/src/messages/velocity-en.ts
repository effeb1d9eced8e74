import type { Words } from './messages.js';
import type { VelocityMessages } from './velocity-messages.js';

/** Stage velocity in English. */
export function velocity({ format }: Words): VelocityMessages {
  const visits = (count: number): string => format.counted(count, { one: 'visit', other: 'visits' });
  const days = (count: number): string => format.counted(count, { one: 'day', other: 'days' });
  return {
    name: 'Stage velocity',

    slowest: (stage, within) => `Half leave ${stage} within ${within}, the slowest stage`,
    slower: (stage, within, more) => `Half leave ${stage} within ${within}, ${more} more than before`,
    faster: (stage, within, less) => `Half leave ${stage} within ${within}, ${less} fewer than before`,
    noClearChange: (stage, within) =>
      `No clear change. Half leave ${stage} within ${within}, the slowest stage`,
    notReached: (stage) => `More than half are still in ${stage}`,
    tooFew: 'Too few visits have ended to say how long a stage takes',
    needsHistory: 'How long stages take needs the stage changes; this export holds only today’s stage',

    evidence: 'The median counts the visits that still run.',
    interval: (from, to) => `95% interval ${from} to ${to}.`,
    intervalFrom: (from) => `95% interval from ${from}, its end not reached.`,
    seenFor: (duration) => `So it lies beyond what was seen, at least ${duration}.`,
    floor: (floor) => `At least ${format.count(floor)} ended visits are needed`,

    days,
    hours: (count) => format.counted(count, { one: 'hour', other: 'hours' }),

    key: 'Bar: middle half; tail to the slowest tenth',
    keyPrior: '○ the period before',
    passThrough: (count) => `${visits(count)} under a minute`,
    undated: (count) => `${visits(count)} undated`,

    definitionName: 'Kaplan–Meier median',
    definitionText:
      'The time by which half of the visits to a stage are over. Visits that still run count as lasting at least as long as they were seen, so a stage where many wait does not look fast.',
    intervalText: '95%, from Greenwood’s variance',
    visits: (ended, open) => `${visits(ended)} ended, ${format.count(open)} still run`,
    naiveTerm: 'Ended visits alone',
    naiveText: (values) =>
      `Mean days: ${values}. Too short: the long visits are those that have not ended yet.`,

    stage: 'Stage',
    columnMedian: 'Median',
    columnInterval: '95% interval',
    columnMiddle: 'Middle half',
    columnTenth: 'Slowest tenth',
    columnEnded: 'Ended',
    columnOpen: 'Open',

    markExit: {
      advance: (stage) => `Moved on from ${stage}`,
      back: (stage) => `Moved back from ${stage}`,
      lost: (stage) => `Lost from ${stage}`,
      won: (stage) => `Won from ${stage}`,
      moved: (stage) => `Moved elsewhere from ${stage}`,
      open: (stage) => `Still in ${stage}`,
    },
    visitsTerm: 'Visits',
    ofEnded: 'Share of all, running ones counted',

    factors: {
      perDay: 'a day',
      open: 'open',
      winRate: 'win rate',
      meanWon: 'mean won',
      toWin: 'to win',
      spoken: (perDay, open, winRate, meanWon, toWin) =>
        `Sales velocity ${perDay} a day: ${open} open, times a win rate of ${winRate}, times a mean won amount of ${meanWon}, divided by ${toWin} to win.`,
      text: 'Sales velocity: open opportunities × win rate × mean won amount ÷ days from created to won, all of one period.',
    },

    chart: {
      median: 'Median',
      counts: 'Ended + open',
      count: (ended, open) => `${ended} + ${open}`,
      unit: 'd',
      zero: '0 days',
      notReached: (which) =>
        ({
          median: 'median not reached',
          p75: 'slowest quarter not reached',
          p90: 'slowest tenth not reached',
        })[which],
      notReachedShort: 'not reached',
      tooFew: (ended) => `${ended} ended, too few`,
      naive: (text) => `${text} ended only`,
      spoken: (stage, exit, text, value) => {
        const ways = {
          advance: 'moved on',
          back: 'moved back',
          lost: 'ended lost',
          won: 'ended won',
          moved: 'moved elsewhere',
          open: format.plural(value, { one: 'still runs', other: 'still run' }),
        };
        return `${stage}: ${text} ${format.plural(value, { one: 'visit', other: 'visits' })} ${ways[exit]}`;
      },
    },
  };
}
