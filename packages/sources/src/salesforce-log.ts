import { instantMs } from '@pipeline-kit/model/schema';
import type { At, Changes } from '@pipeline-kit/model/schema';
import { categoryOf } from './category-words.js';
import { quotedValue } from './describe-value.js';
import { fieldValue, isObject, nameText, scalarText } from './field-value.js';
import { valuesOverTime } from './field-changes.js';
import type { FieldChange } from './field-changes.js';
import type { IssueLog } from './issue-log.js';
import type { LogEntry } from './log-entry.js';
import { pageRecords } from './pages.js';
import { put } from './put.js';
import type { Writable } from './put.js';
import type { Draft } from './read-draft.js';
import { readDate } from './read-date.js';
import { readNumber, toNumber } from './read-number.js';
import { isSalesforceId, salesforceKey } from './salesforce-key.js';
import type { SourceRecord } from './source-record.js';
import { fieldPlace } from './source-record.js';
import type { Vendor } from './vendor.js';

interface Row {
  readonly value: Readonly<Record<string, unknown>>;
  readonly place: string;
}

const DAY_MS = 86_400_000;
/** What `OpportunityHistory` keeps; of these a field history says nothing new. */
const SNAPSHOT_FIELDS = new Set([
  'StageName',
  'Amount',
  'CloseDate',
  'Probability',
  'ForecastCategory',
  'ForecastCategoryName',
]);

/** Reads the log of each opportunity out of its `OpportunityHistories`, or the lists given beside them. */
export function salesforceLog(
  records: readonly SourceRecord[],
  histories: unknown,
  fieldHistories: unknown,
): NonNullable<Vendor['log']> {
  const rows = histories === undefined ? null : rowsByOpportunity(histories);
  const changes = fieldHistories === undefined ? null : rowsByOpportunity(fieldHistories);
  const tracked = new Set(
    [...(changes?.values() ?? [])].flat().map(({ value }) => fieldValue(value, 'Field')),
  );
  const isQueried = records.some(({ value }) => Object.hasOwn(value, 'OpportunityHistories'));
  return (record, draft, _, log) => {
    const key = salesforceKey(draft.id);
    const snapshots = isQueried ? childRows(record, log) : rows === null ? null : (rows.get(key) ?? []);
    const fieldRows = changes?.get(key) ?? [];
    if (snapshots === null && !tracked.has('StageName')) return null;
    const entries = snapshots === null ? [] : snapshotEntries(draft, snapshots, log);
    const told = snapshots === null ? new Set<string>() : SNAPSHOT_FIELDS;
    const more = fieldEntries(
      draft,
      fieldRows.filter(({ value }) => !told.has(scalarText(fieldValue(value, 'Field')) ?? '')),
      log,
    );
    // Tracked and never changed: it has stood where it stands since it was created.
    if (snapshots === null && !more.some(({ set }) => set.stage !== undefined)) entries.push(present(draft));
    return [...entries, ...more];
  };
}

function rowsByOpportunity(response: unknown): Map<string, Row[]> {
  const rows = new Map<string, Row[]>();
  for (const { value, place } of pageRecords(response, 'records').records) {
    const key = salesforceKey(fieldValue(value, 'OpportunityId'));
    const list = rows.get(key);
    if (list) list.push({ value, place });
    else rows.set(key, [{ value, place }]);
  }
  return rows;
}

/** An empty child is null; one that pages on its own says `done: false`. */
function childRows(record: SourceRecord, log: IssueLog): Row[] {
  const child = fieldValue(record.value, 'OpportunityHistories');
  const list = fieldValue(child, 'records');
  if (!Array.isArray(list)) return [];
  const place = fieldPlace(record, 'OpportunityHistories');
  if (fieldValue(child, 'done') === false) {
    log.kept(
      place,
      `a part of the history only: ${list.length} rows of ${quotedValue(fieldValue(child, 'totalSize'))}`,
      'missing',
    );
  }
  return list.flatMap((value: unknown, index) =>
    isObject(value) ? [{ value, place: `${place}.records[${index}]` }] : [],
  );
}

