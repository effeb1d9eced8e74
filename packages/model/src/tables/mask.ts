import { dateOf, NO_DAY } from '../schema/calendar-date.js';
import type { Clause, Selection } from '../schema/clause.js';
import { CATEGORIES } from './categories.js';
import { LOST, WON } from './stage-runs.js';
import type { Tables } from './tables.js';

/** 1 for every opportunity that is selected, by row. */
export type Mask = Uint8Array;

type Value = string | number | boolean | null;

const OUTCOMES = ['open', 'won', 'lost'] as const;

/**
 * Which opportunities meet every clause, by their state at the tables' as-of: decided once, and kept
 * for every earlier day that a metric looks at. Null (no selection) is everyone.
 */
export function maskOf(tables: Tables, selection: Selection): Mask | null {
  if (selection.length === 0) return null;
  const mask = new Uint8Array(tables.events.size).fill(1);
  for (const clause of selection) {
    const meets = predicate(clause);
    const valuesOf = fieldValues(tables, clause.field);
    for (let row = 0; row < mask.length; row++) {
      if (mask[row] && !valuesOf(row).some(meets)) mask[row] = 0;
    }
  }
  return mask;
}

/** Which partner codes meet the clauses on partner and tier, direct (null) being asked as −1. */
export function partnerFilter(tables: Tables, clauses: Selection): (partner: number) => boolean {
  const tests = clauses.map((clause) => {
    const meets = predicate(clause);
    return (partner: number): boolean =>
      meets(clause.field === 'tier' ? (tables.tiers[partner] ?? null) : tables.events.partners.at(partner));
  });
  return (partner) => tests.every((test) => test(partner));
}

function predicate(clause: Clause): (value: Value) => boolean {
  if ('in' in clause) {
    const wanted = new Set<Value>(clause.in);
    return (value) => wanted.has(value);
  }
  if ('contains' in clause) {
    const text = clause.contains.toLowerCase();
    return (value) => value !== null && String(value).toLowerCase().includes(text);
  }
  const { from, to } = clause;
  return (value) =>
    value !== null &&
    (from === undefined || (typeof value === typeof from && value >= from)) &&
    (to === undefined || (typeof value === typeof to && value < to));
}

/** The values of a field by row, null where it is unknown; several for products. */
export function fieldValues(tables: Tables, field: string): (row: number) => readonly Value[] {
  const { events, now, log } = tables;
  const one = (value: (row: number) => Value) => (row: number) => [value(row)];
  const opportunity = (row: number) => log.document.opportunities[row];
  switch (field) {
    case 'stage':
      return one((row) => events.stages.entries[now.stage[row] ?? -1]?.id ?? null);
    case 'pipeline':
      return one(
        (row) =>
          events.stages.entries[now.stage[row] ?? -1]?.pipeline ??
          events.pipelines.at(events.pipeline[row] ?? -1),
      );
    case 'outcome':
      return one((row) =>
        now.outcome[row] === WON ? OUTCOMES[1] : now.outcome[row] === LOST ? OUTCOMES[2] : OUTCOMES[0],
      );
    case 'partner':
      return one((row) => events.partners.at(now.partner[row] ?? -1));
    case 'tier':
      return one((row) => tables.tiers[now.partner[row] ?? -1] ?? null);
    case 'owner':
      return one((row) => events.owners.at(now.owner[row] ?? -1));
    case 'region':
      return one((row) => opportunity(row)?.region ?? null);
    case 'segment':
      return one((row) => opportunity(row)?.segment ?? null);
    case 'product':
      return (row) => {
        const lines = events.productLists[now.products[row] ?? -1] ?? [];
        return lines.length === 0 ? NOTHING : lines.map(({ id }) => id);
      };
    case 'amount':
      return one((row) => {
        const amount = now.amount[row] ?? Number.NaN;
        return Number.isNaN(amount) ? null : amount;
      });
    case 'createdDate':
      return one((row) => date(events.createdDay[row]));
    case 'closeDate':
      return one((row) => date(now.closeDate[row]));
    case 'closedDate':
      return one((row) => date(now.closedDay[row]));
    case 'category':
      return one((row) => CATEGORIES[now.category[row] ?? -1] ?? 'none');
    case 'registered':
      return one((row) => tables.submissions[row] !== NO_DAY);
    default: {
      const name = field.startsWith('attributes.') ? field.slice('attributes.'.length) : null;
      if (name === null) throw new RangeError(`unknown field: ${field}`);
      return one((row) => {
        const attributes = opportunity(row)?.attributes;
        return attributes && Object.hasOwn(attributes, name) ? (attributes[name] ?? null) : null;
      });
    }
  }
}

const NOTHING: readonly Value[] = [null];

function date(day: number | undefined): Value {
  return day === undefined || day === NO_DAY ? null : dateOf(day);
}
