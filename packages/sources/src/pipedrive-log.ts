import { valuesOverTime } from './field-changes.js';
import type { FieldChange, FieldValue } from './field-changes.js';
import type { FieldReader } from './field-reader.js';
import { fieldValue, nameText, scalarText } from './field-value.js';
import type { LogEntry } from './log-entry.js';
import { outcomeOf } from './outcome-words.js';
import { pageRecords } from './pages.js';
import { put } from './put.js';
import type { Writable } from './put.js';
import type { Draft } from './read-draft.js';
import { readDate } from './read-date.js';
import { readNumber, toNumber } from './read-number.js';
import type { Vendor } from './vendor.js';

/**
 * Reads the log of each deal out of its flow, whose changes stand among notes and activities, newest
 * first, with values as texts. A deal whose stage never changed has stood in it since it was added.
 */
export function pipedriveLog(
  flows: readonly unknown[] | undefined,
  pipelineOf: ReadonlyMap<string, string>,
  users: ReadonlyMap<string, string>,
): NonNullable<Vendor['log']> {
  const changes = changesByDeal(flows ?? []);
  return (_, draft, reader) => {
    const own = changes.get(draft.id);
    if (!own) return null;
    const created = draft.opportunity.createdAt;
    const values = valuesOverTime(own, created);
    if (!own.some(({ field }) => field === 'stage_id'))
      values.unshift({ field: 'stage_id', at: created, value: draft.stage });
    const pipelines = values.filter(({ field }) => field === 'pipeline_id');
    const entries: LogEntry[] = [];
    let pipeline = draft.pipeline;
    for (const value of values) {
      const entry = entryOf(value, created, reader, users);
      const { stage } = entry?.set ?? {};
      if (!entry) continue;
      if (stage === undefined) {
        entries.push(entry);
        continue;
      }
      const moved = pipelines.findLast(({ at }) => (at ?? '') <= (value.at ?? ''));
      const entered = pipelineOf.get(stage) ?? nameText(moved?.value) ?? pipeline;
      entries.push(entered === pipeline ? entry : { ...entry, set: { ...entry.set, pipeline: entered } });
      pipeline = entered;
    }
    return entries;
  };
}

function changesByDeal(flows: readonly unknown[]): Map<string, FieldChange[]> {
  const changes = new Map<string, FieldChange[]>();
  for (const flow of flows) {
    for (const { value } of pageRecords(flow, 'data').records) {
      if (fieldValue(value, 'object') !== 'dealChange') continue;
      const deal = scalarText(fieldValue(value, 'data.item_id'));
      const field = scalarText(fieldValue(value, 'data.field_key'));
      const time = fieldValue(value, 'data.log_time') ?? fieldValue(value, 'timestamp');
      const ms = readDate(time, 'iso', 'UTC')?.ms;
      if (deal === null || field === null || ms === undefined) continue;
      const change = {
        field,
        ms,
        before: fieldValue(value, 'data.old_value'),
        after: fieldValue(value, 'data.new_value'),
      };
      changes.set(deal, [...(changes.get(deal) ?? []), change]);
    }
  }
  // Newest first; changes of one moment are told backwards too.
  return new Map([...changes].map(([deal, list]) => [deal, list.toReversed()]));
}

function entryOf(
  { field, at, value }: FieldValue,
  created: Draft['opportunity']['createdAt'],
  reader: FieldReader,
  users: ReadonlyMap<string, string>,
): LogEntry | null {
  const text = scalarText(value);
  const number = readNumber(value);
  const date = readDate(value, 'iso', 'UTC');
  const set: Writable<LogEntry['set']> = {};
  if (field === 'value') return { at, set, amount: number?.decimal ?? null };
  if (field === 'status') {
    if (text === 'deleted') return { at, set: { deleted: true } };
    const outcome = outcomeOf(text ?? '')?.outcome;
    // Open at the start is no event; the stage says it.
    return outcome === undefined || at === created ? null : { at, set, outcome };
  }
  if (field === 'stage_id') put(set, 'stage', nameText(value));
  else if (field === 'expected_close_date') set.closeDate = date && reader.day(date);
  else if (field === 'user_id' || field === 'owner_id') set.owner = users.get(text ?? '') ?? text;
  else if (field === 'lost_reason') put(set, 'lostReason', text);
  else if (field === 'probability') set.probability = number && share(toNumber(number.decimal));
  return Object.keys(set).length > 0 ? { at, set } : null;
}

/** 0 to 100 as 0 to 1, null for anything outside. */
function share(value: number): number | null {
  return value >= 0 && value <= 100 ? value / 100 : null;
}
