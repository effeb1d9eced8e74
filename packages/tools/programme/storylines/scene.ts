import type { Deal } from '../deal.js';
import type { Log } from '../log.js';
import type { Random } from '../random.js';
import type { World } from '../world.js';

/** One step of the journey, at its minute. */
export interface Moment {
  readonly minute: number;
  readonly pipeline: string;
  readonly stage: string;
}

/** What a storyline is told with. Each writes its own fields, so their order does not matter. */
export interface Scene {
  readonly world: World;
  readonly deal: Deal;
  /** The first is the creation. */
  readonly moments: readonly Moment[];
  /** The minute of the standing won or lost; null while it is open. */
  readonly closed: number | null;
  /** From here on nothing is written: the closing, or the end of the last day. */
  readonly end: number;
  readonly random: Random;
  readonly log: Log;
}
