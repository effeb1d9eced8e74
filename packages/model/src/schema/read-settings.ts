import type { Meta, Settings } from './document.js';
import { given, recordKind, SET_ASIDE } from './record-reader.js';
import type { RecordReader, SetAside } from './record-reader.js';
import {
  calendarSchema,
  historyGradeSchema,
  maxRateAgeSchema,
  metaFrame,
  protectionSchema,
  ratePolicySchema,
  settingsFrame,
  tierSchema,
} from './settings-schema.js';
import { calendarDate, flag, instant, text } from './values.js';

const settingsKind = /* @__PURE__ */ recordKind(settingsFrame);
const ratePolicyKind = /* @__PURE__ */ recordKind(ratePolicySchema);
const maxRateAgeKind = /* @__PURE__ */ recordKind(maxRateAgeSchema);
const calendarKind = /* @__PURE__ */ recordKind(calendarSchema);
const protectionKind = /* @__PURE__ */ recordKind(protectionSchema);
const tierKind = /* @__PURE__ */ recordKind(tierSchema);
const metaKind = /* @__PURE__ */ recordKind(metaFrame);
const textKind = /* @__PURE__ */ recordKind(text);
const dateKind = /* @__PURE__ */ recordKind(calendarDate);
const instantKind = /* @__PURE__ */ recordKind(instant);
const gradeKind = /* @__PURE__ */ recordKind(historyGradeSchema);
const flagKind = /* @__PURE__ */ recordKind(flag);

/** The settings. Without a time zone or a currency there is no document; the rest has defaults. */
export function readSettings(reader: RecordReader, value: unknown): Settings {
  const frame = reader.must(settingsKind, value);
  const taken = new Set<string>();
  return given<Settings>({
    reportTimeZone: frame.reportTimeZone,
    reportingCurrency: frame.reportingCurrency,
    ratePolicy: reader.maybe('ratePolicy', frame.ratePolicy, (policy) => reader.read(ratePolicyKind, policy)),
    maxRateAgeDays: reader.maybe('maxRateAgeDays', frame.maxRateAgeDays, (age) =>
      reader.read(maxRateAgeKind, age),
    ),
    calendar: reader.maybe('calendar', frame.calendar, (calendar) => reader.read(calendarKind, calendar)),
    protection: reader.maybe('protection', frame.protection, (terms) => reader.read(protectionKind, terms)),
    tiers: reader.maybeList('tiers', frame.tiers, (tier) => {
      const found = reader.read(tierKind, tier);
      return found !== SET_ASIDE && reader.claim(taken, found.id) ? found : SET_ASIDE;
    }),
  });
}

/**
 * What the source says of itself, without what is bad. A history grade that is none promises
 * nothing: it reads as 'current-only', since 'full' would let figures claim what nobody recorded.
 */
export function readMeta(reader: RecordReader, value: unknown): Meta | SetAside {
  const frame = reader.read(metaKind, value);
  if (frame === SET_ASIDE) return frame;
  const history = reader.maybe('history', frame.history, (grade) => reader.read(gradeKind, grade));
  return given<Meta>({
    source: reader.maybe('source', frame.source, (source) => reader.read(textKind, source)),
    asOf: reader.maybe('asOf', frame.asOf, (date) => reader.read(dateKind, date)),
    fetchedAt: reader.maybe('fetchedAt', frame.fetchedAt, (moment) => reader.read(instantKind, moment)),
    history: history ?? (frame.history === undefined ? undefined : 'current-only'),
    truncated: reader.maybe('truncated', frame.truncated, (truncated) => reader.read(flagKind, truncated)),
  });
}
