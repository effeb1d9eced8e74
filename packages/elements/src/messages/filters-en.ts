import type { FiltersMessages } from './filters-messages.js';
import type { Words } from './messages.js';

/** The English sentences of `pipeline-filters`. */
export function filters({ format, terms }: Words): FiltersMessages {
  const count = (value: number): string => format.counted(value, { one: 'filter', other: 'filters' });
  return {
    name: 'Filters',
    period: 'Period',
    comparedWith: 'Compared with',
    periodKind: {
      own: 'each widget’s own',
      quarter: 'This quarter',
      previousQuarter: 'Previous quarter',
      year: 'This year',
      twelveMonths: 'Last 12 months',
      custom: 'Days of your own',
    },
    comparison: {
      none: 'nothing',
      previous: 'The period before',
      yearBefore: 'A year before',
      custom: 'Another period',
    },
    upTo: (period, day) => `${period}, to ${day}`,
    sameShare: (period) => `${period}, same share`,
    from: 'From',
    to: 'To',
    below: 'Below',
    backwards: 'The end must lie after the beginning',

    asOf: (day, place) => `As of ${day}, ${place}`,
    asOfDay: 'Look at the pipeline as of',
    asOfReset: 'Back to the latest day',

    filters: (value) => (value === 0 ? 'No filters' : `${count(value)}: Delete removes one, Escape clears`),
    andMore: (values, more) => `${values} and ${format.count(more)} more`,
    add: 'Add filter',
    clearAll: 'Clear all',
    addTitle: 'Filter by',
    edit: (filter) => `Change the filter ${filter}`,
    search: (field) => `Search ${field}`,
    contains: (text) => `Contains “${text}”`,
    listed: (shown, all) => `${format.count(shown)} of ${format.count(all)}; search for the others`,
    noMatch: 'Nothing has this name',
    known: (value) => `${format.counted(value, terms.opportunity)} with a value`,
    count: (value) => format.counted(value, terms.opportunity),
    back: 'Other filters',

    added: (filter) => `Filtered by ${filter}`,
    removed: (filter, left) => `Filter ${filter} removed, ${left === 0 ? 'none' : format.count(left)} left`,
    cleared: 'All filters removed',
    periodChosen: (period) => `Period: ${period}`,
    comparisonChosen: (period) => `Compared with ${period}`,
    asOfChosen: (day) => `As of ${day}`,
  };
}
