import { Growing } from './growing.js';
import type { StageIndex } from './stage-index.js';

/** The columns of the log that `mergeStages` reads. */
interface StageColumns {
  readonly size: number;
  readonly start: Int32Array;
  readonly at: Float64Array;
  readonly day: Int32Array;
  readonly stage: Int32Array;
  readonly lostReason: Int32Array;
  readonly amount: Float64Array;
  readonly currency: Int32Array;
  readonly partner: Int32Array;
}

/** Kinds of a run's stage, in the order of their codes. */
export const OPEN = 0;
export const WON = 1;
export const LOST = 2;
export const UNMAPPED = 3;

/**
 * The stage events with equal neighbours merged: each run is a stay in one stage, from its first event
 * to the next run's. The runs up to a day are a prefix of an opportunity's runs, so an as-of is a count.
 */
export interface StageRuns {
  /** Runs of opportunity i are those from `start[i]` to before `start[i + 1]`. */
  readonly start: Int32Array;
  /** Code of the stage. */
  readonly stage: Int32Array;
  readonly at: Float64Array;
  readonly day: Int32Array;
  /** `OPEN`, `WON`, `LOST` or `UNMAPPED`. */
  readonly kind: Int8Array;
  /** 1…K open, K + 1 won, 0 else. */
  readonly rank: Int32Array;
  /** The first lost reason among the merged rows, −1 without one, and the day on which it was given. */
  readonly lostReason: Int32Array;
  readonly lostReasonDay: Int32Array;
  /** State at the run's first instant, all events of that instant included. NaN unknown. */
  readonly amount: Float64Array;
  /** −1 unknown. */
  readonly currency: Int32Array;
  /** −1 none. */
  readonly partner: Int32Array;
}

const KINDS = { open: OPEN, won: WON, lost: LOST, unmapped: UNMAPPED } as const;

export function mergeStages(log: StageColumns, stages: StageIndex): StageRuns {
  const start = new Int32Array(log.size + 1);
  const stage = new Growing((n) => new Int32Array(n));
  const at = new Growing((n) => new Float64Array(n));
  const day = new Growing((n) => new Int32Array(n));
  const kind = new Growing((n) => new Int8Array(n));
  const rank = new Growing((n) => new Int32Array(n));
  const reasons: number[] = [];
  const reasonDays: number[] = [];
  const amounts = new Growing((n) => new Float64Array(n));
  const currencies = new Growing((n) => new Int32Array(n));
  const partners = new Growing((n) => new Int32Array(n));

  for (let i = 0; i < log.size; i++) {
    const end = log.start[i + 1] ?? 0;
    const first = stage.length;
    let last = -1;
    let amount = Number.NaN;
    let currency = -1;
    let partner = -1;
    let read = log.start[i] ?? 0;
    for (let event = read; event < end; event++) {
      // The state of an instant holds all of its events, so read ahead to its last one.
      for (; read < end && (log.at[read] ?? 0) <= (log.at[event] ?? 0); read++) {
        const set = log.amount[read] ?? Infinity;
        if (set !== Infinity) amount = set;
        if ((log.currency[read] ?? -2) > -2) currency = log.currency[read] ?? -1;
        if ((log.partner[read] ?? -2) > -2) partner = log.partner[read] ?? -1;
      }
      const code = log.stage[event] ?? -2;
      if (code < 0) continue;
      const reason = log.lostReason[event] ?? -1;
      if (code === last && stage.length > first) {
        const run = stage.length - 1;
        if (reasons[run] === -1 && reason !== -1) {
          reasons[run] = reason;
          reasonDays[run] = log.day[event] ?? 0;
        }
        continue;
      }
      last = code;
      const entry = stages.at(code);
      stage.push(code);
      at.push(log.at[event] ?? 0);
      day.push(log.day[event] ?? 0);
      kind.push(KINDS[entry.kind]);
      rank.push(entry.rank);
      reasons.push(reason);
      reasonDays.push(log.day[event] ?? 0);
      amounts.push(amount);
      currencies.push(currency);
      partners.push(partner);
    }
    start[i + 1] = stage.length;
  }
  return {
    start,
    stage: stage.done(),
    at: at.done(),
    day: day.done(),
    kind: kind.done(),
    rank: rank.done(),
    lostReason: Int32Array.from(reasons),
    lostReasonDay: Int32Array.from(reasonDays),
    amount: amounts.done(),
    currency: currencies.done(),
    partner: partners.done(),
  };
}
