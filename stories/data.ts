import {
  dateOf,
  dayOf,
  type OpportunityEvent,
  type Opportunity,
  type PipelineDocument,
  type Stage,
} from '@pipeline-kit/model/schema';

/** What became of those that entered a stage and went no further. */
export interface StageFate {
  readonly name: string;
  readonly lost: number;
  readonly pending: number;
}

export interface PassageFacts {
  readonly stages: readonly StageFate[];
  readonly won: number;
  /** The day the first one was created; default 2025-06-01. */
  readonly from?: string;
  readonly prefix?: string;
}

/** The day on which every story is looked at. */
export const storyDay = '2026-05-20';

/** Noon of that day, for elements that tell the time themselves. */
export const storyClock = (): number => Date.UTC(2026, 4, 20, 12);

/** A year of a channel: six steps, of which Proposal is the narrow one. */
export const typicalYear: PassageFacts = {
  stages: [
    { name: 'Qualify', lost: 48, pending: 23 },
    { name: 'Discovery', lost: 29, pending: 16 },
    { name: 'Solution', lost: 14, pending: 11 },
    { name: 'Proposal', lost: 21, pending: 11 },
    { name: 'Negotiation', lost: 5, pending: 4 },
  ],
  won: 23,
};

/** The year before it, in which Proposal was no narrower than the others. */
export const yearBefore: PassageFacts = {
  stages: [
    { name: 'Qualify', lost: 44, pending: 0 },
    { name: 'Discovery', lost: 27, pending: 0 },
    { name: 'Solution', lost: 16, pending: 0 },
    { name: 'Proposal', lost: 8, pending: 0 },
    { name: 'Negotiation', lost: 8, pending: 0 },
  ],
  won: 62,
  from: '2024-06-01',
  prefix: 'B',
};

/** Names that no card has room for. */
export const longNames: readonly string[] = [
  'Technical qualification, security review and partner fit assessment',
  'Angebotsverhandlungsvorbereitung',
];

/** A document whose opportunities go through the stages one by one, a week each, as far as the facts say. */
export function passages(...years: readonly PassageFacts[]): PipelineDocument {
  const names = years[0]?.stages.map(({ name }) => name) ?? [];
  return {
    schema: 'pipeline-kit/document@1',
    settings: { reportTimeZone: 'Europe/Berlin', reportingCurrency: 'EUR' },
    stages: stagesOf(names),
    partners: PARTNERS.map((name, i) => ({ id: `P${i + 1}`, name })),
    opportunities: years.flatMap((year) => yearOf(year)),
  };
}

/** The same as an export without history: where each one stands today, and nothing before it. */
export function withoutHistory(document: PipelineDocument): PipelineDocument {
  return {
    ...document,
    meta: { history: 'current-only' },
    opportunities: document.opportunities.map((opportunity) => ({
      ...opportunity,
      createdAt: null,
      history: [{ at: null, set: Object.assign({}, ...opportunity.history.map(({ set }) => set)) }],
    })),
  };
}

/** The same with the day of entry unknown for every n-th opportunity. */
export function undated(document: PipelineDocument, every: number): PipelineDocument {
  return {
    ...document,
    opportunities: document.opportunities.map((opportunity, i) =>
      i % every === 0
        ? {
            ...opportunity,
            createdAt: null,
            history: opportunity.history.map(({ set }) => ({ at: null, set })),
          }
        : opportunity,
    ),
  };
}

const PARTNERS = [
  'Nordwind Systems',
  'Aldera IT',
  'Hafen Digital',
  'Kestrel & Vale',
  'Montelago',
  'Oriel Networks',
];

function stagesOf(names: readonly string[]): Stage[] {
  const open = names.map((name, i): Stage => {
    const probability = Math.round(((i + 1) / (names.length + 1)) * 100) / 100;
    return { id: `s${i + 1}`, pipeline: 'main', name, position: i + 1, kind: 'open', probability };
  });
  return [
    ...open,
    { id: 'won', pipeline: 'main', name: 'Won', position: 90, kind: 'won' },
    { id: 'lost', pipeline: 'main', name: 'Lost', position: 91, kind: 'lost' },
  ];
}

function yearOf({ stages, won, from = '2025-06-01', prefix = 'A' }: PassageFacts): Opportunity[] {
  const fates = [
    ...stages.flatMap(({ lost, pending }, i) => [
      ...Array.from({ length: lost }, () => ({ last: i, end: 'lost' })),
      ...Array.from({ length: pending }, () => ({ last: i, end: null })),
    ]),
    ...Array.from({ length: won }, () => ({ last: stages.length - 1, end: 'won' })),
  ];
  return fates.map(({ last, end }, i) => {
    // A stride that meets every place once spreads each fate over the year.
    const day = dayOf(from) + Math.floor((((i * 89) % fates.length) / fates.length) * 250);
    const at = (week: number): string => `${dateOf(day + week * 7)}T09:00:00Z`;
    const amount = (20 + ((i * 37) % 180)) * 100_000;
    const first = { amount, currency: 'EUR', partner: `P${(i % PARTNERS.length) + 1}` };
    const due = dateOf(dayOf('2026-04-20') + (i % 80));
    const history: OpportunityEvent[] = Array.from({ length: last + 1 }, (_, stage) => ({
      at: at(stage),
      set: { stage: `s${stage + 1}`, ...(stage === 0 ? { ...first, closeDate: due } : {}) },
    }));
    if (end) history.push({ at: at(last + 1), set: { stage: end } });
    const id = `${prefix}${String(i + 1).padStart(3, '0')}`;
    return { id, name: `${SUBJECTS[i % SUBJECTS.length]} ${id}`, createdAt: at(0), history };
  });
}

const SUBJECTS = ['Warehouse scanners', 'Gateway rollout', 'Fleet telematics', 'Cold chain', 'Plant network'];
