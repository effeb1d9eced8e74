import { minuteOf, DAY } from '../log.js';
import { habits } from '../truth.js';
import type { Scene } from './scene.js';

/** A few are deleted, mostly duplicates soon after they were made, and one in ten of them comes back. */
export function deletion({ deal, end, random, log }: Scene): void {
  if (!random.chance(habits.deleted)) return;
  const life = Math.floor(end / DAY) - deal.createdDay;
  if (life < 2) return;
  const day = deal.createdDay + random.integer(1, Math.min(life, random.chance(0.7) ? 14 : 200));
  log.write(minuteOf(day, random), { deleted: true });
  if (random.chance(0.1)) log.write(minuteOf(day + 2, random), { deleted: false });
}
