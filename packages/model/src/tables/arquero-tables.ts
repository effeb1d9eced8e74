import { BitSet, type ColumnTable } from './arquero.js';
import { maybeDateOf, NO_DAY } from '../schema/calendar-date.js';
import { CATEGORIES } from './categories.js';
import type { Dictionary } from './dictionary.js';
import { UNSET, UNSET_DAY } from './event-log.js';
import { PROBABILITY_SCALE } from './probability.js';
import { PipelineTable } from './pipeline-table.js';
import { submittedDay } from './registration-log.js';
import { LOST, WON } from './stage-runs.js';
import type { Tables } from './tables.js';
import { ViewColumn } from './view-column.js';
import { EXITS } from './visits.js';

/** The pipeline at its as-of as Arquero tables; null is unknown, amounts are minor units, dates are texts. */
export interface PipelineTables {
  /** One row per opportunity that exists: id, name, pipeline, stage, outcome, partner, amount, dates, … */
  readonly opportunities: ColumnTable;
  /** One row per stay in an open stage: opportunity, stage, entered, left, days, exit. */
  readonly visits: ColumnTable;
  /** One row per field that an event set: opportunity, date, field, value. */
  readonly changes: ColumnTable;
  readonly partners: ColumnTable;
  readonly credits: ColumnTable;
  readonly registrations: ColumnTable;
  readonly rates: ColumnTable;
  readonly quotas: ColumnTable;
}

/** Each table is built when it is first asked for. */
export function arqueroTables(tables: Tables): PipelineTables {
  const made = new Map<keyof PipelineTables, ColumnTable>();
  const lazy = (name: keyof PipelineTables, make: (tables: Tables) => ColumnTable): ColumnTable => {
    const table = made.get(name) ?? make(tables);
    made.set(name, table);
    return table;
  };
  return {
    get opportunities() {
      return lazy('opportunities', opportunityTable);
    },
    get visits() {
      return lazy('visits', visitTable);
    },
    get changes() {
      return lazy('changes', changeTable);
    },
    get partners() {
      return lazy('partners', partnerTable);
    },
    get credits() {
      return lazy('credits', creditTable);
    },
    get registrations() {
      return lazy('registrations', registrationTable);
    },
    get rates() {
      return lazy('rates', ({ log }) => recordTable(log.document.rates ?? [], ['currency', 'date', 'rate']));
    },
    get quotas() {
      return lazy('quotas', ({ log }) =>
        recordTable(log.document.quotas ?? [], ['partner', 'from', 'to', 'amount', 'currency']),
      );
    },
  };
}

type Column = ViewColumn<unknown>;

function opportunityTable({ events, now, log }: Tables): ColumnTable {
  const n = events.size;
  const record = (row: number) => log.document.opportunities[row];
  const view = (at: (row: number) => unknown): Column => new ViewColumn(n, at);
  const stage = (row: number) => events.stages.entries[now.stage[row] ?? -1];
  const table = new PipelineTable({
    id: view((row) => events.ids[row]),
    name: view((row) => record(row)?.name ?? null),
    pipeline: view((row) => stage(row)?.pipeline ?? events.pipelines.at(events.pipeline[row] ?? -1)),
    stage: view((row) => stage(row)?.id ?? null),
    outcome: view((row) => (now.outcome[row] === WON ? 'won' : now.outcome[row] === LOST ? 'lost' : 'open')),
    partner: coded(now.partner, events.partners),
    owner: coded(now.owner, events.owners),
    region: view((row) => record(row)?.region ?? null),
    segment: view((row) => record(row)?.segment ?? null),
    amount: numbers(now.amount),
    ownAmount: numbers(now.ownAmount),
    ownCurrency: coded(now.currency, events.currencies),
    createdDate: dates(events.createdDay),
    closeDate: dates(now.closeDate),
    closedDate: dates(now.closedDay),
    probability: view((row) => {
      const scaled = now.probability[row] ?? -1;
      return scaled < 0 ? null : scaled / PROBABILITY_SCALE;
    }),
    category: view((row) => CATEGORIES[now.category[row] ?? -1] ?? null),
    nextStep: coded(now.nextStep, events.nextSteps),
    products: view((row) => events.productLists[now.products[row] ?? -1]?.map(({ id }) => id) ?? null),
    deleted: view((row) => now.deleted[row] === 1),
  });
  return existing(table, now.exists);
}

