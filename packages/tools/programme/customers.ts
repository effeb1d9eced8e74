import type { Customer } from '@pipeline-kit/model/schema';
import { randomOf } from './random.js';
import { customerEndings, customerStems, legalForms, trades } from './words/customers.js';
import { regions, type Region } from './words/regions.js';

export const segments = ['Small business', 'Mid-market', 'Enterprise'] as const;
export type Segment = (typeof segments)[number];

export interface CustomerFacts {
  readonly customer: Customer;
  readonly segment: Segment;
  /** Its name without the legal form. */
  readonly shortName: string;
}

/** The customer of a region with this number: always the same one, so that customers come back. */
export function customerOf(seed: number, region: Region, number: number): CustomerFacts {
  const place = Object.keys(regions).indexOf(region);
  const random = randomOf(seed, 2, place, number);
  const { countries, shares } = regions[region];
  const country = countries[random.weighted(shares)]!;
  const stem = random.pick(customerStems) + random.pick(customerEndings);
  const shortName = `${stem.replace(/(.)\1\1/, '$1$1')} ${random.pick(trades)}`;
  const domain = `${shortName.toLowerCase().replace(' ', '-')}-${place + 1}${number}.example`;
  return {
    customer: {
      id: `CU-${place + 1}${String(number).padStart(4, '0')}`,
      name: `${shortName} ${legalForms[country]}`,
      domain,
      taxId: random.chance(0.6) ? `${country}${random.integer(100000000, 999999999)}` : null,
      country,
    },
    segment: segments[random.weighted([45, 38, 17])]!,
    shortName,
  };
}

/** The customer as a partner writes it on a form: no number of ours, now and then misspelt. */
export function asWritten(facts: CustomerFacts, slip: number): Customer {
  const { name = null, domain = null, country = null } = facts.customer;
  if (slip < 0.7) return { id: null, name, domain, taxId: facts.customer.taxId ?? null, country };
  const middle = Math.floor(facts.shortName.length / 2);
  const misspelt = facts.shortName.slice(0, middle) + facts.shortName.slice(middle + 1);
  return { id: null, name: slip < 0.85 ? misspelt : facts.shortName, domain: null, taxId: null, country };
}
