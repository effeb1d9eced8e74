import type { CalendarDate, DateField, DateStyle, Mapping, MappingField } from '@pipeline-kit/model/schema';
import { MAX_ID, TimeZone } from '@pipeline-kit/model/schema';
import { quotedValue } from './describe-value.js';
import { fieldValue, scalarText } from './field-value.js';
import type { IssueLog } from './issue-log.js';
import { readDate } from './read-date.js';
import type { ReadDate } from './read-date.js';
import { readFlag } from './read-flag.js';
import { readNumber } from './read-number.js';
import type { ReadNumber } from './read-number.js';
import { fieldPlace } from './source-record.js';
import type { SourceRecord } from './source-record.js';

const FLAGS: ReadonlySet<MappingField> = new Set(['isClosed', 'isWon', 'deleted'] as const);
const DAY_MS = 86_400_000;
const STYLE_WORDS: Readonly<Record<DateStyle, string>> = {
  iso: 'YYYY-MM-DD',
  ymd: 'year/month/day',
  dmy: 'day/month/year',
  mdy: 'month/day/year',
  'epoch-ms': 'milliseconds since 1970',
  'epoch-s': 'seconds since 1970',
  serial: 'a spreadsheet serial',
};

/**
 * Reads the mapped fields of records. A blank is null; a value that is not what the field takes is
 * null too and leaves an issue with its place, so nothing that was written is dropped unsaid.
 */
export class FieldReader {
  readonly #mapping: Mapping;
  readonly #log: IssueLog;
  readonly #zone: TimeZone;
  readonly #blanks: ReadonlySet<string>;
  readonly #met = new Set<string>();

  readonly #falseIsBlank: boolean;

  constructor(mapping: Mapping, log: IssueLog, reportTimeZone: string, falseIsBlank = false) {
    this.#mapping = mapping;
    this.#falseIsBlank = falseIsBlank;
    this.#log = log;
    this.#zone = new TimeZone(reportTimeZone);
    this.#blanks = new Set(['', ...(mapping.blanks ?? []).map((text) => text.trim().toLowerCase())]);
  }

  /** The path of a field, null when the mapping has none. */
  path(field: MappingField): string | null {
    return this.#mapping.fields[field] ?? null;
  }

  /** The value as it stands, null when the field is not mapped, absent or blank. */
  value(record: SourceRecord, field: MappingField): unknown {
    const path = this.path(field);
    const value = path === null ? null : this.at(record, path);
    return value === false && this.#falseIsBlank && !FLAGS.has(field) ? null : value;
  }

  /** The value at any path, null when absent or blank. */
  at(record: SourceRecord, path: string): unknown {
    const value = fieldValue(record.value, path);
    if (value === undefined) return null;
    this.#met.add(path);
    return typeof value === 'string' && this.#blanks.has(value.trim().toLowerCase()) ? null : value;
  }

  /** The mapped fields whose path no record had, blank or not. */
  unmet(): MappingField[] {
    const fields = Object.entries(this.#mapping.fields) as [MappingField, string][];
    return fields.filter(([, path]) => !this.#met.has(path)).map(([field]) => field);
  }

  text(record: SourceRecord, field: MappingField): string | null {
    const value = this.value(record, field);
    if (value === null) return null;
    const text = scalarText(value);
    return text === null ? this.#refuse(record, field, 'a text', value) : text.trim();
  }

  /** A text that names something; one too long for a name is refused. */
  reference(record: SourceRecord, field: MappingField): string | null {
    const text = this.text(record, field);
    if (text === null || text.length <= MAX_ID) return text;
    return this.#refuse(record, field, `a name of at most ${MAX_ID} characters`, text);
  }

  flag(record: SourceRecord, field: MappingField): boolean | null {
    const value = this.value(record, field);
    return value === null ? null : (readFlag(value) ?? this.#refuse(record, field, 'true or false', value));
  }

  number(record: SourceRecord, field: MappingField): ReadNumber | null {
    const value = this.value(record, field);
    if (value === null) return null;
    return (
      readNumber(value, this.#mapping.numbers) ?? this.#refuse(record, field, this.#numberWords(), value)
    );
  }

  date(record: SourceRecord, field: DateField): ReadDate | null {
    const value = this.value(record, field);
    if (value === null) return null;
    const { dates = 'iso', timeZone } = this.#mapping;
    const style = typeof dates === 'string' ? dates : (dates[field] ?? 'iso');
    return (
      readDate(value, style, timeZone) ?? this.#refuse(record, field, `a date (${STYLE_WORDS[style]})`, value)
    );
  }

  /**
   * The day of a date. Midnight UTC is how many systems write a day without a time, so it is the day as
   * written; any other moment falls on a day of the report zone.
   */
  day(date: ReadDate): CalendarDate {
    if (date.day !== undefined) return date.day;
    return date.ms % DAY_MS === 0 ? isoDay(date.ms) : this.#isoDayInZone(date.ms);
  }

  #isoDayInZone(ms: number): CalendarDate {
    return isoDay(this.#zone.dayOf(ms) * DAY_MS);
  }

  #numberWords(): string {
    const { numbers = 'plain' } = this.#mapping;
    return { plain: 'a number', point: 'a number like 1,234.56', comma: 'a number like 1.234,56' }[numbers];
  }

  #refuse(record: SourceRecord, field: MappingField, expected: string, value: unknown): null {
    this.#log.kept(
      fieldPlace(record, this.path(field) ?? field),
      `expected ${expected}, got ${quotedValue(value)}; left unknown`,
    );
    return null;
  }
}

function isoDay(ms: number): CalendarDate {
  return new Date(ms).toISOString().slice(0, 10);
}