/** Hides the rows of what had not been created yet: a mask over the same columns. */
function existing(table: ColumnTable, exists: Uint8Array): ColumnTable {
  if (!exists.includes(0)) return table;
  const filter = new BitSet(exists.length);
  for (let row = 0; row < exists.length; row++) if (exists[row]) filter.set(row);
  return table.create({ filter });
}

function visitTable(tables: Tables): ColumnTable {
  const { events, visits, asOf } = tables;
  const view = (at: (i: number) => unknown): Column => new ViewColumn(visits.length, at);
  return new PipelineTable({
    opportunity: view((i) => events.ids[visits.row[i] ?? 0]),
    pipeline: view((i) => events.stages.at(visits.stage[i] ?? -1).pipeline),
    stage: view((i) => events.stages.at(visits.stage[i] ?? -1).id),
    rank: visits.rank,
    entered: dates(visits.enteredDay),
    left: dates(visits.leftDay),
    days: view((i) => {
      const entered = visits.enteredDay[i] ?? NO_DAY;
      const left = visits.leftDay[i] ?? NO_DAY;
      return entered === NO_DAY ? null : (left === NO_DAY ? asOf : left) - entered;
    }),
    exit: view((i) => EXITS[visits.exit[i] ?? 0]),
  });
}

function changeTable({ events, now, asOf }: Tables): ColumnTable {
  const rows: number[] = [];
  const indices: number[] = [];
  const fields: string[] = [];
  const readers = Object.entries(changeReaders());
  for (let row = 0; row < events.size; row++) {
    if (!now.exists[row]) continue;
    for (let event = events.start[row] ?? 0; event < (events.start[row + 1] ?? 0); event++) {
      if ((events.day[event] ?? 0) > asOf) break;
      for (const [field, read] of readers) {
        if (read(event) === undefined) continue;
        rows.push(row);
        indices.push(event);
        fields.push(field);
      }
    }
  }
  const readerOf = new Map(readers);
  return new PipelineTable({
    opportunity: new ViewColumn(rows.length, (i) => events.ids[rows[i] ?? 0]),
    date: new ViewColumn(rows.length, (i) => maybeDateOf(events.day[indices[i] ?? 0] ?? NO_DAY)),
    field: fields,
    value: new ViewColumn(rows.length, (i) => readerOf.get(fields[i] ?? '')?.(indices[i] ?? 0) ?? null),
  });

  /** What an event sets, by field; undefined where it sets nothing. */
  function changeReaders(): Record<string, (event: number) => unknown> {
    const text = (codes: Int32Array, dictionary: Dictionary) => (event: number) =>
      codes[event] === UNSET ? undefined : dictionary.at(codes[event] ?? -1);
    const number = (values: Float64Array) => (event: number) => {
      const value = values[event] ?? Infinity;
      return value === Infinity ? undefined : Number.isNaN(value) ? null : value;
    };
    return {
      stage: (event) =>
        (events.stage[event] ?? UNSET) < 0 ? undefined : events.stages.at(events.stage[event] ?? 0).id,
      amount: number(events.amount),
      currency: text(events.currency, events.currencies),
      closeDate: (event) => {
        const day = events.closeDate[event] ?? UNSET_DAY;
        return day === UNSET_DAY ? undefined : maybeDateOf(day);
      },
      partner: text(events.partner, events.partners),
      owner: text(events.owner, events.owners),
      nextStep: text(events.nextStep, events.nextSteps),
      probability: number(events.probability),
      category: (event) =>
        events.category[event] === UNSET ? undefined : (CATEGORIES[events.category[event] ?? -1] ?? null),
      products: (event) => events.productLists[events.products[event] ?? -1]?.map(({ id }) => id),
      deleted: (event) => (events.deleted[event] === UNSET ? undefined : events.deleted[event] === 1),
      activity: (event) =>
        events.activity[event] === UNSET ? undefined : events.activity[event] === 0 ? 'partner' : 'vendor',
    };
  }
}

