import * as z from 'zod/mini';
import { customerSchema } from './customer-schema.js';
import type { Registration, RegistrationEvent } from './document.js';
import { named } from './json-hints.js';
import { withCheck } from './schema-plan.js';
import { amount, currency, id, instant, listOf, oneOf, record, reference, unread } from './values.js';
import type { Schema } from './values.js';

const state = oneOf(
  'draft',
  'submitted',
  'underReview',
  'pendingApproval',
  'approved',
  'rejected',
  'withdrawn',
  'cancelled',
  'converted',
);
const extend = withCheck(z.literal(true, { error: 'true' }), (value) => value === true);

export const registrationEventSchema: Schema<RegistrationEvent> = named(
  'RegistrationEvent',
  z.union([record({ at: instant, state }), record({ at: instant, extend })], {
    error: 'a state or extend: true',
  }),
);

const own = {
  id,
  partner: reference,
  customer: customerSchema,
  products: listOf(reference),
  amount: z.nullable(amount),
  currency: z.nullable(currency),
  opportunityId: z.nullable(reference),
} as const;

/** A registration whose events are not read yet. */
export interface RegistrationFrame extends Omit<Registration, 'history'> {
  readonly history: readonly unknown[];
}

export const registrationFrame: Schema<RegistrationFrame> = record({ ...own, history: unread });

export const registrationSchema: Schema<Registration> = named(
  'Registration',
  record({
    ...own,
    history: listOf(registrationEventSchema),
  }),
);
