import type { Mapping } from '@pipeline-kit/model/schema';
import { adapt } from './adapt.js';
import type { AdapterOptions } from './adapt.js';
import { fieldValue, isObject, scalarText } from './field-value.js';
import type { RecordList } from './json-records.js';
import { pageRecords } from './pages.js';
import { pipedriveLog } from './pipedrive-log.js';
import { pipedriveStages } from './pipedrive-stages.js';
import type { Draft } from './read-draft.js';
import type { SourceRecord } from './source-record.js';
import type { AdaptedPipeline } from './vendor.js';

/** What the deals leave out; each response one page, several, or a list. */
export interface PipedriveOptions extends AdapterOptions {
  /** `/stages` of v1 or v2. Absent: stages are known by number alone. */
  readonly stages?: unknown;
  /** Responses of `/deals/{id}/flow`, one for each deal: they make the history full. */
  readonly flows?: readonly unknown[];
  /** `/users` and `/organizations`, to name owners and customers that v2 sends as numbers. */
  readonly users?: unknown;
  readonly organizations?: unknown;
}

/**
 * Deals of Pipedrive's API v1 or v2, page by page. Won and lost stand in `status` beside the stage, so a
 * won deal keeps the stage it was won from. Without flows `stage_change_time` dates the present stage.
 * Partners have no object of their own: name the custom field that holds one with
 * `fields: { partner: 'custom_fields.…' }`.
 */
export function pipedrivePipeline(response: unknown, options: PipedriveOptions = {}): AdaptedPipeline {
  const list = deals(response);
  const stages = options.stages === undefined ? null : pipedriveStages(options.stages);
  const pipelineOf = new Map(stages?.map(({ id, pipeline }) => [id, pipeline]));
  const users = namesOf(options.users);
  const organizations = namesOf(options.organizations);
  return adapt(
    list,
    {
      mapping: mappingOf(list.records),
      ...(stages ? { stages } : {}),
      refine: (draft) => named(draft, users, organizations),
      log: pipedriveLog(options.flows, pipelineOf, users),
    },
    { name: 'Pipedrive', ...options },
  );
}

/** Whether a parsed value looks like what this adapter reads. */
export function isPipedrive(json: unknown): boolean {
  const page: unknown = Array.isArray(json) ? json[0] : json;
  const list = fieldValue(page, 'data');
  const deal: unknown = Array.isArray(list) ? list[0] : undefined;
  return (
    isObject(deal) &&
    ['stage_id', 'pipeline_id', 'add_time', 'status'].every((key) => Object.hasOwn(deal, key))
  );
}

/** v1 writes null for an empty list. */
function deals(response: unknown): RecordList {
  const filled = (page: unknown): unknown =>
    fieldValue(page, 'data') === null && isObject(page) ? { ...page, data: [] } : page;
  return pageRecords(Array.isArray(response) ? response.map(filled) : filled(response), 'data');
}

/** v1 nests people and organisations, v2 numbers them; v1 writes times in UTC without saying so. */
function mappingOf(records: readonly SourceRecord[]): Mapping {
  const nests = (key: string): boolean => records.some(({ value }) => isObject(fieldValue(value, key)));
  const hasOwner = records.some(({ value }) => Object.hasOwn(value, 'owner_id'));
  return {
    fields: {
      id: 'id',
      name: 'title',
      stage: 'stage_id',
      status: 'status',
      pipeline: 'pipeline_id',
      amount: 'value',
      currency: 'currency',
      probability: 'probability',
      owner: nests('user_id') ? 'user_id.name' : hasOwner ? 'owner_id' : 'user_id',
      customerId: nests('org_id') ? 'org_id.value' : 'org_id',
      customer: nests('org_id') ? 'org_id.name' : 'org_name',
      createdAt: 'add_time',
      stageEnteredAt: 'stage_change_time',
      closeDate: 'expected_close_date',
      closedAt: 'close_time',
      lostReason: 'lost_reason',
      deleted: hasOwner ? 'is_deleted' : 'deleted',
    },
    status: { open: ['open', 'deleted'], won: ['won'], lost: ['lost'] },
    probability: '0-100',
    timeZone: 'UTC',
  };
}

function named(
  draft: Draft,
  users: ReadonlyMap<string, string>,
  organizations: ReadonlyMap<string, string>,
): Draft {
  const { customer } = draft.opportunity;
  const customerName = organizations.get(customer?.id ?? '');
  const owner = users.get(draft.facts.owner ?? '');
  const isDeleted = fieldValue(draft.record.value, 'status') === 'deleted';
  return {
    ...draft,
    // The stages that deals close into have no name of their own; they are called Won and Lost.
    saidWord: null,
    facts: {
      ...draft.facts,
      ...(owner === undefined ? {} : { owner }),
      ...(isDeleted ? { deleted: true } : {}),
    },
    opportunity: {
      ...draft.opportunity,
      ...(customer && customerName !== undefined ? { customer: { ...customer, name: customerName } } : {}),
    },
  };
}

function namesOf(response: unknown): Map<string, string> {
  const names = new Map<string, string>();
  for (const { value } of response === undefined ? [] : pageRecords(response, 'data').records) {
    const id = scalarText(fieldValue(value, 'id'));
    const name = scalarText(fieldValue(value, 'name'));
    if (id !== null && name !== null) names.set(id, name);
  }
  return names;
}
