import { isAttributeName, MAX_ID } from '@pipeline-kit/model/schema';
import type {
  At,
  CalendarDate,
  Category,
  Changes,
  Customer,
  Mapping,
  Opportunity,
  Outcome,
  ProductLine,
} from '@pipeline-kit/model/schema';
import { categoryOf } from './category-words.js';
import { currencyCode } from './currency-code.js';
import { quotedValue } from './describe-value.js';
import type { FieldReader } from './field-reader.js';
import { scalarText } from './field-value.js';
import type { IssueLog } from './issue-log.js';
import type { LogEntry } from './log-entry.js';
import { outcomeOf } from './outcome-words.js';
import type { ReadDate } from './read-date.js';
import type { Decimal } from './read-number.js';
import { toNumber } from './read-number.js';
import { put } from './put.js';
import type { Writable } from './put.js';
import { fieldPlace, placeId } from './source-record.js';
import type { SourceRecord } from './source-record.js';
import { stageKey } from './infer-stages.js';

/** One record, read field by field; its history waits until the stages of all records are known. */
export interface Draft {
  readonly record: SourceRecord;
  readonly id: string;
  readonly opportunity: Omit<Opportunity, 'history'>;
  readonly pipeline: string;
  /** The stage as written, null when blank or not mapped. */
  readonly stage: string | null;
  /** The outcome that a status or the flags state beside the stage; null when nothing does. */
  readonly said: Outcome | null;
  /** The outcome as the flags alone state it; they belong to the stage, a status to the record. */
  readonly flagged: Outcome | null;
  /** The word that said it, which names a closing stage when no stage of that kind exists. */
  readonly saidWord: string | null;
  readonly amount: Decimal | null;
  readonly currency: string | null;
  readonly probability: number | null;
  readonly category: Category | null;
  readonly closeDate: CalendarDate | null;
  readonly closedAt: At;
  readonly stageEnteredAt: At;
  readonly lostReason: string | null;
  readonly partnerName: string | null;
  /** What holds whatever the outcome is: partner, owner, products, next step, deleted. */
  readonly facts: Changes;
  /** The changes that led here, null when the source keeps none. */
  readonly log: readonly LogEntry[] | null;
}

/** Without a stage, one of these must hold something, else the record is no opportunity. */
const SUBSTANCE = ['isWon', 'amount', 'createdAt', 'closeDate', 'closedAt'] as const;
const TOTALS = /^\s*(?:grand |sub ?)?totals?\b|^\s*(?:summe|gesamt|total général|合計)/i;

/** Reads one record by the mapping; null when it is set aside, which the log then says. */
export function readDraft(
  record: SourceRecord,
  mapping: Mapping,
  reader: FieldReader,
  log: IssueLog,
): Draft | null {
  const stage = reader.reference(record, 'stage');
  const status = reader.reference(record, 'status');
  if (!isOpportunity(record, stage ?? status, reader, log)) return null;
  const flagged = flaggedOutcome(record, reader);
  const worded = status === null ? null : statusOutcome(record, status, mapping, reader, log);
  const money = reader.number(record, 'amount');
  const partner = reader.reference(record, 'partner') ?? reader.reference(record, 'partnerName');
  const created = reader.date(record, 'createdAt');
  const close = reader.date(record, 'closeDate');
  const id = reader.reference(record, 'id') ?? missingId(record, reader, log);
  const opportunity: Writable<Draft['opportunity']> = { id, createdAt: atOf(created) };
  const pipeline = reader.reference(record, 'pipeline');
  put(opportunity, 'pipeline', pipeline);
  describe(opportunity, record, mapping, reader);
  const facts: Writable<Changes> = {};
  put(facts, 'partner', partner);
  put(facts, 'owner', reader.text(record, 'owner'));
  put(facts, 'nextStep', reader.text(record, 'nextStep'));
  put(facts, 'products', productLines(record, mapping, reader, log));
  if (reader.flag(record, 'deleted') === true) facts.deleted = true;
  return {
    record,
    id,
    opportunity,
    pipeline: pipeline ?? 'main',
    stage,
    said: worded ?? flagged,
    flagged,
    saidWord: worded === null ? null : status,
    amount: money?.decimal ?? null,
    currency: recordCurrency(record, money?.currency ?? null, reader, log),
    probability: certainty(record, mapping, reader, log),
    category: callOf(record, reader, log),
    closeDate: close && reader.day(close),
    closedAt: atOf(reader.date(record, 'closedAt')),
    stageEnteredAt: atOf(reader.date(record, 'stageEnteredAt')),
    lostReason: reader.text(record, 'lostReason'),
    partnerName: reader.text(record, 'partnerName'),
    facts,
    log: null,
  };
}

/** A date as events carry it: an instant, a day, or null for unknown. */
function atOf(date: ReadDate | null): At {
  if (date === null) return null;
  return date.day ?? new Date(date.ms).toISOString();
}

function isOpportunity(
  record: SourceRecord,
  stage: string | null,
  reader: FieldReader,
  log: IssueLog,
): boolean {
  if (stage !== null) return true;
  if (SUBSTANCE.every((field) => reader.value(record, field) === null)) {
    log.dropped(record.place, 'no stage, amount or date; not read as an opportunity', 'missing');
    return false;
  }
  const total = Object.values(record.value).find((value) => typeof value === 'string' && TOTALS.test(value));
  if (total !== undefined) {
    log.dropped(record.place, `looks like a line of totals: ${quotedValue(total)}`);
    return false;
  }
  const path = reader.path('stage') ?? reader.path('status');
  if (path !== null) log.kept(fieldPlace(record, path), 'no stage; counts as open', 'missing');
  return true;
}

