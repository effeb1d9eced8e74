import { NO_DAY } from '../schema/calendar-date.js';
import { UNSET, UNSET_DAY, type EventLog } from './event-log.js';
import { tenThousandths } from './probability.js';
import type { Rates } from './rates.js';
import { LOST, OPEN, UNMAPPED, WON } from './stage-runs.js';

/** Where a probability or a category comes from: nowhere, the stage, or the opportunity itself. */
export const FROM_NONE = 0;
export const FROM_STAGE = 1;
export const FROM_OPPORTUNITY = 2;

/**
 * Every opportunity as it stood at the end of a day: one row each, row i being opportunity i of the
 * document whatever the day, so a mask made for one day serves all others.
 */
export interface Snapshot {
  /** 1 where the opportunity had been created; the other columns mean nothing where it is 0. */
  readonly exists: Uint8Array;
  readonly deleted: Uint8Array;
  /** 1 where it exists and is not deleted: what nearly every metric counts. */
  readonly live: Uint8Array;
  /** The runs known at the day are those from `log.runs.start[i]` to before `runEnd[i]`. */
  readonly runEnd: Int32Array;
  /** Code of the stage it stands in, −1 before any. */
  readonly stage: Int32Array;
  /** Kind of the last stage: `OPEN`, `WON`, `LOST` or `UNMAPPED` (also before any stage). */
  readonly kind: Int8Array;
  /** `OPEN`, `WON` or `LOST`. */
  readonly outcome: Int8Array;
  /** First run of the standing closing, −1 while open. */
  readonly closedRun: Int32Array;
  /** Closing day; `NO_DAY` while open or when it was closed at an undated event. */
  readonly closedDay: Int32Array;
  /** Its partner: the present one while open, the one at the closing when closed; −1 is direct. */
  readonly partner: Int32Array;
  /** The partner set last, whatever the outcome. */
  readonly presentPartner: Int32Array;
  readonly owner: Int32Array;
  /** Minor units of `currency`; NaN unknown. */
  readonly ownAmount: Float64Array;
  readonly currency: Int32Array;
  /** In the reporting currency by the rate policy; NaN is unpriced. */
  readonly amount: Float64Array;
  readonly closeDate: Int32Array;
  /** Ten-thousandths, −1 without one. */
  readonly probability: Int32Array;
  readonly probabilitySource: Int8Array;
  /** Index into `CATEGORIES`, −1 none. */
  readonly category: Int8Array;
  readonly nextStep: Int32Array;
  /** Index into `log.productLists`, −1 unknown. */
  readonly products: Int32Array;
  /** Day of the last dated event, `NO_DAY` without one. */
  readonly lastEventDay: Int32Array;
  /** Σ |amount|, to refuse what doubles could not add exactly. */
  readonly total: number;
}

/** The state of every opportunity at the end of the day `asOf`. */
export function snapshot(log: EventLog, rates: Rates, asOf: number): Snapshot {
  const n = log.size;
  const int32 = (fill: number): Int32Array => new Int32Array(n).fill(fill);
  const columns = {
    exists: new Uint8Array(n),
    deleted: new Uint8Array(n),
    live: new Uint8Array(n),
    runEnd: log.runs.start.slice(0, n),
    stage: int32(-1),
    kind: new Int8Array(n).fill(UNMAPPED),
    outcome: new Int8Array(n),
    closedRun: int32(-1),
    closedDay: int32(NO_DAY),
    partner: int32(-1),
    presentPartner: int32(-1),
    owner: int32(-1),
    ownAmount: new Float64Array(n).fill(Number.NaN),
    currency: int32(-1),
    amount: new Float64Array(n).fill(Number.NaN),
    closeDate: int32(NO_DAY),
    probability: int32(-1),
    probabilitySource: new Int8Array(n),
    category: new Int8Array(n).fill(-1),
    nextStep: int32(-1),
    products: int32(-1),
    lastEventDay: int32(NO_DAY),
  };
  let total = 0;
  for (let i = 0; i < n; i++) {
    const created = log.createdDay[i] ?? NO_DAY;
    if (created !== NO_DAY && created > asOf) continue;
    columns.exists[i] = 1;
    standing(log, columns, i, asOf);
    lastValues(log, columns, i, asOf);
    columns.live[i] = columns.deleted[i] ? 0 : 1;
    if (columns.outcome[i] === OPEN) columns.partner[i] = columns.presentPartner[i] ?? -1;
    const amount = priced(log, columns, i, rates, asOf, created);
    columns.amount[i] = amount;
    if (!Number.isNaN(amount)) total += Math.abs(amount);
  }
  return { ...columns, total };
}

