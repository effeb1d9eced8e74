import type { At } from '@pipeline-kit/model/schema';
import { quotedValue } from './describe-value.js';
import { valuesOverTime } from './field-changes.js';
import type { FieldChange, FieldValue } from './field-changes.js';
import type { FieldReader } from './field-reader.js';
import { fieldValue, nameText, scalarText } from './field-value.js';
import type { LogEntry } from './log-entry.js';
import { pageRecords } from './pages.js';
import { put } from './put.js';
import type { Writable } from './put.js';
import { readDate } from './read-date.js';
import { readNumber, toNumber } from './read-number.js';
import type { SourceRecord } from './source-record.js';
import type { Vendor } from './vendor.js';

/** In which column of the old and new values each tracked field keeps its own. */
const KINDS: Readonly<Record<string, string>> = {
  user_id: 'char',
  lost_reason_id: 'char',
  partner_assigned_id: 'integer',
  active: 'integer',
  expected_revenue: 'float',
  probability: 'float',
  date_deadline: 'datetime',
};

/**
 * Reads the log of each opportunity out of its tracking values. Odoo always tracks the stage, so one
 * without such a value has stood in its stage since it was created. Archived is lost, unless it came back.
 */
export function odooLog(response: unknown, byLabel: boolean): NonNullable<Vendor['log']> {
  const rows = response === undefined ? null : rowsByRecord(response);
  return (_, draft, reader, log) => {
    if (rows === null) return null;
    const created = draft.opportunity.createdAt;
    const changes = (rows.get(draft.id) ?? []).flatMap(({ value, place }): FieldChange[] => {
      const field = scalarText(fieldValue(value, 'field')) ?? '';
      const kind = field === 'stage_id' ? (byLabel ? 'char' : 'integer') : KINDS[field];
      const written = fieldValue(value, 'create_date');
      const ms = readDate(written, 'iso', 'UTC')?.ms;
      if (ms === undefined)
        log.dropped(`${place}.create_date`, `expected a moment, got ${quotedValue(written)}`);
      if (kind === undefined || ms === undefined) return [];
      return [
        {
          field,
          ms,
          before: fieldValue(value, `old_value_${kind}`),
          after: fieldValue(value, `new_value_${kind}`),
        },
      ];
    });
    const values = valuesOverTime(changes, created);
    if (!changes.some(({ field }) => field === 'stage_id'))
      values.unshift({ field: 'stage_id', at: created, value: draft.stage });
    return values.flatMap((value) => entryOf(value, created, reader) ?? []);
  };
}

function rowsByRecord(response: unknown): Map<string, SourceRecord[]> {
  const rows = new Map<string, SourceRecord[]>();
  for (const record of pageRecords(response, 'result').records) {
    const id = scalarText(fieldValue(record.value, 'res_id')) ?? '';
    const list = rows.get(id);
    if (list) list.push(record);
    else rows.set(id, [record]);
  }
  return rows;
}

function entryOf({ field, at, value }: FieldValue, created: At, reader: FieldReader): LogEntry | null {
  // Nothing is `false`, for links of the integer kind also 0.
  const given = value === false ? null : value;
  const number = readNumber(given);
  const date = readDate(given, 'iso', 'UTC');
  const set: Writable<LogEntry['set']> = {};
  if (field === 'expected_revenue') return { at, set, amount: number?.decimal ?? null };
  if (field === 'active') {
    return at === created
      ? null
      : { at, set, outcome: number && toNumber(number.decimal) === 1 ? 'open' : 'lost' };
  }
  if (field === 'stage_id') put(set, 'stage', nameText(given));
  else if (field === 'user_id') set.owner = scalarText(given) || null;
  else if (field === 'partner_assigned_id') set.partner = given === 0 ? null : nameText(given);
  else if (field === 'probability') set.probability = number && share(toNumber(number.decimal));
  else if (field === 'date_deadline') set.closeDate = date && reader.day(date);
  else put(set, 'lostReason', scalarText(given));
  return Object.keys(set).length > 0 ? { at, set } : null;
}

/** 0 to 100 as 0 to 1, null for anything outside. */
function share(value: number): number | null {
  return value >= 0 && value <= 100 ? value / 100 : null;
}
