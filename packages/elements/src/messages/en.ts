import type { CardMessages } from './card-messages.js';
import { forecast } from './forecast-en.js';
import { filters } from './filters-en.js';
import type { FunnelMessages } from './funnel-messages.js';
import type { Catalogue, Words } from './messages.js';
import { range } from './range-en.js';
import type { SourceMessages } from './source-messages.js';
import type { SummaryMessages } from './summary-messages.js';
import { velocity } from './velocity-en.js';

/** English. */
export const en: Catalogue = {
  terms: {
    opportunity: { one: 'opportunity', other: 'opportunities' },
    partner: { one: 'partner', other: 'partners' },
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
    stage: 'stage',
    pipeline: 'pipeline',
    outcome: 'outcome',
    partner: format.plural(1, terms.partner),
    tier: 'tier',
    region: 'region',
    segment: 'segment',
    owner: 'owner',
    product: 'product',
    amount: 'amount',
    createdDate: 'created',
    closeDate: 'close date',
    closedDate: 'closed',
    category: 'forecast category',
    registered: 'registered',
  };
  const values: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    outcome: { open: 'open', won: 'won', lost: 'lost' },
    category: {
      omitted: 'omitted',
      pipeline: 'pipeline',
      bestCase: 'best case',
      mostLikely: 'most likely',
      commit: 'commit',
      none: 'none',
    },
    registered: { true: 'yes', false: 'no' },
  };
  return {
    table: 'Show as a table',
    chart: 'Show as a chart',
    more: 'More',
    close: 'Close',
    howCounted: 'How this is counted',
    exportCsv: 'Download CSV',
    exportSvg: 'Download SVG',
    exportPng: 'Download PNG',
    exportFailed: 'This page does not allow the download.',
    marks: (widget) => `${widget}: use the arrow keys to move, Enter to choose, Escape to clear`,
    enterFilters: (name) => `Enter shows only ${name} everywhere`,
    enterClears: 'Enter takes the choice back',
    enterChooses: 'Enter chooses it',
    shiftEnterOpens: (count) => `Shift and Enter open the ${opportunities(count)}`,
    opportunity: capital(format.plural(1, terms.opportunity)),
    rowsTitle: (name, count) => `${name}: ${opportunities(count)}`,
    rowsCut: (shown, count) => `The ${format.count(shown)} largest of ${format.count(count)}`,
    showRows: (count) => `Show the ${opportunities(count)}`,
    clear: (name) => `Remove the filter ${name}`,
    clearAll: 'Clear all',
    chosen: (name, count) => `Chosen: ${name}, ${opportunities(count)}`,
    filtered: (name, finding) => `Filtered by ${name}. ${finding}`,
    unfiltered: (finding) => `Filter removed. ${finding}`,

    loading: (widget) => `${widget} is loading`,
    read: (loaded, total) => `Read ${loaded} of ${total}`,
    stop: 'Stop',
    refreshing: (time) => `Refreshing. Figures from ${time}.`,
    emptyTitle: (isFiltered) => `No ${format.plural(0, terms.opportunity)}${isFiltered ? ' match' : ' yet'}`,
    emptyFiltered: (filters) => `The filters leave none: ${filters}.`,
    emptyAll: 'The source was read and holds none.',
    retry: 'Try again',
    noFigure: 'This figure could not be computed',
    queryFailed: (reason) => `The reason given: ${reason}.`,

    definition: 'Definition',
    interval: 'Interval',
    filters: 'Filters',
    noFilters: 'None',
    counted: 'Counted',
    leftOut: 'Left out',
    nothingLeftOut: 'Nothing',
    setAside: 'Not readable',
    setAsideCount: (count) => `${format.counted(count, { one: 'record', other: 'records' })} set aside`,
    setAsideMore: (count) => `and ${format.count(count)} more`,
    history: 'History',
    historyGrade: {
      full: 'Full: every stage change is known',
      'stage-entry': 'Only when each opportunity entered its present stage',
      'current-only': 'None: only today’s stage is known',
    },
    asOf: 'As of',
    ignoredFilters: (names) => `This figure does not follow the filters by ${names}`,
    field: (field) => fields[field] ?? field.replace(/^attributes\./, ''),
    column: (field) => capital(fields[field] ?? field.replace(/^attributes\./, '')),
    value: (field, value) => values[field]?.[value],
    none: 'none',
    nothing: 'nothing',
    between: (from, to) => `${from} to ${to}`,
    quarter: (quarter) => `Q${quarter}`,
    quarterOfYear: (quarter, year, isFiscal) => `Q${quarter} ${isFiscal ? 'FY' : ''}${year}`,
    from: (value) => `from ${value}`,
    before: (value) => `below ${value}`,
    contains: (text) => `contains “${text}”`,
  };
}

