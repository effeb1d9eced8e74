import * as z from 'zod/mini';
import { customerSchema } from './customer-schema.js';
import type { Changes, Credit, Opportunity, OpportunityEvent } from './document.js';
import { named } from './json-hints.js';
import { categorySchema } from './stage-schema.js';
import {
  amount,
  at,
  calendarDate,
  currency,
  finite,
  flag,
  fraction,
  id,
  instant,
  listOf,
  maybe,
  oneOf,
  record,
  reference,
  text,
  unread,
  unreadObject,
} from './values.js';
import type { Schema } from './values.js';

export const changesSchema: Schema<Changes> = named(
  'Changes',
  record({
    stage: maybe(reference),
    pipeline: maybe(reference),
    lostReason: maybe(text),
    amount: maybe(z.nullable(amount)),
    currency: maybe(currency),
    closeDate: maybe(z.nullable(calendarDate)),
    partner: maybe(z.nullable(reference)),
    owner: maybe(z.nullable(text)),
    probability: maybe(z.nullable(fraction)),
    category: maybe(z.nullable(categorySchema)),
    nextStep: maybe(z.nullable(text)),
    products: maybe(listOf(record({ id: reference, amount: z.nullable(amount) }))),
    deleted: maybe(flag),
    activity: maybe(oneOf('partner', 'vendor')),
  }),
);

/** An event stands or falls as one: it happened at one moment. */
export const eventSchema: Schema<OpportunityEvent> = named(
  'OpportunityEvent',
  record({ at, set: changesSchema }),
);

export const creditSchema: Schema<Credit> = named(
  'Credit',
  record({
    partner: reference,
    role: oneOf('sourced', 'influenced', 'fulfilled', 'cosell'),
    at: instant,
    share: maybe(fraction),
  }),
);

export const attributeSchema: Schema<string | number | boolean | null> = z.nullable(
  z.union([text, finite, flag], { error: 'a text, a finite number, true, false or null' }),
);

const own = {
  id,
  name: maybe(text),
  createdAt: at,
  pipeline: maybe(reference),
  customer: maybe(customerSchema),
  region: maybe(z.nullable(text)),
  segment: maybe(z.nullable(text)),
} as const;

/** An opportunity whose attributes, events and credits are not read yet. */
export interface OpportunityFrame extends Omit<Opportunity, 'attributes' | 'history' | 'credits'> {
  readonly attributes?: object;
  readonly history: readonly unknown[];
  readonly credits?: readonly unknown[];
}

export const opportunityFrame: Schema<OpportunityFrame> = record({
  ...own,
  attributes: maybe(unreadObject),
  history: unread,
  credits: maybe(unread),
});

export const opportunitySchema: Schema<Opportunity> = named(
  'Opportunity',
  record({
    ...own,
    attributes: maybe(z.record(z.string(), attributeSchema)),
    history: listOf(eventSchema),
    credits: maybe(listOf(creditSchema)),
  }),
);
