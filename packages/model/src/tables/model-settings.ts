import type {
  Calendar,
  CalendarDate,
  HistoryGrade,
  PipelineDocument,
  Protection,
  RatePolicy,
  Tier,
} from '../schema/document.js';
import { TimeZone } from '../schema/time-zone.js';

/** What `createPipeline` takes; each overrides the document's `settings` or `meta`. */
export interface PipelineOptions {
  /** The day at whose end everything is looked at. */
  readonly asOf?: CalendarDate;
  /** IANA name of the report time zone. */
  readonly timeZone?: string;
  /** ISO 4217 code of the reporting currency. */
  readonly currency?: string;
  readonly ratePolicy?: RatePolicy;
  /** A rate older than this is none; null, the default, is no limit. */
  readonly maxRateAgeDays?: number | null;
  readonly calendar?: Calendar;
  readonly protection?: Protection;
  readonly history?: HistoryGrade;
}

/** The settings in force: the document's, overridden by the options, with defaults filled in. */
export interface ModelSettings {
  readonly zone: TimeZone;
  readonly currency: string;
  /** The currency that the document's rates are in. */
  readonly baseCurrency: string;
  readonly ratePolicy: RatePolicy;
  readonly maxRateAgeDays: number | null;
  readonly calendar: Calendar;
  /** The month in which Gregorian fiscal years and quarters start. */
  readonly startMonth: number;
  readonly protection: Protection;
  readonly tiers: readonly Tier[];
  readonly history: HistoryGrade;
}

const DEFAULT_PROTECTION: Protection = { start: 'approved', days: 90, extensionDays: 30, maxExtensions: 1 };

/** Throws a RangeError for a time zone that `Intl` does not know. */
export function modelSettings({ settings, meta }: PipelineDocument, options: PipelineOptions): ModelSettings {
  const calendar = options.calendar ?? settings.calendar ?? { kind: 'gregorian' };
  return {
    zone: new TimeZone(options.timeZone ?? settings.reportTimeZone),
    currency: options.currency ?? settings.reportingCurrency,
    baseCurrency: settings.reportingCurrency,
    ratePolicy: options.ratePolicy ?? settings.ratePolicy ?? 'closeElseAsOf',
    maxRateAgeDays:
      options.maxRateAgeDays === undefined ? (settings.maxRateAgeDays ?? null) : options.maxRateAgeDays,
    calendar,
    startMonth: calendar.fiscalYearStartMonth ?? 1,
    protection: options.protection ?? settings.protection ?? DEFAULT_PROTECTION,
    tiers: settings.tiers ?? [],
    history: options.history ?? meta?.history ?? 'full',
  };
}
