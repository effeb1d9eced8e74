import { adapt } from './adapt.js';
import type { AdapterOptions } from './adapt.js';
import { fieldValue, isObject, scalarText } from './field-value.js';
import { hubspotLog } from './hubspot-log.js';
import { hubspotStages } from './hubspot-stages.js';
import type { RecordList } from './json-records.js';
import { recordsAt } from './json-records.js';
import { pageRecords } from './pages.js';
import type { Draft } from './read-draft.js';
import type { SourceRecord } from './source-record.js';
import type { AdaptedPipeline } from './vendor.js';

/** Further responses that say what the deals leave out; each one page, several, or a list. */
export interface HubspotOptions extends AdapterOptions {
  /** `/crm/v3/pipelines/deals` or its legacy form. Absent: stages are inferred from ids alone. */
  readonly pipelines?: unknown;
  /** Companies (`id`, `properties.name`), to name the customers of associated deals. */
  readonly companies?: unknown;
}

/**
 * Deals of HubSpot's CRM API v3 or its legacy v1, page by page. `propertiesWithHistory=dealstage` makes
 * the history full, as do v1's `versions` where they go back; otherwise the entry into the present stage
 * is known at best. A close date is set by HubSpot itself at creation and again on closing, so it dates
 * the closing and says little of what the seller expects. Partners have no object of their own: name the
 * property that holds one with `fields: { partner: 'properties.reseller' }`.
 */
export function hubspotPipeline(response: unknown, options: HubspotOptions = {}): AdaptedPipeline {
  const list = deals(response);
  const isLegacy = list.records.some(({ value }) => Object.hasOwn(value, 'dealId'));
  const stages = options.pipelines === undefined ? null : hubspotStages(options.pipelines);
  const names = companyNames(options.companies);
  const pipelineOf = new Map(stages?.map(({ id, pipeline }) => [id, pipeline]));
  return adapt(
    list,
    {
      mapping: {
        fields: isLegacy ? legacyFields(list.records) : FIELDS,
        dates: 'epoch-ms',
        timeZone: 'UTC',
        probability: '0-1',
      },
      ...(stages ? { stages } : {}),
      refine: (draft) => named(inPipeline(draft, pipelineOf), names),
      log: hubspotLog(pipelineOf, isLegacy && !hasVersions(list.records)),
    },
    { name: 'HubSpot', ...options },
  );
}

/** Whether a parsed value looks like what this adapter reads. */
export function isHubspot(json: unknown): boolean {
  const page: unknown = Array.isArray(json) ? json[0] : json;
  const [deal] = [fieldValue(page, 'results'), fieldValue(page, 'deals'), [page]].find(
    Array.isArray,
  ) as unknown[];
  const properties = fieldValue(deal, 'properties');
  return (
    isObject(properties) &&
    ['dealstage', 'dealname', 'hs_deal_stage_probability'].some((key) => Object.hasOwn(properties, key))
  );
}

const FIELDS = {
  id: 'id',
  name: 'properties.dealname',
  stage: 'properties.dealstage',
  isClosed: 'properties.hs_is_closed',
  isWon: 'properties.hs_is_closed_won',
  pipeline: 'properties.pipeline',
  amount: 'properties.amount',
  currency: 'properties.deal_currency_code',
  probability: 'properties.hs_deal_stage_probability',
  category: 'properties.hs_manual_forecast_category',
  owner: 'properties.hubspot_owner_id',
  customerId: 'associations.companies.results.0.id',
  createdAt: 'properties.createdate',
  stageEnteredAt: 'properties.hs_v2_date_entered_current_stage',
  closeDate: 'properties.closedate',
  lostReason: 'properties.closed_lost_reason',
  nextStep: 'properties.hs_next_step',
  deleted: 'archived',
} as const;

/** v1 keeps each value in an object beside the time it was set: that of the stage is when it was entered. */
function legacyFields(records: readonly SourceRecord[]): Record<string, string> {
  const fields = Object.entries(FIELDS).map(([field, path]) => [
    field,
    path.startsWith('properties.') ? `${path}.value` : path,
  ]);
  return {
    ...Object.fromEntries(fields),
    id: 'dealId',
    deleted: 'isDeleted',
    customerId: 'associations.associatedCompanyIds.0',
    ...(hasVersions(records) ? {} : { stageEnteredAt: 'properties.dealstage.timestamp' }),
  };
}

/** `versions` go back only when the query asked for them; without, each holds the present value alone. */
function hasVersions(records: readonly SourceRecord[]): boolean {
  return records.some(({ value }) => {
    const versions = fieldValue(value, 'properties.dealstage.versions');
    return Array.isArray(versions) && versions.length > 1;
  });
}

function deals(response: unknown): RecordList {
  const page: unknown = Array.isArray(response) ? response[0] : response;
  if (Array.isArray(fieldValue(page, 'deals'))) return pageRecords(response, 'deals');
  if (Array.isArray(response) || Array.isArray(fieldValue(page, 'results')))
    return pageRecords(response, 'results');
  return recordsAt(response, '');
}

/** A stage belongs to one pipeline, so the list of pipelines says which where the deal does not. */
function inPipeline(draft: Draft, pipelineOf: ReadonlyMap<string, string>): Draft {
  const pipeline = pipelineOf.get(draft.stage ?? '');
  if (pipeline === undefined || draft.opportunity.pipeline !== undefined) return draft;
  return { ...draft, pipeline, opportunity: { ...draft.opportunity, pipeline } };
}

function companyNames(response: unknown): Map<string, string> {
  const names = new Map<string, string>();
  for (const { value } of response === undefined ? [] : pageRecords(response, 'results').records) {
    const id = scalarText(fieldValue(value, 'id'));
    const name = scalarText(fieldValue(value, 'properties.name'));
    if (id !== null && name !== null) names.set(id, name);
  }
  return names;
}

function named(draft: Draft, names: ReadonlyMap<string, string>): Draft {
  const { customer } = draft.opportunity;
  const name = names.get(customer?.id ?? '');
  if (!customer || name === undefined) return draft;
  return { ...draft, opportunity: { ...draft.opportunity, customer: { ...customer, name } } };
}
