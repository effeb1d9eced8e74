import { dayOf, isCalendarDate, NO_DAY } from '../schema/calendar-date.js';
import type { At, Category, Changes, PipelineDocument, ProductLine } from '../schema/document.js';
import { instantMs } from '../schema/instant.js';
import type { TimeZone } from '../schema/time-zone.js';
import { CATEGORIES } from './categories.js';
import { Dictionary } from './dictionary.js';
import { Growing } from './growing.js';
import { mergeStages, type StageRuns } from './stage-runs.js';
import { StageIndex } from './stage-index.js';

/** In columns where null is −1 (unknown): this event does not set the field. */
export const UNSET: number = -2;

/**
 * Every event of every opportunity as typed columns, in order: opportunity, then instant, then place
 * in the document. Undated events come first, at −Infinity. Built once; nothing here depends on an as-of.
 */
export interface EventLog {
  readonly size: number;
  /** Events of opportunity i are those from `start[i]` to before `start[i + 1]`. */
  readonly start: Int32Array;
  /** Epoch milliseconds; −Infinity for an undated event. */
  readonly at: Float64Array;
  /** Day in the report zone; `NO_DAY` for an undated event. */
  readonly day: Int32Array;
  /** Code of the stage (pipeline and id together). */
  readonly stage: Int32Array;
  readonly lostReason: Int32Array;
  /** Minor units; NaN unknown, Infinity not set. */
  readonly amount: Float64Array;
  readonly currency: Int32Array;
  /** `NO_DAY` for null, `UNSET_DAY` when not set. */
  readonly closeDate: Int32Array;
  readonly partner: Int32Array;
  readonly owner: Int32Array;
  readonly nextStep: Int32Array;
  /** Index into `productLists`. */
  readonly products: Int32Array;
  /** NaN null, Infinity not set. */
  readonly probability: Float64Array;
  readonly category: Int8Array;
  /** 1 deleted, 0 restored, `UNSET` untouched. */
  readonly deleted: Int8Array;
  /** 0 partner, 1 vendor, `UNSET` none. */
  readonly activity: Int8Array;

  readonly ids: readonly string[];
  readonly createdAt: Float64Array;
  readonly createdDay: Int32Array;
  /** The opportunity's own pipeline, as a code of `pipelines`. */
  readonly pipeline: Int32Array;

  readonly stages: StageIndex;
  readonly pipelines: Dictionary;
  readonly currencies: Dictionary;
  /** Partners of the document come first, in document order. */
  readonly partners: Dictionary;
  readonly owners: Dictionary;
  readonly nextSteps: Dictionary;
  readonly lostReasons: Dictionary;
  readonly productLists: readonly (readonly ProductLine[])[];
  readonly runs: StageRuns;
}

/** A close date that an event does not set. */
export const UNSET_DAY: number = NO_DAY + 1;

