import { dateOf, type Partner } from '@pipeline-kit/model/schema';
import type { Plan } from './options.js';
import { randomOf, type Random } from './random.js';
import { skillSpread } from './truth.js';
import { partnerEndings, partnerNames, partnerStems } from './words/partners.js';
import { regionNames, type Region } from './words/regions.js';

/** A partner with what the document does not say: how able it is and how much it brings. */
export interface PartnerFacts {
  readonly partner: Partner;
  readonly region: Region;
  readonly tier: TierId;
  /** Added to the logarithm of the odds of moving on. */
  readonly skill: number;
  /** Its share of opportunities, relative to the others'. */
  readonly weight: number;
  readonly distributor: boolean;
}

export type TierId = 'registered' | 'silver' | 'gold';

/** The partners, largest first: shares fall as one over the rank (Zipf), distributors sell little themselves. */
export function partnersOf(plan: Plan): readonly PartnerFacts[] {
  const named = partnerNames.slice(0, plan.partners);
  const facts: PartnerFacts[] = [];
  for (let index = 0; index < plan.partners; index += 1) {
    const random = randomOf(plan.seed, 1, index);
    const known = named[index];
    const region = known?.region ?? random.pick(regionNames);
    const distributor = known?.distributor ?? false;
    const tier = distributor ? 'gold' : tierOf(index, plan.partners, random);
    facts.push({
      partner: {
        id: idOf(index),
        name: known?.name ?? composedName(index),
        parentId: distributor ? null : parentOf(named, region, tier, random),
        region,
        tiers: tierHistory(tier, plan, random),
        certifications: certifications(tier, plan, random),
      },
      region,
      tier,
      skill: random.normal() * skillSpread + tierSkill[tier],
      weight: distributor ? 0.02 : 1 / (index + 2.2),
      distributor,
    });
  }
  return facts;
}

const tierSkill: Readonly<Record<TierId, number>> = { registered: -0.08, silver: 0.05, gold: 0.18 };

const courses: readonly string[] = ['sales', 'pre-sales', 'installation', 'wireless', 'security'];

function idOf(index: number): string {
  return `PA-${String(index + 1).padStart(3, '0')}`;
}

function composedName(index: number): string {
  const stem = partnerStems[index % partnerStems.length]!;
  const round = Math.floor(index / partnerStems.length);
  const number = Math.floor(round / partnerEndings.length);
  return stem + partnerEndings[round % partnerEndings.length]! + (number > 0 ? ` ${number + 1}` : '');
}

/** Gold is common among the large and rare among the small. */
function tierOf(index: number, count: number, random: Random): TierId {
  const rank = index / count + (random.next() - 0.5) * 0.16;
  return rank < 0.15 ? 'gold' : rank < 0.45 ? 'silver' : 'registered';
}

function parentOf(named: typeof partnerNames, region: Region, tier: TierId, random: Random): string | null {
  const distributor = named.findIndex((name) => name.distributor && name.region === region);
  return distributor >= 0 && tier !== 'gold' && random.chance(0.6) ? idOf(distributor) : null;
}

/** Everyone begins as registered; some fell from where they were. */
function tierHistory(tier: TierId, plan: Plan, random: Random): NonNullable<Partner['tiers']> {
  const day = (share: number): string =>
    dateOf(plan.firstDay + Math.floor((plan.lastDay - plan.firstDay) * share) - 30);
  const joined = { tier: 'registered', from: dateOf(plan.firstDay - random.integer(30, 900)) };
  if (tier === 'registered') {
    const fell = random.chance(0.12);
    return fell
      ? [joined, { tier: 'silver', from: day(0.2) }, { tier, from: day(0.5 + random.next() * 0.4) }]
      : [joined];
  }
  const silver = { tier: 'silver', from: day(random.next() * 0.4) };
  return tier === 'silver'
    ? [joined, silver]
    : [joined, silver, { tier, from: day(0.5 + random.next() * 0.4) }];
}

function certifications(tier: TierId, plan: Plan, random: Random): NonNullable<Partner['certifications']> {
  const held = courses.slice(0, { registered: 1, silver: 3, gold: 5 }[tier] - random.integer(0, 1));
  return held.map((id) => {
    const from = plan.lastDay - random.integer(20, 1000);
    return { id, from: dateOf(from), to: random.chance(0.15) ? null : dateOf(from + 730) };
  });
}
