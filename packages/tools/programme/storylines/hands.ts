import { minuteOf, DAY } from '../log.js';
import { habits } from '../truth.js';
import { owners } from '../words/people.js';
import { indexAt } from '../world.js';
import type { Scene } from './scene.js';

/** Whose it is: the partner and the owner, handed over now and then. */
export function hands({ world, deal, moments, end, random, log }: Scene): void {
  const created = moments[0]!.minute;
  log.write(created, { partner: deal.partner?.partner.id ?? null });
  if (!random.chance(0.01)) log.write(created, { owner: deal.owner });

  const days = Math.floor(end / DAY) - deal.createdDay;
  if (days < 10) return;
  if (random.chance(habits.ownerChanged)) {
    log.write(someMinute(), { owner: random.pick(owners[deal.region]) });
  }
  if (deal.partner && random.chance(habits.transferred)) {
    const other = world.partners[indexAt(world.partnerTotals, random.next())]!;
    log.write(someMinute(), { partner: other.partner.id });
  }

  function someMinute(): number {
    return minuteOf(deal.createdDay + random.integer(3, days - 1), random);
  }
}
