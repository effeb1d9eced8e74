import type { Opportunity, Registration } from '@pipeline-kit/model/schema';
import { creditsOf } from './credits.js';
import { dealOf } from './deal.js';
import { journeyOf } from './journey.js';
import { DAY, instantOf, log, minuteOf } from './log.js';
import { randomOf, type Random } from './random.js';
import { registrationsOf } from './registrations.js';
import { amounts } from './storylines/amounts.js';
import { closeDates } from './storylines/close-dates.js';
import { deletion } from './storylines/deletion.js';
import { followUp } from './storylines/follow-up.js';
import { forecastCalls } from './storylines/forecast-calls.js';
import { hands } from './storylines/hands.js';
import type { Moment, Scene } from './storylines/scene.js';
import { stages } from './storylines/stages.js';
import type { Step } from './journey.js';
import type { World } from './world.js';

/** An opportunity and the registrations that claim it. */
export interface Chapter {
  readonly opportunity: Opportunity;
  readonly registrations: readonly Registration[];
}

const storylines = [stages, amounts, closeDates, forecastCalls, hands, followUp, deletion];

/** The opportunity with this number. It depends on the seed and the number alone, so any part can be made. */
export function chapterOf(world: World, index: number): Chapter {
  const random = randomOf(world.plan.seed, 3, index);
  const deal = dealOf(world, index, random);
  // The last day ends at 22:00 UTC in Berlin's summer.
  const endOfLog = world.plan.lastDay * DAY + 22 * 60;
  const moments = momentsOf(journeyOf(deal, world.plan.lastDay, random), endOfLog, random);
  const last = moments.at(-1)!;
  const closed = last.stage === 'won' || last.stage === 'lost' ? last.minute : null;
  const scene: Scene = { world, deal, moments, closed, end: closed ?? endOfLog, random, log: log() };
  for (const tell of storylines) tell(scene);

  const credits = creditsOf(scene);
  const { id, name, pipeline, region, customer } = deal;
  const opportunity: Opportunity = {
    id,
    name,
    createdAt: instantOf(moments[0]!.minute),
    pipeline,
    customer: random.chance(0.01) ? {} : customer.customer,
    region: random.chance(0.02) ? null : region,
    segment: random.chance(0.03) ? null : customer.segment,
    attributes: { leadSource: leadSource(scene), strategic: random.chance(0.08) },
    history: scene.log.events(endOfLog),
    ...(credits.length > 0 && { credits }),
  };
  return { opportunity, registrations: registrationsOf(scene) };
}

/** Each step at a minute of its day, later than the one before and before the end. */
function momentsOf(steps: readonly Step[], end: number, random: Random): readonly Moment[] {
  const moments: Moment[] = [];
  let minute = 0;
  for (const { day, pipeline, stage } of steps) {
    minute = Math.max(minuteOf(day, random), minute + 1);
    if (minute >= end && moments.length > 0) break;
    moments.push({ minute: Math.min(minute, end - 1), pipeline, stage });
  }
  return moments;
}

function leadSource({ deal, random }: Scene): string {
  if (deal.partner && random.chance(0.75)) return 'Partner';
  return random.pick(['Campaign', 'Web', 'Trade fair', 'Existing customer']);
}
