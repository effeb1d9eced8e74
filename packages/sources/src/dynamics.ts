import type { Category, Mapping } from '@pipeline-kit/model/schema';
import { adapt } from './adapt.js';
import type { AdapterOptions } from './adapt.js';
import { dynamicsProcesses } from './dynamics-processes.js';
import type { FieldReader } from './field-reader.js';
import { fieldValue, isObject, scalarText } from './field-value.js';
import type { IssueLog } from './issue-log.js';
import { labelOf } from './odata-label.js';
import { pageRecords } from './pages.js';
import type { Draft } from './read-draft.js';
import { readNumber } from './read-number.js';
import type { SourceRecord } from './source-record.js';
import { fieldPlace } from './source-record.js';
import type { AdaptedPipeline } from './vendor.js';

/** What the opportunities leave out; each response one page, several, or a list. */
export interface DynamicsOptions extends AdapterOptions {
  /** `opportunitysalesprocesses`: which stage of the business process is active, and since when. */
  readonly processes?: unknown;
  /** ISO 4217 codes by the id of a currency, where `transactioncurrencyid` is not expanded. */
  readonly currencies?: Readonly<Record<string, string>>;
}

/**
 * Opportunities of the Dynamics 365 Web API, page by page. There is no log of stages: the present one is
 * `stepname`, or the active stage of the business process, which alone says since when. Won and lost come
 * from `statecode`. Labels of annotations name things and are never taken apart, since they follow the
 * language of whoever asks; a currency is `transactioncurrencyid($select=isocurrencycode)`, expanded. A
 * lookup that holds the partner is named with `fields: { partner: '_new_partner_value' }`.
 */
export function dynamicsPipeline(response: unknown, options: DynamicsOptions = {}): AdaptedPipeline {
  const list = pageRecords(response, 'value');
  const active = dynamicsProcesses(options.processes);
  const mapping = mappingOf(list.records);
  const partnerPath = options.fields?.partner ?? mapping.fields.partner ?? '';
  return adapt(
    list,
    {
      mapping,
      refine: (draft, reader, log) =>
        active(labelled(priced(draft, options.currencies, reader, log), partnerPath)),
    },
    { name: 'Dynamics 365', ...options },
  );
}

/** Whether a parsed value looks like what this adapter reads. */
export function isDynamics(json: unknown): boolean {
  const page: unknown = Array.isArray(json) ? json[0] : json;
  const list = fieldValue(page, 'value');
  return Array.isArray(list) && isObject(list[0]) && Object.hasOwn(list[0], 'opportunityid');
}

const SALES_STAGE_LABEL = 'salesstage@OData.Community.Display.V1.FormattedValue';

function mappingOf(records: readonly SourceRecord[]): Mapping {
  const has = (path: string): boolean =>
    records.some(({ value }) => scalarText(fieldValue(value, path)) !== null);
  const stage = ['stepname', SALES_STAGE_LABEL, 'salesstage'].find(has) ?? 'stepname';
  return {
    fields: {
      id: 'opportunityid',
      name: 'name',
      stage,
      status: 'statecode',
      amount: 'estimatedvalue',
      currency: 'transactioncurrencyid.isocurrencycode',
      probability: 'closeprobability',
      partner: '_partnerid_value',
      owner: '_ownerid_value',
      customerId: has('_parentaccountid_value') ? '_parentaccountid_value' : '_customerid_value',
      createdAt: 'createdon',
      closeDate: 'estimatedclosedate',
      closedAt: 'actualclosedate',
    },
    status: { open: ['0'], won: ['1'], lost: ['2'] },
    probability: '0-100',
    timeZone: 'UTC',
  };
}

/** What was won counts with its actual value; a currency by its id is looked up. */
function priced(
  draft: Draft,
  currencies: Readonly<Record<string, string>> = {},
  reader: FieldReader,
  log: IssueLog,
): Draft {
  const { value } = draft.record;
  const actual = draft.said === 'won' ? readNumber(fieldValue(value, 'actualvalue')) : null;
  const path = '_transactioncurrencyid_value';
  const id = scalarText(fieldValue(value, path));
  const code =
    draft.currency ?? (id !== null && Object.hasOwn(currencies, id) ? (currencies[id] ?? null) : null);
  if (id !== null && code === null && reader.value(draft.record, 'amount') !== null) {
    log.once(
      'currency id',
      fieldPlace(draft.record, path),
      `no code for the currency ${id} (options: currencies)`,
    );
  }
  return { ...draft, amount: actual?.decimal ?? draft.amount, currency: code, category: forecast(draft) };
}

const FORECAST: Readonly<Record<number, Category>> = {
  100000001: 'pipeline',
  100000002: 'bestCase',
  100000003: 'commit',
  100000004: 'omitted',
};

function forecast({ record }: Draft): Category | null {
  return FORECAST[Number(fieldValue(record.value, 'msdyn_forecastcategory'))] ?? null;
}

/** Names beside ids, where the annotations were asked for. */
function labelled(draft: Draft, partnerPath: string): Draft {
  const { value } = draft.record;
  const { customer } = draft.opportunity;
  const customerName = labelOf(value, '_parentaccountid_value') ?? labelOf(value, '_customerid_value');
  const owner = labelOf(value, '_ownerid_value');
  return {
    ...draft,
    // A state is a number; the stages it closes into are called Won and Lost.
    saidWord: null,
    partnerName: draft.partnerName ?? labelOf(value, partnerPath),
    lostReason: draft.said === 'lost' ? (draft.lostReason ?? labelOf(value, 'statuscode')) : draft.lostReason,
    facts: { ...draft.facts, ...(owner === null ? {} : { owner }) },
    opportunity: {
      ...draft.opportunity,
      ...(customer && customerName !== null ? { customer: { ...customer, name: customerName } } : {}),
    },
  };
}