function source({ format }: Words): SourceMessages {
  return {
    failed: 'The pipeline could not be loaded',
    noSourceTitle: 'No data yet',
    noSource: (tag) => `Give <${tag}> a source, a src or data, or put it inside a <pipeline-source>.`,
    wrongSourceTitle: (id) => `There is no source “${id}”`,
    wrongSource: (id) => `No <pipeline-source id="${id}"> is on this page.`,
    network: (place) => `${place} did not answer, or this page does not allow the request.`,
    http: (place, status) => `${place} answered ${status}.`,
    timeout: (place, seconds) =>
      `${place} did not answer within ${format.counted(seconds, { one: 'second', other: 'seconds' })}.`,
    cut: (place) => `The answer of ${place} broke off before its end.`,
    page: (place) => `${place} answered with a web page instead of data. A login may have run out.`,
    emptyBody: (place) => `${place} answered without any data.`,
    content: (place, reason) => `${place} holds no pipeline that can be read: ${reason}.`,
    address: (address) => `“${address}” is no address of a pipeline.`,
    stopped: 'Loading was stopped.',
    builtIns: 'This page changes built-in functions, so figures could be wrong. Embed the widget in a frame.',
  };
}

function funnel({ format, terms }: Words): FunnelMessages {
  const opportunities = (count: number): string => format.counted(count, terms.opportunity);
  return {
    name: 'Funnel',
    byCount: 'Count',
    byAmount: 'Amount',
    by: 'Measured by',

    lowestStep: ({ from, to, rate }) => `${from} to ${to}: ${rate}, the lowest step`,
    fell: ({ from, to, rate }, points) => `${from} to ${to} fell ${points} points to ${rate}`,
    rose: ({ from, to, rate }, points) => `${from} to ${to} rose ${points} points to ${rate}`,
    noClearChange: ({ from, to, rate }) => `No clear change. ${from} to ${to}: ${rate}, the lowest step`,
    onlyStep: ({ from, to, rate }) => `${rate} went from ${from} to ${to}`,
    belowFloor: ({ from, num, den }) => `${num} of ${den} moved on from ${from}`,
    nothingDecided: (count, from) => `${opportunities(count)} entered ${from}, none is decided yet`,
    standToday: (count, stage) =>
      `${format.count(count)} ${format.plural(count, { one: 'stands', other: 'stand' })} in ${stage} today`,
    entered: (count, stage) => `${format.count(count)} entered ${stage}`,

    movedOn: ({ num, den }) => `${num} of ${den} moved on`,
    movedOnPrior: ({ num, den }, prior) =>
      `${num} of ${den} moved on; in the period before ${prior.num} of ${prior.den}`,
    moreThanChance: (lo, hi) => `More than chance: ${lo} to ${hi} points`,
    intervalOf: (range) => `95% interval ${range}`,
    needsHistory: 'Step rates need the stage changes; this export holds only today’s stage.',
    tooFew: (floor) => `Too few for a rate: at least ${format.count(floor)} decided are needed`,
    openToday: (count) => `${format.count(count)} counted`,
    undated: (count) => `${format.count(count)} undated`,
    deleted: (count) => `${format.count(count)} deleted`,
    moved: (count) => `${format.count(count)} moved to another pipeline`,
    reopened: (count) => `${format.count(count)} reopened`,
    unpriced: (count) => `${format.count(count)} not priced`,
    period: {
      stageEntry: (from, to) => `Entered ${from} to ${to}`,
      creation: (from, to) => `Created ${from} to ${to}`,
      close: (from, to) => `Closed ${from} to ${to}`,
    },

    definitionName: {
      'entered-cohort': 'Entered cohort',
      reached: 'Reached',
      visited: 'Visited',
      'in-order': 'In order',
      snapshot: 'Snapshot',
    },
    definitionText: {
      'entered-cohort':
        'Of those that entered a stage and are decided, the share that moved on: advanced ÷ (advanced + lost). Those still open stand beside it.',
      reached:
        'Of those that came at least as far as a stage, the share that came at least one further. Skipped stages count as reached.',
      visited: 'Ever in the next stage ÷ ever in this one. It may exceed 100%.',
      'in-order':
        'Of those that entered every stage up to this one in order, the share that entered the next one as well.',
      snapshot: 'How many stand in each stage on the day. A picture of today, not a rate of passage.',
    },
    intervalText: '95%, Wilson',
    noInterval: 'None for this definition',
    usedCount: (count) => opportunities(count),

    stage: 'Stage',
    columnEntered: 'Entered',
    columnMovedOn: 'Moved on',
    columnLost: 'Lost',
    columnOpen: 'Open',
    columnRate: 'Rate',
    columnInterval: '95% interval',
    columnCount: 'Count',
    columnAmount: 'Amount',

    markStage: (stage) => stage,
    markGroup: {
      success: (from) => `Moved on from ${from}`,
      pending: (from) => `Still open after ${from}`,
      moved: (from) => `Moved elsewhere from ${from}`,
      fail: (from) => `Lost from ${from}`,
      from: (from) => from,
      to: (from, to) => `${from} to ${to}`,
    },
    opportunities: capital(format.plural(2, terms.opportunity)),
    amountAtEntry: 'Amount at entry',
    ofDecided: (den) => `Of ${den} decided`,

    chart: {
      entered: 'Entered',
      parts: 'Moved on, open, lost',
      rate: 'Moved on, of those decided',
      stillOpen: (text) => `${text} still open`,
      undecided: (text) => `${text} open or elsewhere`,
      lost: (text) => `${text} lost`,
      of: (part, whole) => `${part} of ${whole}`,
      tooFew: 'too few',
      none: 'none decided',
      before: (text) => `${text} the period before`,
      spoken: {
        stage: (stage, text) => `${stage}: ${text} entered`,
        success: (stage, next, text) => `${stage}: ${text} moved on to ${next} or further`,
        pending: (stage, text) => `${stage}: ${text} still open`,
        moved: (stage, text) => `${stage}: ${text} moved to another pipeline`,
        fail: (stage, text) => `${stage}: ${text} lost`,
        from: (stage, text) => `${stage}: ${text} counted`,
        to: (stage, next, part, whole) => `${part} of ${whole} went from ${stage} to ${next}`,
      },
    },
  };
}

function summary({ format, terms }: Words): SummaryMessages {
  const notPriced = (count: number): string => (count > 0 ? `, ${format.count(count)} not priced` : '');
  return {
    name: { open: 'Open', won: 'Won', weighted: 'Won and weighted', winRate: 'Win rate' },
    definition: {
      open: 'The amounts of all open opportunities on the day.',
      won: 'The amounts won in the quarter up to the day, by the day of closing.',
      weighted: 'Won in the quarter, and what is open and due in it, each times its probability.',
      winRate: 'Won ÷ (won + lost), by count, of everything closed. Open ones are neither.',
    },
    rate: (num, den, range) =>
      `${format.count(num)} of ${format.count(den)}${range ? `, ${range}` : ': too few for a rate'}`,
    count: (count, unpriced) => `${format.counted(count, terms.opportunity)}${notPriced(unpriced)}`,
    weighted: (won, unpriced) => `${won} won${notPriced(unpriced)}`,
  };
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