/** Each row holds the values after a change; no row at all means that nothing changed. */
function snapshotEntries(draft: Draft, rows: readonly Row[], log: IssueLog): LogEntry[] {
  const entries = rows.flatMap(({ value, place }): LogEntry[] => {
    const at = momentOf(value, place, log);
    if (at === null) return [];
    const set: Writable<LogEntry['set']> = {};
    put(set, 'stage', nameText(fieldValue(value, 'StageName')));
    setField(set, 'CloseDate', fieldValue(value, 'CloseDate'));
    setField(set, 'Probability', fieldValue(value, 'Probability'));
    setField(set, 'ForecastCategory', fieldValue(value, 'ForecastCategory'));
    const amount = fieldValue(value, 'Amount');
    const currency = scalarText(fieldValue(value, 'CurrencyIsoCode'));
    return [
      {
        at,
        set,
        ...(amount === undefined ? {} : { amount: readNumber(amount)?.decimal ?? null }),
        ...(currency === null ? {} : { currency }),
      },
    ];
  });
  if (entries.length === 0) return [present(draft)];
  const first = Math.min(...entries.map(({ at }) => instantMs(at ?? '') ?? Infinity));
  const created = instantMs(draft.opportunity.createdAt ?? '');
  if (created !== null && first - created > DAY_MS) {
    const since = new Date(first).toISOString();
    log.kept(
      draft.record.place,
      `its history begins on ${since.slice(0, 10)}, after it was created`,
      'missing',
    );
  }
  return entries;
}

function present({
  opportunity,
  stage,
  amount,
  currency,
  closeDate,
  probability,
  category,
}: Draft): LogEntry {
  const set: Writable<LogEntry['set']> = {};
  put(set, 'stage', stage);
  put(set, 'closeDate', closeDate);
  put(set, 'probability', probability);
  put(set, 'category', category);
  return { at: opportunity.createdAt, set, amount, ...(currency === null ? {} : { currency }) };
}

/** One entry for each change, and one at the creation with the value before the first. */
function fieldEntries(draft: Draft, rows: readonly Row[], log: IssueLog): LogEntry[] {
  const changes = rows.flatMap(({ value, place }): FieldChange[] => {
    const field = scalarText(fieldValue(value, 'Field')) ?? '';
    const [before, after] = [fieldValue(value, 'OldValue'), fieldValue(value, 'NewValue')];
    // A lookup writes one row of ids and one of names.
    if (LOOKUPS.has(field) && isId(after ?? before) !== wantsIds(field, draft)) return [];
    const ms = instantMs(momentOf(value, place, log) ?? '');
    return ms === null ? [] : [{ field, ms, before, after }];
  });
  const values = valuesOverTime(changes, draft.opportunity.createdAt);
  return values.flatMap(({ field, at, value }) => change(field, at, value));
}

const LOOKUPS = new Set(['Owner', 'OwnerId', 'PartnerAccount', 'PartnerAccountId']);

function isId(value: unknown): boolean {
  return isSalesforceId(scalarText(value) ?? '');
}

/** Partners are known by id, owners as the opportunity names its own. */
function wantsIds(field: string, draft: Draft): boolean {
  return field.startsWith('Partner') || isSalesforceId(draft.facts.owner ?? '');
}

function change(field: string, at: At, value: unknown): LogEntry[] {
  if (field === 'Amount') return [{ at, set: {}, amount: readNumber(value)?.decimal ?? null }];
  const set: Writable<LogEntry['set']> = {};
  setField(set, field, value);
  return Object.keys(set).length > 0 ? [{ at, set }] : [];
}

/** Sets what a Salesforce field is called here; emptied fields are null, unknown ones are left alone. */
function setField(set: Writable<Changes>, field: string, value: unknown): void {
  if (value === undefined) return;
  const text = scalarText(value);
  const number = readNumber(value);
  const date = readDate(value);
  if (field === 'StageName') put(set, 'stage', nameText(value));
  else if (field === 'CloseDate')
    set.closeDate = date && (date.day ?? new Date(date.ms).toISOString().slice(0, 10));
  else if (field === 'Probability') set.probability = number && percentage(toNumber(number.decimal));
  else if (field.startsWith('ForecastCategory')) set.category = categoryOf(text ?? '') ?? null;
  else if (field.startsWith('Owner')) set.owner = text;
  else if (field.startsWith('PartnerAccount')) set.partner = nameText(value);
  else if (field === 'NextStep') set.nextStep = text;
}

function momentOf(value: Readonly<Record<string, unknown>>, place: string, log: IssueLog): At {
  const written = fieldValue(value, 'CreatedDate');
  const date = readDate(written, 'iso', 'UTC');
  if (date === null) {
    log.dropped(`${place}.CreatedDate`, `expected a date, got ${quotedValue(written)}`);
    return null;
  }
  return date.day ?? new Date(date.ms).toISOString();
}

/** 0 to 100 as 0 to 1, null for anything outside. */
function percentage(value: number): number | null {
  return value >= 0 && value <= 100 ? value / 100 : null;
}
