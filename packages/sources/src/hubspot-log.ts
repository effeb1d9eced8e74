import { categoryOf } from './category-words.js';
import { quotedValue } from './describe-value.js';
import { fieldValue, nameText, scalarText } from './field-value.js';
import type { FieldReader } from './field-reader.js';
import type { IssueLog } from './issue-log.js';
import type { LogEntry } from './log-entry.js';
import { put } from './put.js';
import type { Writable } from './put.js';
import { readDate } from './read-date.js';
import { readNumber, toNumber } from './read-number.js';
import { fieldPlace } from './source-record.js';
import type { SourceRecord } from './source-record.js';
import type { Vendor } from './vendor.js';

interface Version {
  readonly ms: number;
  /** Null where the property was emptied. */
  readonly value: string | null;
}

const PROPERTIES = [
  'amount',
  'closedate',
  'hubspot_owner_id',
  'hs_deal_stage_probability',
  'hs_manual_forecast_category',
  'closed_lost_reason',
];

/**
 * Reads the log out of `propertiesWithHistory`, or of v1's `versions`. Entries are newest first and hold
 * new values only; one that repeats the value before it is no change. A stage brings its pipeline along:
 * that of the list, else what the deal's own pipeline was at that time.
 */
export function hubspotLog(
  pipelineOf: ReadonlyMap<string, string>,
  isPresentOnly: boolean,
): NonNullable<Vendor['log']> {
  return (record, draft, reader, log) => {
    const stages = isPresentOnly ? null : versionsOf(record, 'dealstage', log);
    if (stages === null || stages.length === 0) return null;
    const pipelines = versionsOf(record, 'pipeline', log) ?? [];
    const entries: LogEntry[] = [];
    let pipeline = draft.pipeline;
    for (const { ms, value: written } of stages) {
      const value = nameText(written);
      if (value === null) continue;
      const entered = pipelineOf.get(value) ?? nameText(at(pipelines, ms)) ?? pipeline;
      entries.push({
        at: iso(ms),
        set: { stage: value, ...(entered === pipeline ? {} : { pipeline: entered }) },
      });
      pipeline = entered;
    }
    for (const name of PROPERTIES) {
      for (const version of versionsOf(record, name, log) ?? []) entries.push(entryOf(name, version, reader));
    }
    return entries;
  };
}

/** Changes of one property, oldest first; null when the source sent none. */
function versionsOf(record: SourceRecord, name: string, log: IssueLog): Version[] | null {
  const path = [`propertiesWithHistory.${name}`, `properties.${name}.versions`].find((candidate) =>
    Array.isArray(fieldValue(record.value, candidate)),
  );
  if (path === undefined) return null;
  const versions = (fieldValue(record.value, path) as unknown[]).flatMap((version, index): Version[] => {
    const written = fieldValue(version, 'timestamp');
    const date = readDate(written, 'epoch-ms', 'UTC');
    if (date?.ms === undefined) {
      log.dropped(
        `${fieldPlace(record, path)}[${index}].timestamp`,
        `expected a moment, got ${quotedValue(written)}`,
      );
      return [];
    }
    return [{ ms: date.ms, value: scalarText(fieldValue(version, 'value')) || null }];
  });
  const ordered = versions.toReversed().sort((a, b) => a.ms - b.ms);
  return ordered.filter(({ value }, index) => index === 0 || value !== ordered[index - 1]?.value);
}

/** The value in force; a pipeline and a stage that change together may be a moment apart. */
function at(versions: readonly Version[], ms: number): string | null {
  return versions.findLast((version) => version.ms <= ms + 1000)?.value ?? null;
}

function entryOf(name: string, { ms, value }: Version, reader: FieldReader): LogEntry {
  if (name === 'amount') return { at: iso(ms), set: {}, amount: readNumber(value)?.decimal ?? null };
  const set: Writable<LogEntry['set']> = {};
  const number = readNumber(value);
  const date = readDate(value, 'epoch-ms', 'UTC');
  if (name === 'closedate') set.closeDate = date && reader.day(date);
  else if (name === 'hubspot_owner_id') set.owner = value;
  else if (name === 'hs_deal_stage_probability') set.probability = number && share(toNumber(number.decimal));
  else if (name === 'hs_manual_forecast_category') set.category = categoryOf(value ?? '') ?? null;
  else put(set, 'lostReason', value);
  return { at: iso(ms), set };
}

function share(value: number): number | null {
  return value >= 0 && value <= 1 ? value : null;
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
