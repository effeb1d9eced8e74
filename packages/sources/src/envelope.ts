import { fieldValue } from './field-value.js';

/** Where envelopes say that there is more, and the value that says it. */
const MORE: readonly (readonly [path: string, says: (value: unknown) => boolean])[] = [
  ['nextRecordsUrl', isFilled], // Salesforce
  ['@odata.nextLink', isFilled], // Dynamics 365
  ['paging.next.after', isFilled], // HubSpot v3
  ['hasMore', (value) => value === true], // HubSpot v1
  ['additional_data.next_cursor', isFilled], // Pipedrive v2
  ['additional_data.pagination.more_items_in_collection', (value) => value === true], // Pipedrive v1
  ['info.more_records', (value) => value === true], // Zoho
  ['pageInfo.hasNextPage', (value) => value === true],
];
const TOTALS = ['totalSize', 'total', 'total_count', 'totalCount', '@odata.count'];

/** Whether the envelope says that the list of `count` records is only a part; null when it is whole or silent. */
export function truncation(envelope: unknown, count: number): string | null {
  for (const [path, says] of MORE) {
    if (says(fieldValue(envelope, path))) return `${path} says that there is more`;
  }
  for (const path of TOTALS) {
    const total = fieldValue(envelope, path);
    if (typeof total === 'number' && total > count) return `${path} is ${total}, here are ${count}`;
  }
  return null;
}

function isFilled(value: unknown): boolean {
  return (typeof value === 'string' && value !== '') || typeof value === 'number';
}
