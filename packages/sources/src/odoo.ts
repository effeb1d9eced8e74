import type { DataIssue, Mapping } from '@pipeline-kit/model/schema';
import { adapt } from './adapt.js';
import type { AdapterOptions } from './adapt.js';
import { fieldValue, isObject, scalarText } from './field-value.js';
import type { RecordList } from './json-records.js';
import { recordsAt } from './json-records.js';
import { odooLog } from './odoo-log.js';
import { odooStages } from './odoo-stages.js';
import { pageRecords } from './pages.js';
import type { Draft } from './read-draft.js';
import { readNumber, toNumber } from './read-number.js';
import { SourceError } from './source-error.js';
import type { AdaptedPipeline } from './vendor.js';

/** What the leads leave out; each response one page, several, or a list. */
export interface OdooOptions extends AdapterOptions {
  /** `crm.stage` with `sequence` and `is_won`. Absent: stages are known by label, in some language. */
  readonly stages?: unknown;
  /**
   * `mail.tracking.value` with the `res_id` of its message and the technical name of its field as `field`:
   * they make the history full. A lead without any has not changed since it was created.
   */
  readonly tracking?: unknown;
}

/**
 * Opportunities of Odoo's `crm.lead`, from JSON-RPC or as a bare list. `false` is nothing in every field;
 * a link is an id and a label. The customer is `partner_id`, the channel partner `partner_assigned_id`.
 * Lost is archived at probability 0, which searches hide unless their context says `active_test: false`.
 */
export function odooPipeline(response: unknown, options: OdooOptions = {}): AdaptedPipeline {
  const list = opportunitiesOnly(leads(response));
  const stages = options.stages === undefined ? null : odooStages(options.stages);
  return adapt(
    withHiddenLosses(list),
    {
      mapping: mappingOf(stages === null),
      falseIsBlank: true,
      ...(stages ? { stages } : {}),
      refine: (draft, _, log) => {
        if (isArchived(draft) && !isLost(draft))
          log.kept(draft.record.place, 'archived but not lost; counts as open');
        return judged(draft, stages === null);
      },
      log: odooLog(options.tracking, stages === null),
    },
    { name: 'Odoo', ...options },
  );
}

/** Whether a parsed value looks like what this adapter reads. */
export function isOdoo(json: unknown): boolean {
  const result = fieldValue(json, 'result') ?? json;
  const list = fieldValue(result, 'records') ?? result;
  const lead: unknown = Array.isArray(list) ? list[0] : undefined;
  return (
    isObject(lead) &&
    Object.hasOwn(lead, 'stage_id') &&
    (Object.hasOwn(lead, 'expected_revenue') || Object.hasOwn(lead, 'partner_assigned_id'))
  );
}

function mappingOf(byLabel: boolean): Mapping {
  return {
    fields: {
      id: 'id',
      name: 'name',
      stage: byLabel ? 'stage_id.1' : 'stage_id.0',
      amount: 'expected_revenue',
      currency: 'company_currency.1',
      probability: 'probability',
      partner: 'partner_assigned_id.0',
      partnerName: 'partner_assigned_id.1',
      owner: 'user_id.1',
      customerId: 'partner_id.0',
      customer: 'partner_id.1',
      customerCountry: 'country_id.1',
      createdAt: 'create_date',
      stageEnteredAt: 'date_last_stage_update',
      closeDate: 'date_deadline',
      closedAt: 'date_closed',
      lostReason: 'lost_reason_id.1',
    },
    attributes: { team: 'team_id.1' },
    probability: '0-100',
    timeZone: 'UTC',
  };
}

/** An error comes with HTTP status 200. */
function leads(response: unknown): RecordList {
  const message = fieldValue(response, 'error.data.message') ?? fieldValue(response, 'error.message');
  if (message !== undefined)
    throw new SourceError(`Odoo answered with an error: ${scalarText(message) ?? 'unknown'}`);
  if (Array.isArray(fieldValue(response, 'result.records'))) return recordsAt(response, 'result.records');
  return pageRecords(response, 'result');
}

/** Leads share the table with opportunities and become one by being converted. */
function opportunitiesOnly(list: RecordList): RecordList {
  const isLead = ({ value }: RecordList['records'][number]): boolean => fieldValue(value, 'type') === 'lead';
  const issues = list.records.filter(isLead).map(({ place }): DataIssue => {
    return { path: place, reason: 'a lead, not yet an opportunity', code: 'invalid', effect: 'dropped' };
  });
  return {
    ...list,
    records: list.records.filter((record) => !isLead(record)),
    issues: [...list.issues, ...issues],
  };
}

function withHiddenLosses(list: RecordList): RecordList {
  const isKnown = list.records.some(({ value }) => fieldValue(value, 'active') === false);
  if (list.records.length === 0 || isKnown) return list;
  const issue: DataIssue = {
    path: 'active',
    reason: 'no record is archived; lost ones are hidden unless the context says active_test: false',
    code: 'missing',
    effect: 'kept',
  };
  return { ...list, issues: [...list.issues, issue] };
}

/**
 * Lost is said by the record. Won is the stage's, which without a list of stages shows in that all of its
 * records are certain.
 */
function judged(draft: Draft, byLabel: boolean): Draft {
  if (isLost(draft)) return { ...draft, said: 'lost', saidWord: null, flagged: null };
  if (!byLabel) return draft;
  return { ...draft, flagged: chanceOf(draft) === 100 ? 'won' : 'open' };
}

function isLost(draft: Draft): boolean {
  return isArchived(draft) && chanceOf(draft) === 0;
}

function isArchived({ record }: Draft): boolean {
  return fieldValue(record.value, 'active') === false;
}

function chanceOf({ record }: Draft): number | null {
  const read = readNumber(fieldValue(record.value, 'probability'));
  return read && toNumber(read.decimal);
}
