import { fieldValue, nameText, scalarText } from './field-value.js';
import type { FieldReader } from './field-reader.js';
import type { IssueLog } from './issue-log.js';
import { pageRecords } from './pages.js';
import type { Draft } from './read-draft.js';
import { readFlag } from './read-flag.js';
import { salesforceKey } from './salesforce-key.js';
import { fieldPlace } from './source-record.js';

const CHILDREN = ['OpportunityPartnersFrom', 'OpportunityPartners', 'Partners'];

interface PartnerRow {
  readonly id: string;
  readonly name: string | null;
  readonly primary: boolean;
}

/**
 * Gives each draft its partner: the primary one of its `OpportunityPartner` rows, or the only one.
 * Without rows `PartnerAccountId` stays; of several without a primary none is taken.
 */
export function salesforcePartners(
  response: unknown,
): (draft: Draft, reader: FieldReader, log: IssueLog) => Draft {
  const beside = new Map<string, PartnerRow[]>();
  for (const { value } of response === undefined ? [] : pageRecords(response, 'records').records) {
    const key = salesforceKey(fieldValue(value, 'OpportunityId'));
    const row = rowOf(value);
    if (row) beside.set(key, [...(beside.get(key) ?? []), row]);
  }
  return (draft, _, log) => {
    const rows = childRows(draft) ?? beside.get(salesforceKey(draft.id)) ?? [];
    const primaries = rows.filter(({ primary }) => primary);
    const [partner] = primaries.length > 0 ? primaries : rows.length === 1 ? rows : [];
    if (primaries.length > 1 || (rows.length > 1 && !partner)) {
      const which = partner ? `the first is taken, ${partner.name ?? partner.id}` : 'none is taken';
      const count =
        primaries.length > 1
          ? `${primaries.length} primary partners`
          : `${rows.length} partners, none primary`;
      log.kept(fieldPlace(draft.record, 'OpportunityPartners'), `${count}; ${which}`);
    }
    if (!partner) return draft;
    return { ...draft, partnerName: partner.name, facts: { ...draft.facts, partner: partner.id } };
  };
}

function childRows({ record }: Draft): PartnerRow[] | null {
  for (const child of CHILDREN) {
    const records = fieldValue(record.value, `${child}.records`);
    if (Array.isArray(records)) return records.flatMap((row: unknown) => rowOf(row) ?? []);
  }
  return null;
}

function rowOf(row: unknown): PartnerRow | null {
  const id = nameText(fieldValue(row, 'AccountToId'));
  if (id === null) return null;
  return {
    id,
    name: scalarText(fieldValue(row, 'AccountTo.Name')),
    primary: readFlag(fieldValue(row, 'IsPrimary')) === true,
  };
}