function partnerTable(tables: Tables): ColumnTable {
  const { events, log, tiers } = tables;
  const partner = (code: number) => log.document.partners[code];
  const view = (at: (code: number) => unknown): Column => new ViewColumn(events.partners.size, at);
  const table = new PipelineTable({
    id: events.partners.values,
    name: view((code) => partner(code)?.name ?? null),
    parent: view((code) => partner(code)?.parentId ?? null),
    region: view((code) => partner(code)?.region ?? null),
    tier: view((code) => tiers[code] ?? null),
  });
  return existing(table, metPartners(tables));
}

/** 1 for the partners of the document and for other ids that anything up to the as-of names. */
function metPartners({ events, log, now, asOf }: Tables): Uint8Array {
  const met = new Uint8Array(events.partners.size).fill(1, 0, log.document.partners.length);
  for (let row = 0; row < events.size; row++) {
    if (!now.exists[row]) continue;
    for (let event = events.start[row] ?? 0; event < (events.start[row + 1] ?? 0); event++) {
      const partner = events.partner[event] ?? -1;
      if (partner >= 0 && (events.day[event] ?? 0) <= asOf) met[partner] = 1;
    }
    for (const { partner, day } of log.credits[row] ?? []) if (day <= asOf) met[partner] = 1;
  }
  for (const { partner } of log.registrations) met[partner] = 1;
  return met;
}

function creditTable({ events, log, now, asOf }: Tables): ColumnTable {
  const credits = log.credits.flatMap((list, row) =>
    now.exists[row]
      ? (list ?? []).filter(({ day }) => day <= asOf).map((credit) => Object.assign({ row }, credit))
      : [],
  );
  const view = (at: (credit: (typeof credits)[number]) => unknown): unknown[] => credits.map(at);
  return new PipelineTable({
    opportunity: view(({ row }) => events.ids[row]),
    partner: view(({ partner }) => events.partners.at(partner)),
    role: view(({ role }) => role),
    date: view(({ day }) => maybeDateOf(day)),
    share: view(({ share }) => share),
  });
}

function registrationTable({ events, log, asOf }: Tables): ColumnTable {
  const known = log.registrations.map((registration) => ({
    registration,
    until: registration.events.filter(({ day }) => day <= asOf),
  }));
  const view = (at: (entry: (typeof known)[number]) => unknown): unknown[] => known.map(at);
  return new PipelineTable({
    id: view(({ registration }) => registration.id),
    partner: view(({ registration }) => events.partners.at(registration.partner)),
    opportunity: view(({ registration }) => registration.opportunityId),
    state: view(({ until }) => until.findLast(({ state }) => state !== null)?.state ?? null),
    submitted: view(({ registration }) => maybeDateOf(submittedDay(registration, asOf))),
    extensions: view(({ until }) => until.filter(({ state }) => state === null).length),
  });
}

function recordTable<R extends object>(
  records: readonly R[],
  names: readonly (keyof R & string)[],
): ColumnTable {
  return new PipelineTable(
    Object.fromEntries(names.map((name) => [name, records.map((record) => record[name] ?? null)])),
  );
}

function coded(codes: Int32Array, dictionary: Dictionary): Column {
  return new ViewColumn(codes.length, (row) => dictionary.at(codes[row] ?? -1));
}

function dates(days: Int32Array): Column {
  return new ViewColumn(days.length, (row) => maybeDateOf(days[row] ?? NO_DAY));
}

function numbers(values: Float64Array): Column {
  return new ViewColumn(values.length, (row) => {
    const value = values[row] ?? Number.NaN;
    return Number.isNaN(value) ? null : value;
  });
}
