import { maybeDateOf, NO_DAY } from '../schema/calendar-date.js';
import type { CalendarDate, Minor, Outcome } from '../schema/document.js';
import { LOST, OPEN, WON } from '../tables/stage-runs.js';
import type { Tables } from '../tables/tables.js';

/** One opportunity as it stood at the as-of, as plain data. Null is unknown. */
export interface OpportunityRow {
  readonly id: string;
  readonly name: string | null;
  readonly partner: string | null;
  readonly pipeline: string | null;
  readonly stage: string | null;
  readonly outcome: Outcome;
  /** Reporting currency; null when there is no amount or no rate for it. */
  readonly amount: Minor | null;
  readonly ownAmount: Minor | null;
  readonly ownCurrency: string | null;
  readonly createdDate: CalendarDate | null;
  readonly closeDate: CalendarDate | null;
  /** The day on which it was won or lost. */
  readonly closedDate: CalendarDate | null;
  /** Days since it entered its present stage, while open. */
  readonly daysInStage: number | null;
  readonly owner: string | null;
  readonly customer: string | null;
  readonly region: string | null;
  readonly segment: string | null;
  readonly nextStep: string | null;
}

export function opportunityRow(tables: Tables, row: number): OpportunityRow {
  const { events, now, log, asOf } = tables;
  const record = log.document.opportunities[row];
  const stage = events.stages.entries[now.stage[row] ?? -1];
  const outcome = now.outcome[row];
  const open = outcome === OPEN;
  const runs = (now.runEnd[row] ?? 0) - (events.runs.start[row] ?? 0);
  const entered = runs > 0 ? (events.runs.day[(now.runEnd[row] ?? 0) - 1] ?? NO_DAY) : NO_DAY;
  return {
    id: events.ids[row] ?? '',
    name: record?.name ?? null,
    partner: events.partners.at(now.partner[row] ?? -1),
    pipeline: stage?.pipeline ?? events.pipelines.at(events.pipeline[row] ?? -1),
    stage: stage?.id ?? null,
    outcome: outcome === WON ? 'won' : outcome === LOST ? 'lost' : 'open',
    amount: known(now.amount[row]),
    ownAmount: known(now.ownAmount[row]),
    ownCurrency: events.currencies.at(now.currency[row] ?? -1),
    createdDate: maybeDateOf(events.createdDay[row] ?? NO_DAY),
    closeDate: maybeDateOf(now.closeDate[row] ?? NO_DAY),
    closedDate: maybeDateOf(now.closedDay[row] ?? NO_DAY),
    daysInStage: open && entered !== NO_DAY ? asOf - entered : null,
    owner: events.owners.at(now.owner[row] ?? -1),
    customer: record?.customer?.name ?? record?.customer?.id ?? null,
    region: record?.region ?? null,
    segment: record?.segment ?? null,
    nextStep: events.nextSteps.at(now.nextStep[row] ?? -1),
  };
}

function known(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}