export function eventLog(document: PipelineDocument, zone: TimeZone): EventLog {
  const { opportunities } = document;
  const size = opportunities.length;
  const start = new Int32Array(size + 1);
  const createdAt = new Float64Array(size);
  const createdDay = new Int32Array(size);
  const ownPipeline = new Int32Array(size);
  const columns = eventColumns();
  const dictionaries = {
    stages: new StageIndex(document),
    pipelines: new Dictionary(),
    currencies: new Dictionary(),
    partners: new Dictionary(),
    owners: new Dictionary(),
    nextSteps: new Dictionary(),
    lostReasons: new Dictionary(),
  };
  for (const { id } of document.partners) dictionaries.partners.code(id);
  for (const id of dictionaries.stages.pipelines.keys()) dictionaries.pipelines.code(id);
  const productLists: (readonly ProductLine[])[] = [];

  for (const [i, opportunity] of opportunities.entries()) {
    const created = moment(opportunity.createdAt, zone);
    createdAt[i] = created.at === -Infinity ? Number.NaN : created.at;
    createdDay[i] = created.day;
    const own = opportunity.pipeline ?? dictionaries.stages.firstPipeline;
    ownPipeline[i] = dictionaries.pipelines.code(own);
    let pipeline = own;
    for (const { at, day, set } of inOrder(opportunity.history, zone)) {
      columns.at.push(at);
      columns.day.push(day);
      if (set.stage === undefined) columns.stage.push(UNSET);
      else {
        if (set.pipeline !== undefined) pipeline = set.pipeline;
        dictionaries.pipelines.code(pipeline);
        columns.stage.push(dictionaries.stages.code(pipeline, set.stage));
      }
      columns.lostReason.push(dictionaries.lostReasons.code(set.lostReason));
      columns.amount.push(set.amount === undefined ? Infinity : (set.amount ?? Number.NaN));
      columns.currency.push(set.currency === undefined ? UNSET : dictionaries.currencies.code(set.currency));
      columns.closeDate.push(closeDay(set.closeDate));
      columns.partner.push(set.partner === undefined ? UNSET : dictionaries.partners.code(set.partner));
      columns.owner.push(set.owner === undefined ? UNSET : dictionaries.owners.code(set.owner));
      columns.nextStep.push(set.nextStep === undefined ? UNSET : dictionaries.nextSteps.code(set.nextStep));
      columns.products.push(set.products === undefined ? UNSET : productLists.push(set.products) - 1);
      columns.probability.push(set.probability === undefined ? Infinity : (set.probability ?? Number.NaN));
      columns.category.push(categoryCode(set.category));
      columns.deleted.push(set.deleted === undefined ? UNSET : set.deleted ? 1 : 0);
      columns.activity.push(set.activity === undefined ? UNSET : set.activity === 'partner' ? 0 : 1);
    }
    start[i + 1] = columns.at.length;
  }

  const done = Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column.done()])) as {
    [K in keyof typeof columns]: ReturnType<(typeof columns)[K]['done']>;
  };
  return {
    size,
    start,
    ...done,
    ids: opportunities.map(({ id }) => id),
    createdAt,
    createdDay,
    pipeline: ownPipeline,
    ...dictionaries,
    productLists,
    runs: mergeStages({ size, start, ...done }, dictionaries.stages),
  };
}

function eventColumns() {
  const int8 = (): Growing<Int8Array> => new Growing((n) => new Int8Array(n));
  const int32 = (): Growing<Int32Array> => new Growing((n) => new Int32Array(n));
  const float64 = (): Growing<Float64Array> => new Growing((n) => new Float64Array(n));
  return {
    at: float64(),
    day: int32(),
    stage: int32(),
    lostReason: int32(),
    amount: float64(),
    currency: int32(),
    closeDate: int32(),
    partner: int32(),
    owner: int32(),
    nextStep: int32(),
    products: int32(),
    probability: float64(),
    category: int8(),
    deleted: int8(),
    activity: int8(),
  };
}

/** The history by instant; equal instants keep the order of the document. */
function inOrder(
  history: readonly { readonly at: At; readonly set: Changes }[],
  zone: TimeZone,
): { at: number; day: number; set: Changes }[] {
  const events = history.map(({ at, set }) => ({ ...moment(at, zone), set }));
  for (let i = 1; i < events.length; i++) {
    if ((events[i]?.at ?? 0) < (events[i - 1]?.at ?? 0)) return events.sort(byInstant);
  }
  return events;
}

/** Not a difference: −Infinity minus itself is no number. */
function byInstant(a: { at: number }, b: { at: number }): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : 0;
}

/** When it was: a calendar date is the start of that day in the report zone, null is since always. */
export function moment(at: At, zone: TimeZone): { at: number; day: number } {
  if (at === null) return { at: -Infinity, day: NO_DAY };
  if (isCalendarDate(at)) {
    const day = dayOf(at);
    return { at: zone.startOf(day), day };
  }
  const ms = instantMs(at);
  if (ms === null) throw new RangeError(`invalid instant: ${at}`);
  return { at: ms, day: zone.dayOf(ms) };
}

function closeDay(date: string | null | undefined): number {
  return date === undefined ? UNSET_DAY : date === null ? NO_DAY : dayOf(date);
}

function categoryCode(category: Category | null | undefined): number {
  return category === undefined ? UNSET : category === null ? -1 : CATEGORIES.indexOf(category);
}
