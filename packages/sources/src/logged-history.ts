import { dayOf, instantMs } from '@pipeline-kit/model/schema';
import type { At, Changes, OpportunityEvent, Outcome } from '@pipeline-kit/model/schema';
import { closingTime } from './current-history.js';
import type { HistoryContext } from './current-history.js';
import type { LogEntry } from './log-entry.js';
import { put } from './put.js';
import type { Writable } from './put.js';
import type { Draft } from './read-draft.js';

/**
 * The events of a record with a log. Entries are put in order of time, those of one moment in the order
 * given and as one event. Fields that the log never speaks of hold since always, as they are today. A
 * log that does not lead to today's stage or outcome is followed by an event that does, and an issue.
 */
export function loggedHistory(
  draft: Draft,
  log: readonly LogEntry[],
  context: HistoryContext,
): OpportunityEvent[] {
  const events: { at: At; set: Writable<Changes> }[] = [];
  const told = new Set<string>();
  const state = { pipeline: draft.pipeline, stage: null as string | null, open: null as string | null };
  for (const entry of inOrder(log)) {
    const set = resolved(entry, draft, state, context);
    for (const key of Object.keys(set)) told.add(key);
    const last = events.at(-1);
    if (last && last.at === entry.at) Object.assign(last.set, set);
    else if (Object.keys(set).length > 0) events.push({ at: entry.at, set });
  }
  const since = untold(draft, told, context);
  if (Object.keys(since).length > 0) {
    if (events[0]?.at === null) events[0].set = Object.assign(since, events[0].set);
    else events.unshift({ at: null, set: since });
  }
  const present = presentStage(draft, state, context);
  if (present !== null && present !== state.stage) {
    const at = closingTime(draft, context) ?? events.at(-1)?.at ?? null;
    context.log.kept(
      draft.record.place,
      `the log ends in ${state.stage ?? 'no stage'}, the record says ${present}`,
    );
    events.push({ at, set: { stage: present } });
    state.stage = present;
  }
  describeClosing(draft, events, told, state.stage, context);
  return events;
}

/** What belongs to the closing stands with the event that closed: why it was lost, and on which date. */
function describeClosing(
  draft: Draft,
  events: readonly { readonly set: Writable<Changes> }[],
  told: ReadonlySet<string>,
  stage: string | null,
  context: HistoryContext,
): void {
  const outcome = outcomeOf(draft, context);
  const closing = events.findLast(({ set }) => set.stage !== undefined && set.stage === stage)?.set;
  if (outcome === 'open' || !closing) return;
  if (!told.has('closeDate')) put(closing, 'closeDate', draft.closeDate);
  if (outcome === 'lost' && !told.has('lostReason')) put(closing, 'lostReason', draft.lostReason);
}

function outcomeOf(draft: Draft, { stages }: HistoryContext): Outcome {
  return draft.said ?? stages.stageOf(draft)?.kind ?? 'open';
}

interface StageState {
  pipeline: string;
  stage: string | null;
  /** The last open stage, to which a reopened opportunity returns. */
  open: string | null;
}

function inOrder(log: readonly LogEntry[]): LogEntry[] {
  const moment = (at: At): number => (at === null ? -Infinity : (instantMs(at) ?? dayOf(at) * 86_400_000));
  return log
    .map((entry, index) => ({ entry, index, ms: moment(entry.at) }))
    .sort((a, b) => (a.ms === b.ms ? a.index - b.index : a.ms - b.ms))
    .map(({ entry }) => entry);
}

/** The entry with stages by id, the outcome as a stage and the amount in minor units. */
function resolved(
  entry: LogEntry,
  draft: Draft,
  state: StageState,
  { stages, money }: HistoryContext,
): Changes {
  const set: Writable<Changes> = { ...entry.set };
  if (entry.amount !== undefined) {
    const { amount, currency } = money.minorOf(entry.amount, entry.currency ?? draft.currency, draft);
    set.amount = amount;
    if (amount !== null && currency !== null) set.currency = currency;
  }
  if (set.pipeline !== undefined) state.pipeline = set.pipeline;
  const at = { ...draft, pipeline: state.pipeline };
  if (set.stage !== undefined) {
    const stage = stages.stageOf({ ...at, stage: set.stage });
    set.stage = stage?.id ?? set.stage;
    if (stage?.kind !== 'won' && stage?.kind !== 'lost') state.open = set.stage;
    state.stage = set.stage;
  }
  if (entry.outcome !== undefined) {
    const target = entry.outcome === 'open' ? state.open : stages.closingStage(at, entry.outcome)?.id;
    if (target) state.stage = set.stage = target;
  }
  return set;
}

/** What the record says today of fields that its log leaves out. */
function untold(draft: Draft, told: ReadonlySet<string>, context: HistoryContext): Writable<Changes> {
  const set: Writable<Changes> = {};
  const { amount, currency } = context.money.amountOf(draft);
  put(set, 'amount', amount);
  if (!told.has('amount')) put(set, 'currency', currency);
  if (outcomeOf(draft, context) === 'open') {
    put(set, 'closeDate', draft.closeDate);
    put(set, 'probability', draft.probability);
    put(set, 'category', draft.category);
  }
  Object.assign(set, draft.facts);
  for (const key of told) delete set[key as keyof Changes];
  return set;
}

/** The stage in which the record stands today, null when it does not say. */
function presentStage(draft: Draft, { stage: logged }: StageState, context: HistoryContext): string | null {
  const { stages } = context;
  const stage = stages.stageOf(draft);
  const outcome = outcomeOf(draft, context);
  if (outcome === 'open' || stage?.kind === outcome) return stage?.id ?? draft.stage;
  const closed = stages.stageById(draft.pipeline, logged ?? '');
  return closed?.kind === outcome ? closed.id : (stages.closingStage(draft, outcome)?.id ?? null);
}
