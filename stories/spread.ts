import { dateOf, dayOf, type Opportunity, type PipelineDocument } from '@pipeline-kit/model/schema';
import { passages } from './data.js';

/** Days between the first and the last one created. */
const DAYS = 600;
/** Days in each stage. */
const STAY = 14;

/**
 * Opportunities whose amounts are many small ones and few large ones, as in a real channel: one in a hundred has
 * none, one is far beyond the others. With owners, regions, products and an attribute to filter by.
 */
export function spread(count: number): PipelineDocument {
  const frame = passages({
    stages: ['Qualify', 'Discovery', 'Solution', 'Proposal', 'Negotiation'].map((name) => ({
      name,
      lost: 0,
      pending: 0,
    })),
    won: 0,
  });
  return { ...frame, opportunities: Array.from({ length: count }, (_, i) => opportunityAt(i, count)) };
}

function opportunityAt(i: number, count: number): Opportunity {
  const rank = ((i * 7919) % count) / count;
  const amount = i % 97 === 50 ? null : i === 60 ? 190_000_000 : amountOf(rank);
  const day = dayOf('2024-06-20') + Math.floor((((i * 389) % count) / count) ** 0.7 * DAYS);
  const stages = 1 + (i % 5);
  const first = {
    amount,
    currency: 'EUR',
    partner: i % 11 === 0 ? null : `P${1 + (i % 6)}`,
    owner: OWNERS[(i * 3) % OWNERS.length] ?? null,
    closeDate: i % 41 === 0 ? null : dateOf(dayOf('2026-04-06') + ((i * 53) % 300)),
    products: [{ id: PRODUCTS[i % PRODUCTS.length] ?? 'sensor', amount }],
  };
  const end = i % 6 === 1 ? 'won' : i % 4 === 2 ? 'lost' : null;
  const at = (days: number): string => `${dateOf(day + days)}T09:00:00Z`;
  return {
    id: `S${String(i + 1).padStart(4, '0')}`,
    name: `Opportunity ${i + 1}`,
    createdAt: at(0),
    region: REGIONS[Math.floor(i / 5) % REGIONS.length] ?? null,
    segment: i % 3 === 0 ? 'enterprise' : 'mid-market',
    attributes: { campaign: CAMPAIGNS[i % CAMPAIGNS.length] ?? null, seats: 5 * (1 + ((i * 13) % 60)) },
    history: [
      ...Array.from({ length: stages }, (_, k) => ({
        at: at(k * STAY),
        set: { stage: `s${k + 1}`, ...(k === 0 ? first : {}) },
      })),
      ...(end ? [{ at: at(stages * STAY), set: { stage: end } }] : []),
    ],
  };
}

/** Most are below 60,000.00, few above 200,000.00. */
function amountOf(rank: number): number {
  return 100_000 * Math.round(6 + 46 * (-Math.log(1 - rank * 0.995)) ** 1.05);
}

const OWNERS = ['Anke Brandt', 'Bilal Osman', 'Chiara Conti', 'Dries Maes'];
const REGIONS = ['DACH', 'Benelux', 'Nordics', 'Iberia', 'UK and Ireland'];
const PRODUCTS = ['gateway', 'sensor', 'tracker'];
const CAMPAIGNS = ['fair', 'webinar', null, 'referral'];
