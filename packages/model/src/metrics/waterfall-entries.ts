import { NO_DAY } from '../schema/calendar-date.js';
import type { DaySpan } from '../schema/fiscal-calendar.js';
import { LOST, OPEN, WON } from '../tables/stage-runs.js';
import type { Tables } from '../tables/tables.js';
import type { WaterfallBar } from './waterfall-result.js';

/** What of the pipeline is looked at: null or '*' is no limit. */
export interface WaterfallScope {
  readonly partner: string | null;
  readonly pipeline: string | null;
  readonly span: DaySpan | null;
}

/** One opportunity at one of the two days. */
interface Standing {
  readonly exists: boolean;
  readonly deleted: boolean;
  readonly outcome: number;
  readonly partnerMatches: boolean;
  readonly pipelineMatches: boolean;
  /** Where its close date lies: before the period, in it, or after it; no date is later than every period. */
  readonly due: 'before' | 'in' | 'after';
  readonly inScope: boolean;
  /** NaN is unpriced. */
  readonly amount: number;
}

export function standing({ events, now }: Tables, row: number, scope: WaterfallScope): Standing {
  const exists = now.exists[row] === 1;
  const deleted = now.deleted[row] === 1;
  const outcome = now.outcome[row] ?? OPEN;
  const pipeline =
    events.stages.entries[now.stage[row] ?? -1]?.pipeline ?? events.pipelines.at(events.pipeline[row] ?? -1);
  const partnerMatches =
    scope.partner === '*' || events.partners.at(now.partner[row] ?? -1) === scope.partner;
  const pipelineMatches = scope.pipeline === null || pipeline === scope.pipeline;
  const due = duePosition(now.closeDate[row] ?? NO_DAY, scope.span);
  return {
    exists,
    deleted,
    outcome,
    partnerMatches,
    pipelineMatches,
    due,
    inScope: exists && !deleted && outcome === OPEN && partnerMatches && pipelineMatches && due === 'in',
    amount: now.amount[row] ?? Number.NaN,
  };
}

function duePosition(day: number, span: DaySpan | null): Standing['due'] {
  if (!span) return 'in';
  if (day === NO_DAY || day >= span.to) return 'after';
  return day < span.from ? 'before' : 'in';
}

/**
 * What one opportunity did to the open amount between two days: membership first, then the amount of
 * those that stayed, currency last. Amounts are magnitudes but for `fx`; what is unpriced counts as 0.
 */
export function waterfallEntries(
  from: Tables,
  to: Tables,
  row: number,
  scope: WaterfallScope,
): { readonly bar: WaterfallBar; readonly amount: number }[] {
  const before = standing(from, row, scope);
  const after = standing(to, row, scope);
  const v0 = priced(before.amount);
  const v1 = priced(after.amount);
  if (before.inScope && !after.inScope) return [{ bar: leftBy(after), amount: v0 }];
  if (!before.inScope && after.inScope) return [{ bar: joinedBy(before), amount: v1 }];
  if (!before.inScope) return passedThrough(before, after, v1);
  const change = priced(amountAtOldRate(from, to, row)) - v0;
  const fx = v1 - v0 - change;
  return [
    ...(change > 0 ? [{ bar: 'increased' as const, amount: change }] : []),
    ...(change < 0 ? [{ bar: 'decreased' as const, amount: -change }] : []),
    ...(fx === 0 ? [] : [{ bar: 'fx' as const, amount: fx }]),
  ];
}

function leftBy(after: Standing): WaterfallBar {
  if (after.deleted) return 'deleted';
  if (after.outcome === WON) return 'won';
  if (after.outcome === LOST) return 'lost';
  if (!after.partnerMatches || !after.pipelineMatches) return 'transferredOut';
  return after.due === 'after' ? 'pushedOut' : 'pulledOut';
}

function joinedBy(before: Standing): WaterfallBar {
  if (!before.exists) return 'created';
  if (before.deleted || before.outcome !== OPEN) return 'reopened';
  if (!before.partnerMatches || !before.pipelineMatches) return 'transferredIn';
  return before.due === 'after' ? 'pulledIn' : 'pushedIn';
}

/** Created and closed between the two days, in scope at the end: it came and went at the same amount. */
function passedThrough(
  before: Standing,
  after: Standing,
  amount: number,
): { bar: WaterfallBar; amount: number }[] {
  const closedInScope =
    after.outcome !== OPEN && after.partnerMatches && after.pipelineMatches && after.due === 'in';
  if (before.exists || !after.exists || after.deleted || !closedInScope) return [];
  return [
    { bar: 'created', amount },
    { bar: after.outcome === WON ? 'won' : 'lost', amount },
  ];
}

/** Today's amount at the rate of the earlier day. */
function amountAtOldRate(from: Tables, to: Tables, row: number): number {
  const { events, now } = to;
  const own = now.ownAmount[row] ?? Number.NaN;
  const currency = events.currencies.at(now.currency[row] ?? -1);
  if (Number.isNaN(own) || currency === null) return Number.NaN;
  return from.rates.convertByPolicy(own, currency, from.asOf, events.createdDay[row] ?? NO_DAY) ?? Number.NaN;
}

function priced(amount: number): number {
  return Number.isNaN(amount) ? 0 : amount;
}
