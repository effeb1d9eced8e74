import type { DataIssue } from './data-issue.js';
import { documentFrame } from './document-schema.js';
import type { Partner, PipelineDocument, Registration, Stage } from './document.js';
import { planRateSchema, quotaSchema, rateSchema } from './money-schema.js';
import { parseJson } from './parse-json.js';
import { certificationSchema, heldTierSchema, partnerFrame } from './partner-schema.js';
import { readOpportunity } from './read-opportunity.js';
import { readMeta, readSettings } from './read-settings.js';
import { given, recordKind, RecordReader, SET_ASIDE, withParts } from './record-reader.js';
import type { SetAside } from './record-reader.js';
import { registrationEventSchema, registrationFrame } from './registration-schema.js';
import { stageSchema } from './stage-schema.js';
import { noteUnknownReferences } from './unknown-references.js';

/** A document that is safe to work with, and what had to be left out of it. */
export interface ReadResult {
  readonly document: PipelineDocument;
  /** First what was set aside, in the order of the input, then what was kept; at most 1,000 of each. */
  readonly issues: readonly DataIssue[];
  /** Records set aside, listed or not. */
  readonly dropped: number;
}

/**
 * Reads a document from a value, its JSON text or its bytes in UTF-8. The smallest record around
 * anything bad is set aside with its place and the reason, as is a second record with a taken id;
 * the rest goes on. Only known fields get through; records that are right already are not copied.
 *
 * Throws a DocumentError when the input is no pipeline document at all.
 */
export function readDocument(input: unknown): ReadResult {
  const reader = new RecordReader();
  const frame = reader.must(documentKind, parseJson(input));
  const document = given<PipelineDocument>({
    schema: frame.schema,
    meta: reader.maybe('meta', frame.meta, (meta) => readMeta(reader, meta)),
    settings: reader.part('settings', () => readSettings(reader, frame.settings)),
    stages: readStages(reader, frame.stages),
    partners: readPartners(reader, frame.partners),
    opportunities: readOpportunities(reader, frame.opportunities),
    registrations: readRegistrations(reader, frame.registrations),
    rates: reader.maybeList('rates', frame.rates, (rate) => reader.read(rateKind, rate)),
    planRates: reader.maybeList('planRates', frame.planRates, (rate) => reader.read(planRateKind, rate)),
    quotas: reader.maybeList('quotas', frame.quotas, (quota) => reader.read(quotaKind, quota)),
  });
  noteUnknownReferences(document, reader.issues);
  return { document, issues: reader.issues.all(), dropped: reader.issues.dropped };
}

const documentKind = /* @__PURE__ */ recordKind(documentFrame);
const stageKind = /* @__PURE__ */ recordKind(stageSchema);
const partnerKind = /* @__PURE__ */ recordKind(partnerFrame);
const heldTierKind = /* @__PURE__ */ recordKind(heldTierSchema);
const certificationKind = /* @__PURE__ */ recordKind(certificationSchema);
const registrationKind = /* @__PURE__ */ recordKind(registrationFrame);
const registrationEventKind = /* @__PURE__ */ recordKind(registrationEventSchema);
const rateKind = /* @__PURE__ */ recordKind(rateSchema);
const planRateKind = /* @__PURE__ */ recordKind(planRateSchema);
const quotaKind = /* @__PURE__ */ recordKind(quotaSchema);

/** A stage is named by its pipeline and its id together. */
function readStages(reader: RecordReader, values: readonly unknown[]): readonly Stage[] {
  const taken = new Set<string>();
  const read = (value: unknown): Stage | SetAside => {
    const stage = reader.read(stageKind, value);
    return stage !== SET_ASIDE && reader.claim(taken, stage.id, stage.pipeline) ? stage : SET_ASIDE;
  };
  return reader.part('stages', () => reader.list(values, read));
}

function readPartners(reader: RecordReader, values: readonly unknown[]): readonly Partner[] {
  const taken = new Set<string>();
  const read = (value: unknown): Partner | SetAside => {
    const frame = reader.read(partnerKind, value);
    if (frame === SET_ASIDE || !reader.claim(taken, frame.id)) return SET_ASIDE;
    return withParts<Partner>(frame, {
      tiers: reader.maybeList('tiers', frame.tiers, (tier) => reader.read(heldTierKind, tier)),
      certifications: reader.maybeList('certifications', frame.certifications, (certification) =>
        reader.read(certificationKind, certification),
      ),
    });
  };
  return reader.part('partners', () => reader.list(values, read));
}

function readOpportunities(
  reader: RecordReader,
  values: readonly unknown[],
): PipelineDocument['opportunities'] {
  const taken = new Set<string>();
  return reader.part('opportunities', () =>
    reader.list(values, (value) => readOpportunity(reader, taken, value)),
  );
}

function readRegistrations(reader: RecordReader, values: unknown): readonly Registration[] | undefined {
  const taken = new Set<string>();
  return reader.maybeList('registrations', values, (value) => {
    const frame = reader.read(registrationKind, value);
    if (frame === SET_ASIDE || !reader.claim(taken, frame.id)) return SET_ASIDE;
    return withParts<Registration>(frame, {
      history: reader.part('history', () =>
        reader.list(frame.history, (event) => reader.read(registrationEventKind, event)),
      ),
    });
  });
}
