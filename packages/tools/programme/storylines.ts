import { fiscalPeriod, type Changes } from '@pipeline-kit/model/schema';
import { dayText, DAY, minuteOf, type Log } from './log.js';
import type { Deal } from './deal.js';
import type { Random } from './random.js';
import { habits, pipelines } from './truth.js';
import { owners } from './words/people.js';
import { lostReasons, nextSteps } from './words/products.js';
import { indexAt, type World } from './world.js';

/** One step of the journey, at its minute. */
export interface Moment {
  readonly minute: number;
  readonly pipeline: string;
  readonly stage: string;
}

/** What a storyline is told with. */
export interface Scene {
  readonly world: World;
  readonly deal: Deal;
  readonly moments: readonly Moment[];
  /** The minute after which nothing more happens: the end of the last day, or soon after a closing. */
  readonly end: number;
  readonly closed: 'won' | 'lost' | null;
  readonly random: Random;
  readonly log: Log;
}

/** The stages, with why it was lost. */
export function stages({ deal, moments, random, log }: Scene): void {
  for (const { minute, pipeline, stage } of moments) {
    const changes: Changes =
      pipeline === deal.pipeline && moments[0]?.pipeline === pipeline ? { stage } : { stage, pipeline };
    log.write(minute, stage === 'lost' ? { ...changes, lostReason: reason(random) } : changes);
  }
}
