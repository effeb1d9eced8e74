import { isAttributeName } from './clause.js';
import type { Opportunity } from './document.js';
import { quote } from './explain.js';
import { attributeSchema, creditSchema, eventSchema, opportunityFrame } from './opportunity-schema.js';
import { recordKind, SET_ASIDE, withParts } from './record-reader.js';
import type { RecordReader, SetAside } from './record-reader.js';
import { isPlain } from './schema-plan.js';
import { reference } from './values.js';

const frameKind = /* @__PURE__ */ recordKind(opportunityFrame);
const eventKind = /* @__PURE__ */ recordKind(eventSchema);
const creditKind = /* @__PURE__ */ recordKind(creditSchema);
const attributeKind = /* @__PURE__ */ recordKind(attributeSchema);
const nameKind = /* @__PURE__ */ recordKind(reference);

type Attributes = NonNullable<Opportunity['attributes']>;

/**
 * An opportunity without those of its events, credits and attributes that are bad. It is set aside
 * as a whole when a field of its own is bad or its id is taken.
 */
export function readOpportunity(
  reader: RecordReader,
  taken: Set<string>,
  value: unknown,
): Opportunity | SetAside {
  const frame = reader.read(frameKind, value);
  if (frame === SET_ASIDE || !reader.claim(taken, frame.id)) return SET_ASIDE;
  const { history, credits, attributes } = frame;
  return withParts<Opportunity>(frame, {
    history: reader.part('history', () => reader.list(history, (event) => reader.read(eventKind, event))),
    credits: reader.maybeList('credits', credits, (credit) => reader.read(creditKind, credit)),
    attributes: reader.maybe('attributes', attributes, () => readAttributes(reader, attributes ?? {})),
  });
}

/** The attributes that have a fit name and a plain value; the object itself when all have. */
function readAttributes(reader: RecordReader, attributes: object): Attributes {
  const entries = Object.entries(attributes);
  if (
    isPlain(attributes) &&
    entries.every(([name, value]) => isFitName(name) && attributeKind.plan.isClean(value))
  )
    return attributes as Attributes;
  const kept: Record<string, string | number | boolean | null> = {};
  for (const [name, value] of entries) {
    const found = reader.maybe(name, value, () =>
      isFitName(name) ? reader.read(attributeKind, value) : refuseName(reader, name),
    );
    if (found !== undefined) kept[name] = found;
  }
  return kept;
}

function isFitName(name: string): boolean {
  return isAttributeName(name) && nameKind.plan.isClean(name);
}

function refuseName(reader: RecordReader, name: string): SetAside {
  return reader.setAside(() => ({
    path: [],
    code: 'invalid',
    reason: `expected the name of an attribute, got ${quote(name)}`,
  }));
}