function missingId(record: SourceRecord, reader: FieldReader, log: IssueLog): string {
  const path = reader.path('id');
  if (path === null)
    log.once(
      'no id',
      'file',
      `no column of ids; records are named after their place, ${placeId(record.place)}`,
    );
  else log.kept(fieldPlace(record, path), `no id; named ${placeId(record.place)}`, 'missing');
  return placeId(record.place);
}

/** Closed without a word on how is not known: neither won nor lost may be assumed. */
function flaggedOutcome(record: SourceRecord, reader: FieldReader): Outcome | null {
  const won = reader.flag(record, 'isWon');
  const closed = reader.flag(record, 'isClosed');
  if (won === true) return 'won';
  if (closed === false) return 'open';
  return closed === true && won === false ? 'lost' : null;
}

function statusOutcome(
  record: SourceRecord,
  status: string,
  mapping: Mapping,
  reader: FieldReader,
  log: IssueLog,
): Outcome | null {
  const key = stageKey(status);
  for (const outcome of ['won', 'lost', 'open'] as const) {
    if (mapping.status?.[outcome]?.some((word) => stageKey(word) === key)) return outcome;
  }
  const word = outcomeOf(status);
  if (word && !mapping.status?.[word.outcome]) return word.outcome;
  const place = fieldPlace(record, reader.path('status') ?? 'status');
  log.once(`status ${key}`, place, `unknown status ${quotedValue(status)}; the stage decides`, 'unknown');
  return null;
}

function recordCurrency(
  record: SourceRecord,
  beside: string | null,
  reader: FieldReader,
  log: IssueLog,
): string | null {
  const written = reader.text(record, 'currency');
  if (written === null) return beside;
  const code = currencyCode(written) ?? (/^[A-Z]{3}$/.test(written) ? written : null);
  if (code === null || currencyCode(written) === null) {
    log.kept(
      fieldPlace(record, reader.path('currency') ?? 'currency'),
      `unknown currency: ${quotedValue(written)}`,
      'unknown',
    );
  }
  return code;
}

function certainty(
  record: SourceRecord,
  mapping: Mapping,
  reader: FieldReader,
  log: IssueLog,
): number | null {
  const read = reader.number(record, 'probability');
  if (!read) return null;
  const outOf100 = read.percent || mapping.probability !== '0-1';
  const { digits, exponent } = read.decimal;
  const value = toNumber({ digits, exponent: outOf100 ? exponent - 2 : exponent });
  if (value >= 0 && value <= 1) return value;
  const place = fieldPlace(record, reader.path('probability') ?? 'probability');
  log.kept(
    place,
    `expected a probability of 0 to ${outOf100 ? 100 : 1}, got ${quotedValue(reader.value(record, 'probability'))}; left unknown`,
    'range',
  );
  return null;
}

function callOf(record: SourceRecord, reader: FieldReader, log: IssueLog): Category | null {
  const written = reader.text(record, 'category');
  if (written === null) return null;
  const category = categoryOf(written);
  if (category === undefined) {
    const place = fieldPlace(record, reader.path('category') ?? 'category');
    log.kept(place, `unknown forecast category: ${quotedValue(written)}; left unknown`, 'unknown');
  }
  return category ?? null;
}

function productLines(
  record: SourceRecord,
  mapping: Mapping,
  reader: FieldReader,
  log: IssueLog,
): ProductLine[] | null {
  const value = reader.value(record, 'products');
  if (value === null) return null;
  const ids = new Set<string>();
  for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) {
    const text = scalarText(item);
    if (text === null) {
      const place = fieldPlace(record, reader.path('products') ?? 'products');
      log.kept(place, `expected a product's name, got ${quotedValue(item)}; left out`);
      continue;
    }
    const { productSeparator } = mapping;
    for (const name of productSeparator && !Array.isArray(value) ? text.split(productSeparator) : [text]) {
      ids.add(name.trim().slice(0, MAX_ID));
    }
  }
  ids.delete('');
  return ids.size === 0 ? null : [...ids].map((id) => ({ id, amount: null }));
}

/** What an opportunity carries beside its events; what is unknown is left out. */
function describe(
  opportunity: Writable<Draft['opportunity']>,
  record: SourceRecord,
  mapping: Mapping,
  reader: FieldReader,
): void {
  put(opportunity, 'name', reader.text(record, 'name'));
  put(opportunity, 'region', reader.text(record, 'region'));
  put(opportunity, 'segment', reader.text(record, 'segment'));
  const customer: Writable<Customer> = {};
  put(customer, 'id', reader.text(record, 'customerId'));
  put(customer, 'name', reader.text(record, 'customer'));
  put(customer, 'domain', reader.text(record, 'customerDomain'));
  put(customer, 'country', reader.text(record, 'customerCountry'));
  if (Object.keys(customer).length > 0) opportunity.customer = customer;
  if (!mapping.attributes) return;
  const attributes: Record<string, string | number | boolean | null> = {};
  for (const [name, path] of Object.entries(mapping.attributes)) {
    const value = reader.at(record, path);
    if (isAttributeName(name)) attributes[name] = isScalar(value) ? value : null;
  }
  opportunity.attributes = attributes;
}

function isScalar(value: unknown): value is string | number | boolean | null {
  return value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
}
