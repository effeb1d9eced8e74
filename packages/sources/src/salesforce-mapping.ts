import type { Mapping, MappingFields } from '@pipeline-kit/model/schema';
import { fieldValue } from './field-value.js';
import type { SourceRecord } from './source-record.js';

const FIELDS: MappingFields = {
  id: 'Id',
  name: 'Name',
  stage: 'StageName',
  isClosed: 'IsClosed',
  isWon: 'IsWon',
  amount: 'Amount',
  currency: 'CurrencyIsoCode',
  probability: 'Probability',
  category: 'ForecastCategoryName',
  partner: 'PartnerAccountId',
  partnerName: 'PartnerAccount.Name',
  owner: 'Owner.Name',
  customer: 'Account.Name',
  customerId: 'AccountId',
  customerDomain: 'Account.Website',
  customerCountry: 'Account.BillingCountry',
  segment: 'Account.Industry',
  createdAt: 'CreatedDate',
  stageEnteredAt: 'LastStageChangeDate',
  closeDate: 'CloseDate',
  nextStep: 'NextStep',
  deleted: 'IsDeleted',
};

/**
 * Salesforce's standard fields. Names are found in any capitals, as its own loader takes them; where a
 * record has only one of two fields that say the same (`ForecastCategory`, `OwnerId`), that one is read.
 */
export function salesforceMapping(records: readonly SourceRecord[]): Mapping {
  const sample = records.slice(0, 200);
  const spelled = new Map<string, string>();
  for (const { value } of sample) for (const key of Object.keys(value)) spelled.set(key.toLowerCase(), key);
  const has = (path: string): boolean =>
    sample.some(({ value }) => fieldValue(value, path) !== undefined && fieldValue(value, path) !== null);
  const fields: Record<string, string> = {};
  for (const [field, path] of Object.entries(FIELDS)) {
    const [head = '', ...rest] = path.split('.');
    fields[field] = [spelled.get(head.toLowerCase()) ?? head, ...rest].join('.');
  }
  if (!has(fields['id'] ?? '')) fields['id'] = 'attributes.referenceId';
  if (!has(fields['category'] ?? '')) fields['category'] = 'ForecastCategory';
  if (!has(fields['owner'] ?? '')) fields['owner'] = 'OwnerId';
  return {
    fields,
    attributes: { leadSource: 'LeadSource', type: 'Type' },
    probability: '0-100',
    timeZone: 'UTC',
  };
}
