import { NO_DAY } from '../schema/calendar-date.js';
import { gregorianPeriod } from '../schema/fiscal-calendar.js';
import { UNSET_DAY } from '../tables/event-log.js';
import { LOST, WON } from '../tables/stage-runs.js';
import type { Tables } from '../tables/tables.js';

/** A counted change of a close date, as day numbers; `NO_DAY` is no date. */
export interface DayMove {
  readonly day: number;
  readonly from: number;
  readonly to: number;
  readonly kind: 'push' | 'pullIn' | 'set' | 'cleared';
  /** Null when one of the dates is none. */
  readonly days: number | null;
  readonly slip: boolean;
}

const SAME_EDIT_MS = 60 * 60_000;

/**
 * How an opportunity's close date was moved up to the as-of. Edits at most an hour apart are one
 * change to the last of them, so correcting a typing mistake is no move. The first value only sets
 * the date, and a change counts while the opportunity is open.
 */
export function closeDateMoves(tables: Tables, row: number, unit: 'month' | 'quarter'): DayMove[] {
  const moves: DayMove[] = [];
  let from: number | undefined;
  for (const { at, day, value } of edits(tables, row)) {
    if (from !== undefined && value !== from && openAt(tables, row, at)) {
      moves.push(move(day, from, value, unit, tables.settings.startMonth));
    }
    from = value;
  }
  return moves;
}

interface Edit {
  at: number;
  day: number;
  value: number;
}

/** Values of the close date: last per instant, equal neighbours merged, near ones collapsed to their last. */
function edits({ events, asOf }: Tables, row: number): Edit[] {
  const perInstant: Edit[] = [];
  const end = events.start[row + 1] ?? 0;
  for (let event = events.start[row] ?? 0; event < end && (events.day[event] ?? 0) <= asOf; event++) {
    const value = events.closeDate[event] ?? UNSET_DAY;
    if (value === UNSET_DAY) continue;
    const at = events.at[event] ?? 0;
    const last = perInstant.at(-1);
    if (last?.at === at) last.value = value;
    else perInstant.push({ at, day: events.day[event] ?? NO_DAY, value });
  }
  const collapsed: Edit[] = [];
  let before: Edit | undefined;
  for (const edit of perInstant) {
    if (before?.value === edit.value) continue;
    if (before && edit.at - before.at <= SAME_EDIT_MS) collapsed.pop();
    collapsed.push(edit);
    before = edit;
  }
  return collapsed;
}

function move(day: number, from: number, to: number, unit: 'month' | 'quarter', startMonth: number): DayMove {
  if (from === NO_DAY) return { day, from, to, kind: 'set', days: null, slip: false };
  if (to === NO_DAY) return { day, from, to, kind: 'cleared', days: null, slip: false };
  const slip = to > from && to >= gregorianPeriod(from, unit, startMonth).to;
  return { day, from, to, kind: to > from ? 'push' : 'pullIn', days: to - from, slip };
}

/** Whether the opportunity was open at an instant, all events of the instant included. */
function openAt({ events, now }: Tables, row: number, at: number): boolean {
  const { runs } = events;
  let kind: number | undefined;
  const end = now.runEnd[row] ?? 0;
  for (let run = runs.start[row] ?? 0; run < end && (runs.at[run] ?? 0) <= at; run++) kind = runs.kind[run];
  return kind !== WON && kind !== LOST;
}
