import { customerOf, type CustomerFacts } from './customers.js';
import type { PartnerFacts } from './partners.js';
import type { Random } from './random.js';
import { businessStages, habits, pipelines } from './truth.js';
import { owners } from './words/people.js';
import { products, tails } from './words/products.js';
import { currencyOf, type Region } from './words/regions.js';
import { indexAt, type World } from './world.js';

/** What is settled about an opportunity before its story begins. */
export interface Deal {
  readonly index: number;
  readonly id: string;
  readonly name: string;
  readonly pipeline: string;
  /** The id of the stage that it is created in. */
  readonly firstStage: string;
  readonly createdDay: number;
  readonly partner: PartnerFacts | null;
  readonly region: Region;
  readonly customer: CustomerFacts;
  readonly owner: string;
  readonly products: readonly string[];
  readonly currency: string;
  /** Roughly what it is worth, in minor units of its currency. */
  readonly size: number;
  readonly registered: boolean;
}

/** Opportunities are numbered in the order of their creation. */
export function dealOf(world: World, index: number, random: Random): Deal {
  const { plan } = world;
  const share = (index + random.next()) / plan.opportunities;
  const partner = random.chance(habits.direct)
    ? null
    : world.partners[indexAt(world.partnerTotals, random.next())]!;
  const region = regionOf(world, partner, random);
  const customer = customerOf(plan.seed, region, random.integer(1, Math.ceil(plan.opportunities * 0.12)));
  const renewal = random.chance(habits.renewal);
  const main = products[random.weighted(products.map((product) => product.weight))]!;
  const second = random.chance(0.35) ? random.pick(products) : main;
  const currency = paidIn(customer.customer.country ?? '', random);
  return {
    index,
    id: `OP-${String(index + 1).padStart(5, '0')}`,
    name: `${customer.shortName}: ${renewal ? 'renewal' : random.pick(main.titles) + (random.chance(0.4) ? random.pick(tails) : '')}`,
    pipeline: renewal ? pipelines.renewal : pipelines.business,
    firstStage: renewal ? 'upcoming' : businessStages[random.weighted([84, 11, 5])]!.id,
    createdDay: plan.firstDay + indexAt(world.dayTotals, share),
    partner,
    region,
    customer,
    owner: random.pick(owners[region]),
    products: main === second ? [main.id] : [main.id, second.id],
    currency,
    size: sizeOf(customer, main.size * (renewal ? 0.5 : 1), currency, random),
    registered: partner !== null && !renewal && random.chance(habits.registered),
  };
}

/** Partners sell at home, but for one in ten. */
function regionOf(world: World, partner: PartnerFacts | null, random: Random): Region {
  if (partner && random.chance(0.9)) return partner.region;
  return world.partners[indexAt(world.partnerTotals, random.next())]!.region;
}

/** A few customers pay in a currency that the programme keeps no rates for. */
function paidIn(country: string, random: Random): string {
  return country === 'CH' && random.chance(0.3) ? 'CHF' : currencyOf(country);
}

const medianSize = { 'Small business': 15_000, 'Mid-market': 46_000, Enterprise: 130_000 } as const;
const perEuro: Readonly<Record<string, number>> = { EUR: 1, USD: 1.09, GBP: 0.86, CHF: 0.96 };

function sizeOf(customer: CustomerFacts, factor: number, currency: string, random: Random): number {
  return random.logNormal(medianSize[customer.segment] * factor, 0.6) * (perEuro[currency] ?? 1) * 100;
}