type Writable = { -readonly [K in Exclude<keyof Snapshot, 'total'>]: Snapshot[K] };

/** Stage, outcome and closing from the runs up to the day. */
function standing(log: EventLog, columns: Writable, i: number, asOf: number): void {
  const { runs } = log;
  const first = runs.start[i] ?? 0;
  const last = runs.start[i + 1] ?? 0;
  let end = first;
  while (end < last && (runs.day[end] ?? 0) <= asOf) end += 1;
  columns.runEnd[i] = end;
  if (end === first) return;
  const kind = runs.kind[end - 1] ?? UNMAPPED;
  columns.stage[i] = runs.stage[end - 1] ?? -1;
  columns.kind[i] = kind;
  if (kind !== WON && kind !== LOST) return;
  let closing = end - 1;
  while (closing > first && runs.kind[closing - 1] === kind) closing -= 1;
  columns.outcome[i] = kind;
  columns.closedRun[i] = closing;
  columns.closedDay[i] = runs.day[closing] ?? NO_DAY;
  columns.partner[i] = runs.partner[closing] ?? -1;
}

/** The last value of every field that events set. */
function lastValues(log: EventLog, columns: Writable, i: number, asOf: number): void {
  const end = log.start[i + 1] ?? 0;
  const enteredAt =
    (columns.runEnd[i] ?? 0) > (log.runs.start[i] ?? 0)
      ? log.runs.at[(columns.runEnd[i] ?? 0) - 1]
      : -Infinity;
  let probability = Number.NaN;
  let category = -1;
  for (let event = log.start[i] ?? 0; event < end && (log.day[event] ?? 0) <= asOf; event++) {
    // A stage change resets both; the same instant counts as after it.
    const standing = (log.at[event] ?? 0) >= (enteredAt ?? -Infinity);
    const amount = log.amount[event] ?? Infinity;
    if (amount !== Infinity) columns.ownAmount[i] = amount;
    set(columns.currency, i, log.currency[event]);
    set(columns.presentPartner, i, log.partner[event]);
    set(columns.owner, i, log.owner[event]);
    set(columns.nextStep, i, log.nextStep[event]);
    set(columns.products, i, log.products[event]);
    if (log.closeDate[event] !== UNSET_DAY) columns.closeDate[i] = log.closeDate[event] ?? NO_DAY;
    if (log.probability[event] !== Infinity)
      probability = standing ? (log.probability[event] ?? Number.NaN) : Number.NaN;
    if (log.category[event] !== UNSET) category = standing ? (log.category[event] ?? -1) : -1;
    if (log.deleted[event] !== UNSET) columns.deleted[i] = log.deleted[event] ?? 0;
    if (log.day[event] !== NO_DAY) columns.lastEventDay[i] = log.day[event] ?? NO_DAY;
  }
  const stage = columns.stage[i] ?? -1;
  const ofStage = log.stages.probability(stage);
  if (!Number.isNaN(probability)) {
    columns.probability[i] = tenThousandths(probability);
    columns.probabilitySource[i] = FROM_OPPORTUNITY;
  } else if (ofStage !== null) {
    columns.probability[i] = tenThousandths(ofStage);
    columns.probabilitySource[i] = FROM_STAGE;
  }
  columns.category[i] = category >= 0 ? category : log.stages.categoryCode(stage);
}

function set(column: Int32Array, i: number, value: number | undefined): void {
  if (value !== undefined && value !== UNSET) column[i] = value;
}

/** Closed: by the rate of the closing day; open: by the rate of the as-of. */
function priced(
  log: EventLog,
  columns: Writable,
  i: number,
  rates: Rates,
  asOf: number,
  created: number,
): number {
  const own = columns.ownAmount[i] ?? Number.NaN;
  const currency = log.currencies.at(columns.currency[i] ?? -1);
  if (Number.isNaN(own) || currency === null) return Number.NaN;
  const day = columns.outcome[i] === OPEN ? asOf : (columns.closedDay[i] ?? NO_DAY);
  return rates.convertByPolicy(own, currency, day, created) ?? Number.NaN;
}
