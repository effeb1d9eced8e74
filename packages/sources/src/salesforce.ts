import { adapt } from './adapt.js';
import type { AdapterOptions } from './adapt.js';
import { isObject } from './field-value.js';
import type { RecordList } from './json-records.js';
import { pageRecords } from './pages.js';
import { salesforceLog } from './salesforce-log.js';
import { salesforceMapping } from './salesforce-mapping.js';
import { salesforcePartners } from './salesforce-partners.js';
import { salesforceStages } from './salesforce-stages.js';
import type { AdaptedPipeline } from './vendor.js';

/** Further responses that say what the opportunities leave out; each one page, several, or a list. */
export interface SalesforceOptions extends AdapterOptions {
  /** `OpportunityStage`. Absent: stages are inferred. */
  readonly stages?: unknown;
  /** `OpportunityHistory` with `OpportunityId`, where it is not a child of the opportunities. */
  readonly histories?: unknown;
  /** `OpportunityFieldHistory`: changes of owner and partner, and of the stage where nothing else has it. */
  readonly fieldHistories?: unknown;
  /** `OpportunityPartner` with `OpportunityId`, where it is not a child of the opportunities. */
  readonly partners?: unknown;
}

/**
 * Opportunities of a Salesforce REST query, page by page, or of an sObject tree. `OpportunityHistories`
 * queried as a child (or given beside) makes the history full: each row holds the values after a change,
 * and an opportunity without rows has stood as it is since it was created. Without them the present
 * stage alone is dated, by `LastStageChangeDate`.
 */
export function salesforcePipeline(response: unknown, options: SalesforceOptions = {}): AdaptedPipeline {
  const list = opportunitiesOnly(pageRecords(response, 'records'));
  const mapping = salesforceMapping(list.records);
  const stages = options.stages === undefined ? null : salesforceStages(options.stages);
  const partner = salesforcePartners(options.partners);
  return adapt(
    list,
    {
      mapping,
      ...(stages ? { stages } : {}),
      refine: (draft, reader, log) => partner(draft, reader, log),
      log: salesforceLog(list.records, options.histories, options.fieldHistories),
    },
    { name: 'Salesforce', ...options },
  );
}

/** Whether a parsed value looks like what this adapter reads. */
export function isSalesforce(json: unknown): boolean {
  const page: unknown = Array.isArray(json) ? json[0] : json;
  if (!isObject(page) || !Array.isArray(page['records'])) return false;
  const [first] = page['records'] as readonly unknown[];
  return typeOf(first) === 'Opportunity';
}

function opportunitiesOnly(list: RecordList): RecordList {
  const records = list.records.filter(({ value }) => (typeOf(value) ?? 'Opportunity') === 'Opportunity');
  const others = list.records.filter((record) => !records.includes(record));
  const issues = others.map(({ value, place }) => {
    const reason = `expected an Opportunity, got ${String(typeOf(value))}`;
    return { path: place, reason, code: 'invalid', effect: 'dropped' } as const;
  });
  return { ...list, records, issues: [...list.issues, ...issues] };
}

function typeOf(record: unknown): unknown {
  if (!isObject(record) || !isObject(record['attributes'])) return undefined;
  return record['attributes']['type'];
}
