import { dayOf } from '../schema/calendar-date.js';
import type { Period, Quota } from '../schema/document.js';
import type { Tables } from '../tables/tables.js';

/** A quota in the reporting currency, or why there is none. */
export type FoundQuota =
  | { readonly status: 'ok'; readonly amount: number }
  | { readonly status: 'no-quota' | 'no-rate'; readonly amount: null };

/** There is no quota: one is never invented. */
export const NO_QUOTA: FoundQuota = { status: 'no-quota', amount: null };

/**
 * The quota of a partner, or of the company (null), for a period: the row for just this period, else rows
 * that tile it, each converted at the rate of its own start, or of the as-of when that is earlier.
 */
export function quotaOf({ log, rates, asOf }: Tables, partner: string | null, period: Period): FoundQuota {
  const rows = tiles(
    (log.document.quotas ?? []).filter((quota) => quota.partner === partner),
    period,
  );
  if (rows === null) return NO_QUOTA;
  let total = 0;
  for (const { amount, currency, from } of rows) {
    const converted = rates.convert(amount, currency, Math.min(dayOf(from), asOf));
    if (converted === null) return { status: 'no-rate', amount: null };
    total += converted;
  }
  return { status: 'ok', amount: total };
}

/** The fewest rows that cover the period without gap or overlap; null when none do. Of equals the first in the document. */
function tiles(quotas: readonly Quota[], { from, to }: Period): readonly Quota[] | null {
  const inside = quotas
    .filter((quota) => quota.from >= from && quota.to <= to && quota.from < quota.to)
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  // For every day that rows reach, the fewest of them that lead there: starts come in order.
  const reached = new Map<string, readonly Quota[]>([[from, []]]);
  for (const quota of inside) {
    const before = reached.get(quota.from);
    const known = reached.get(quota.to);
    if (before && (!known || before.length + 1 < known.length)) reached.set(quota.to, [...before, quota]);
  }
  return reached.get(to) ?? null;
}
