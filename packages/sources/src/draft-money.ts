import { NO_CURRENCY, type Mapping, type Minor, type Settings } from '@pipeline-kit/model/schema';
import type { FieldReader } from './field-reader.js';
import type { IssueLog } from './issue-log.js';
import { minorAmount } from './minor-amount.js';
import type { Draft } from './read-draft.js';
import type { Decimal } from './read-number.js';
import { fieldPlace } from './source-record.js';

export interface DraftMoney {
  readonly reportingCurrency: string;
  /** The draft's amount in minor units of its currency; null while either is unknown. */
  amountOf(draft: Draft): Money;
  /** Any amount of the draft, in `currency` or, where that is null, in the one assumed for the source. */
  minorOf(decimal: Decimal | null, currency: string | null, draft: Draft): Money;
}

export interface Money {
  readonly amount: Minor | null;
  readonly currency: string | null;
}

/**
 * The currency of every draft: its own, else the mapping's constant, else, when no record of the
 * source names any, the reporting currency. A blank beside records that do name one stays unknown.
 */
export function draftMoney(
  drafts: readonly Draft[],
  mapping: Mapping,
  settings: Partial<Settings>,
  reader: FieldReader,
  log: IssueLog,
): DraftMoney {
  const counts = new Map<string, number>();
  for (const { currency } of drafts)
    if (currency !== null) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  const [commonest] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const constant = mapping.money?.currency;
  const reportingCurrency = settings.reportingCurrency ?? constant ?? commonest?.[0] ?? NO_CURRENCY;
  const fallback = constant ?? (counts.size === 0 ? reportingCurrency : null);
  if (constant === undefined && counts.size === 0 && drafts.some(({ amount }) => amount !== null)) {
    const read = reportingCurrency === NO_CURRENCY ? 'shown without one' : `read as ${reportingCurrency}`;
    log.once('currency', 'file', `amounts name no currency; ${read} (mapping: money.currency)`);
  }
  const minorOf = (decimal: Decimal | null, written: string | null, draft: Draft): Money => {
    // An assumed currency goes with an amount, a written one stands for itself.
    if (decimal === null) return { amount: null, currency: written };
    const currency = written ?? fallback;
    const place = fieldPlace(draft.record, reader.path('amount') ?? 'amount');
    if (currency === null) {
      log.kept(place, 'an amount without a currency; left unknown', 'missing');
      return { amount: null, currency };
    }
    const amount = minorAmount(decimal, currency, mapping.money?.unit);
    if (amount === null)
      log.kept(place, 'an amount beyond what can be counted exactly; left unknown', 'range');
    return { amount, currency };
  };
  return { reportingCurrency, amountOf: (draft) => minorOf(draft.amount, draft.currency, draft), minorOf };
}
