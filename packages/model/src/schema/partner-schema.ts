import * as z from 'zod/mini';
import type { Certification, HeldTier, Partner } from './document.js';
import { named } from './json-hints.js';
import { calendarDate, id, listOf, maybe, record, reference, text, unread } from './values.js';
import type { Schema } from './values.js';

/** A tier that a partner holds from a day on. */
export const heldTierSchema: Schema<HeldTier> = named(
  'HeldTier',
  record({ tier: reference, from: calendarDate }),
);

export const certificationSchema: Schema<Certification> = named(
  'Certification',
  record({
    id: reference,
    from: calendarDate,
    to: z.nullable(calendarDate),
  }),
);

const own = {
  id,
  name: text,
  parentId: maybe(z.nullable(reference)),
  region: maybe(z.nullable(text)),
} as const;

/** A partner whose tiers and certifications are not read yet. */
export interface PartnerFrame extends Omit<Partner, 'tiers' | 'certifications'> {
  readonly tiers?: readonly unknown[];
  readonly certifications?: readonly unknown[];
}

export const partnerFrame: Schema<PartnerFrame> = record({
  ...own,
  tiers: maybe(unread),
  certifications: maybe(unread),
});

export const partnerSchema: Schema<Partner> = named(
  'Partner',
  record({
    ...own,
    tiers: maybe(listOf(heldTierSchema)),
    certifications: maybe(listOf(certificationSchema)),
  }),
);
