import * as z from 'zod/mini';
import type { PipelineDocument } from './document.js';
import { planRateSchema, quotaSchema, rateSchema } from './money-schema.js';
import { opportunitySchema } from './opportunity-schema.js';
import { partnerSchema } from './partner-schema.js';
import { registrationSchema } from './registration-schema.js';
import { withCheck } from './schema-plan.js';
import { metaSchema, settingsSchema } from './settings-schema.js';
import { stageSchema } from './stage-schema.js';
import { listOf, maybe, record, unread, unreadObject } from './values.js';
import type { Schema } from './values.js';

/** What a document says it is. */
export const DOCUMENT_SCHEMA = 'pipeline-kit/document@1' as const;

const marker = withCheck(
  z.literal(DOCUMENT_SCHEMA, { error: JSON.stringify(DOCUMENT_SCHEMA) }),
  (value) => value === DOCUMENT_SCHEMA,
);

/** A document without a fault. `readDocument` takes one with faults record by record. */
export const documentSchema: Schema<PipelineDocument> = record({
  schema: marker,
  meta: maybe(metaSchema),
  settings: settingsSchema,
  stages: listOf(stageSchema),
  partners: listOf(partnerSchema),
  opportunities: listOf(opportunitySchema),
  registrations: maybe(listOf(registrationSchema)),
  rates: maybe(listOf(rateSchema)),
  planRates: maybe(listOf(planRateSchema)),
  quotas: maybe(listOf(quotaSchema)),
});

/** The document with its lists unread; what is wrong here leaves no document. */
export interface DocumentFrame extends Pick<PipelineDocument, 'schema'> {
  readonly meta?: unknown;
  readonly settings: object;
  readonly stages: readonly unknown[];
  readonly partners: readonly unknown[];
  readonly opportunities: readonly unknown[];
  readonly registrations?: unknown;
  readonly rates?: unknown;
  readonly planRates?: unknown;
  readonly quotas?: unknown;
}

export const documentFrame: Schema<DocumentFrame> = record({
  schema: marker,
  meta: maybe(z.unknown()),
  settings: unreadObject,
  stages: unread,
  partners: unread,
  opportunities: unread,
  registrations: maybe(z.unknown()),
  rates: maybe(z.unknown()),
  planRates: maybe(z.unknown()),
  quotas: maybe(z.unknown()),
});
