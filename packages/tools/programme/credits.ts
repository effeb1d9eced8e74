import type { Credit } from '@pipeline-kit/model/schema';
import { DAY, instantOf, minuteOf } from './log.js';
import type { Scene } from './storylines/scene.js';
import { indexAt } from './world.js';

/** Who found it, who helped, who sold with us and who delivered, in the order of their days. */
export function creditsOf({ world, deal, moments, closed, end, random }: Scene): Credit[] {
  const credits: { readonly minute: number; readonly credit: Omit<Credit, 'at'> }[] = [];
  const partner = deal.partner?.partner;
  const created = deal.createdDay;
  const lastDay = Math.floor(end / DAY) - 1;
  const add = (day: number, credit: Omit<Credit, 'at'>): void => {
    if (day <= Math.max(lastDay, created)) credits.push({ minute: minuteOf(day, random), credit });
  };
  const another = (): string => world.partners[indexAt(world.partnerTotals, random.next())]!.partner.id;

  if (partner && random.chance(0.65)) {
    // Sourced too early to count as such: one in twelve was found more than a month before.
    add(created - (random.chance(0.08) ? random.integer(35, 80) : random.integer(0, 12)), {
      partner: partner.id,
      role: 'sourced',
      ...(random.chance(0.2) && { share: random.pick([0.5, 0.6, 0.7]) }),
    });
  }
  if (random.chance(0.16)) add(created + random.integer(2, 40), { partner: another(), role: 'influenced' });
  if (random.chance(0.11)) add(created + random.integer(1, 45), { partner: another(), role: 'cosell' });
  if (closed !== null && moments.at(-1)?.stage === 'won' && partner && random.chance(0.8)) {
    credits.push({ minute: closed, credit: { partner: partner.parentId ?? partner.id, role: 'fulfilled' } });
  }
  return credits
    .toSorted((a, b) => a.minute - b.minute)
    .map(({ minute, credit }) => ({ ...credit, at: instantOf(minute) }));
}
