import { fiscalPeriod, weekday } from '@pipeline-kit/model/schema';
import type { Deal } from './deal.js';
import { shifted } from './exponential.js';
import type { Random } from './random.js';
import { businessStages, habits, pipelines, renewalStages, turn, type StageTruth } from './truth.js';

/** A step of an opportunity's way, on a day. */
export interface Step {
  readonly day: number;
  readonly pipeline: string;
  readonly stage: string;
}

/** The steps of an opportunity from its creation to its end, or to the last day. */
export function journeyOf(deal: Deal, lastDay: number, random: Random): readonly Step[] {
  const steps: Step[] = [{ day: deal.createdDay, pipeline: deal.pipeline, stage: deal.firstStage }];
  // A way of more than forty steps would be an accident of the numbers, not a story.
  while (steps.length < 40) {
    const next = following(deal, steps, lastDay, random);
    if (!next || next.day > lastDay) break;
    steps.push(next);
  }
  return steps;
}

function following(deal: Deal, steps: readonly Step[], lastDay: number, random: Random): Step | null {
  const last = steps.at(-1)!;
  const open = last.pipeline === pipelines.renewal ? renewalStages : businessStages;
  const rank = open.findIndex((stage) => stage.id === last.stage);
  if (rank < 0) return reopened(steps, random);
  if (random.chance(habits.stuck)) return null;

  const stage = open[rank]!;
  const changed = stage.id === turn.stage && last.day >= lastDay - turn.daysAgo;
  const slow = deal.customer.segment === 'Enterprise' ? 1.3 : 1;
  const days = random.logNormal((changed ? turn.medianDays : stage.medianDays) * slow, 1);
  const at = (day: number, to: string, pipeline: string = last.pipeline): Step => ({
    day,
    pipeline,
    stage: to,
  });

  if (rank > 0 && random.chance(habits.back)) return at(workday(last.day + days), open[rank - 1]!.id);
  if (last.pipeline === pipelines.business && random.chance(habits.moved)) {
    return at(workday(last.day + days), 'upcoming', pipelines.renewal);
  }
  if (!random.chance(advanceOf(deal, stage, changed))) {
    return at(cleanedUp(workday(last.day + days * 1.15), random), 'lost');
  }
  const to = rank + (random.chance(habits.skip) ? 2 : 1);
  return to < open.length
    ? at(workday(last.day + days), open[to]!.id)
    : at(rushed(workday(last.day + days), last.day, random), 'won');
}

/** How likely this opportunity is to move on rather than to be lost. */
function advanceOf(deal: Deal, stage: StageTruth, changed: boolean): number {
  const large = deal.customer.segment === 'Enterprise';
  const shift =
    (deal.partner?.skill ?? -0.1) + (deal.registered ? 0.2 : -0.1) - (large ? (changed ? 0.4 : 0.1) : 0);
  return shifted(changed ? turn.advance : stage.advance, shift);
}

function reopened(steps: readonly Step[], random: Random): Step | null {
  const closed = steps.at(-1)!;
  const before = steps.at(-2);
  if (!before) return null;
  if (!random.chance(closed.stage === 'won' ? habits.reopenWon : habits.reopenLost)) return null;
  return { ...before, day: workday(closed.day + random.integer(5, 90)) };
}

/** The day, or the Monday after it. */
function workday(day: number): number {
  const whole = Math.floor(day);
  const ahead = weekday(whole);
  return ahead > 5 ? whole + 8 - ahead : whole;
}

/** Many sales of a quarter's last weeks are made in its last days. */
function rushed(day: number, earliest: number, random: Random): number {
  const quarter = quarterOf(day);
  const last = quarter.to - 1 - random.integer(0, 6);
  if (quarter.to - day <= 35 && random.chance(0.55)) return Math.max(day, last);
  const before = quarter.from - 1 - random.integer(0, 3);
  return day - quarter.from < 10 && before >= earliest && random.chance(0.35) ? before : day;
}

/** What was hoped for until a quarter's end is given up in the days after. */
function cleanedUp(day: number, random: Random): number {
  const { to } = quarterOf(day);
  return to - day <= 25 && random.chance(0.3) ? to + random.integer(0, 6) : day;
}

function quarterOf(day: number): { readonly from: number; readonly to: number } {
  return fiscalPeriod(day, 'quarter', { kind: 'gregorian' });
}
