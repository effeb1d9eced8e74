import type { At, CalendarDate, Changes, OpportunityEvent, Stage } from '@pipeline-kit/model/schema';
import { instantMs } from '@pipeline-kit/model/schema';
import type { DraftMoney } from './draft-money.js';
import type { DraftStages } from './draft-stages.js';
import type { FieldReader } from './field-reader.js';
import type { IssueLog } from './issue-log.js';
import type { Draft } from './read-draft.js';
import { put } from './put.js';
import type { Writable } from './put.js';
import { fieldPlace } from './source-record.js';

export interface HistoryContext {
  readonly stages: DraftStages;
  readonly money: DraftMoney;
  readonly reader: FieldReader;
  readonly log: IssueLog;
  readonly asOf: CalendarDate | null;
}

/**
 * The events that a record without a log can vouch for. What it says today holds since an unknown time
 * (`at: null`), also when it has a created date: that today's stage was entered then would be a guess.
 * Two things are dated, as far as the record dates them: the entry into the present stage, and the
 * closing day of what is won or lost.
 */
export function currentHistory(draft: Draft, context: HistoryContext): readonly OpportunityEvent[] {
  const stage = context.stages.stageOf(draft);
  const outcome = draft.said ?? stage?.kind ?? 'open';
  const facts: Writable<Changes> = {};
  const { amount, currency } = context.money.amountOf(draft);
  put(facts, 'amount', amount);
  put(facts, 'currency', currency);
  Object.assign(facts, draft.facts);
  return outcome === 'open'
    ? openHistory(draft, stage, facts, context)
    : closedHistory(draft, stage, outcome, facts, context);
}

function openHistory(
  draft: Draft,
  stage: Stage | null,
  facts: Writable<Changes>,
  { reader, log }: HistoryContext,
): OpportunityEvent[] {
  put(facts, 'closeDate', draft.closeDate);
  put(facts, 'probability', draft.probability);
  put(facts, 'category', draft.category);
  if (stage && stage.kind !== 'open') {
    const path = reader.path('status') ?? reader.path('isClosed') ?? 'status';
    const reason = `open, but its stage is ${stage.name}; read as open in an unknown stage`;
    log.kept(fieldPlace(draft.record, path), reason);
  } else if (stage && draft.stageEnteredAt !== null) {
    return events([null, facts], [draft.stageEnteredAt, { stage: stage.id }]);
  } else if (stage) {
    facts.stage = stage.id;
  }
  return events([null, facts]);
}

function closedHistory(
  draft: Draft,
  stage: Stage | null,
  outcome: 'won' | 'lost',
  facts: Writable<Changes>,
  context: HistoryContext,
): OpportunityEvent[] {
  const target = stage?.kind === outcome ? stage : context.stages.closingStage(draft, outcome);
  const closing: Writable<Changes> = {};
  if (target) closing.stage = target.id;
  if (outcome === 'lost') put(closing, 'lostReason', draft.lostReason);
  put(closing, 'closeDate', draft.closeDate);
  const closedAt = closingTime(draft, context);
  if (stage?.kind === 'open') facts.stage = stage.id;
  // Undated, all of it holds since always; only a stage before the closing needs an event of its own.
  if (closedAt === null && facts.stage === undefined) return events([null, Object.assign(facts, closing)]);
  return events([null, facts], [closedAt, closing]);
}

function events(...list: readonly (readonly [at: At, set: Changes])[]): OpportunityEvent[] {
  return list.filter(([, set]) => Object.keys(set).length > 0).map(([at, set]) => ({ at, set }));
}

/** When it closed: the closing day, without a field for it the close date, else the entry into the stage. */
export function closingTime(draft: Draft, { reader, log, asOf }: HistoryContext): At {
  const field = reader.path('closedAt') === null ? 'closeDate' : 'closedAt';
  const at = (field === 'closedAt' ? draft.closedAt : draft.closeDate) ?? draft.stageEnteredAt;
  if (at === null) return null;
  const day = dayOfAt(at, reader);
  const place = fieldPlace(draft.record, reader.path(field) ?? field);
  if (asOf !== null && day > asOf) {
    log.kept(place, `closed, but on a day to come (${day}); the closing day is left unknown`, 'range');
    return null;
  }
  const created = draft.opportunity.createdAt;
  if (created !== null && day < dayOfAt(created, reader)) {
    log.kept(place, `closed on ${day}, before it was created on ${dayOfAt(created, reader)}`, 'range');
  }
  return at;
}

function dayOfAt(at: string, reader: FieldReader): CalendarDate {
  const ms = instantMs(at);
  return ms === null ? at : reader.day({ ms });
}
