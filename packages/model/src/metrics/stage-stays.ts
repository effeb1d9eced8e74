import { NO_DAY } from '../schema/calendar-date.js';
import { OPEN } from '../tables/stage-runs.js';
import type { Tables } from '../tables/tables.js';
import { EXITS } from '../tables/visits.js';
import type { VelocityBasis } from './stage-velocity-result.js';

/** One duration in a stage: a visit, or what an opportunity's visits add up to. */
export interface StageStay {
  readonly row: number;
  /** Rank of the stage, from 1. */
  readonly rank: number;
  /** Index into `EXITS`; the last one is a running stay. */
  readonly exit: number;
  /** Of the (first) visit; `NO_DAY` when it began, or with 'cumulative' any visit did, at an undated event. */
  readonly enteredDay: number;
  readonly days: number;
  readonly milliseconds: number;
  /** Visits among these that ended within a minute. */
  readonly passThrough: number;
}

const RUNNING = EXITS.indexOf('open');
const MINUTE = 60_000;

/**
 * Every stay in the open stages of a pipeline up to the as-of, of the opportunities that are not deleted.
 *
 * @yields Stays in order of their opportunities.
 */
export function* stageStays(tables: Tables, pipeline: string, basis: VelocityBasis): Generator<StageStay> {
  const { events, now, visits } = tables;
  const end = events.stages.of(pipeline).open.length;
  const isHere = (visit: number): boolean =>
    events.stages.entries[visits.stage[visit] ?? -1]?.pipeline === pipeline;
  const read = visitReader(tables);
  for (let visit = 0; visit < visits.length;) {
    const row = visits.row[visit] ?? 0;
    const here: StageStay[] = [];
    for (; visit < visits.length && visits.row[visit] === row; visit++) {
      if (now.live[row] && isHere(visit)) here.push(read(visit));
    }
    if (basis === 'visit') {
      yield* here;
      continue;
    }
    for (let rank = 1; rank <= end; rank++) {
      const stays = here.filter((stay) => stay.rank === rank);
      const first = stays[0];
      if (first) yield basis === 'first' ? first : total(stays, first, rankNow(tables, row, pipeline));
    }
  }
}

function visitReader({ asOf, settings, visits }: Tables): (visit: number) => StageStay {
  const endOfAsOf = settings.zone.startOf(asOf + 1);
  return (visit) => {
    const exit = visits.exit[visit] ?? RUNNING;
    const enteredDay = visits.enteredDay[visit] ?? NO_DAY;
    const leftDay = exit === RUNNING ? asOf : (visits.leftDay[visit] ?? NO_DAY);
    const leftAt = exit === RUNNING ? endOfAsOf : (visits.leftAt[visit] ?? Number.NaN);
    const milliseconds = leftAt - (visits.enteredAt[visit] ?? Number.NaN);
    return {
      row: visits.row[visit] ?? 0,
      rank: visits.rank[visit] ?? 0,
      exit,
      enteredDay,
      // A zone that is set back across midnight has the same day twice.
      days: Math.max(0, leftDay - enteredDay),
      milliseconds,
      passThrough: exit !== RUNNING && milliseconds < MINUTE ? 1 : 0,
    };
  };
}

/**
 * The visits of one opportunity to one stage as one duration. While it stands at a lower rank it may come
 * back and the total can still grow, so it is running.
 */
function total(stays: readonly StageStay[], first: StageStay, rankNow: number): StageStay {
  const sum = (of: (stay: StageStay) => number): number => stays.reduce((all, stay) => all + of(stay), 0);
  const stepsBack = rankNow > 0 && rankNow < first.rank;
  return {
    ...first,
    exit: stepsBack ? RUNNING : (stays.at(-1)?.exit ?? RUNNING),
    enteredDay: stays.some(({ enteredDay }) => enteredDay === NO_DAY) ? NO_DAY : first.enteredDay,
    days: sum(({ days }) => days),
    milliseconds: sum(({ milliseconds }) => milliseconds),
    passThrough: sum(({ passThrough }) => passThrough),
  };
}

/** Rank of the open stage of the pipeline in which it stands now, 0 for anything else. */
function rankNow({ events, now }: Tables, row: number, pipeline: string): number {
  const stage = events.stages.entries[now.stage[row] ?? -1];
  return now.kind[row] === OPEN && stage?.pipeline === pipeline ? stage.rank : 0;
}
