/** One record as the source wrote it, with the place where a person finds it. */
export interface SourceRecord {
  readonly value: Readonly<Record<string, unknown>>;
  /** `row 6` of a spreadsheet (its header is row 1), `records[3]` of JSON, `line 4` of NDJSON. */
  readonly place: string;
}

/** The place of a field: `row 6, close_value` or `records[3].Amount`. */
export function fieldPlace(record: SourceRecord, path: string): string {
  return record.place.endsWith(']') ? `${record.place}.${path}` : `${record.place}, ${path}`;
}

/** An id for a record that has none, from its place: `row-6`, `record-3`, `line-4`. */
export function placeId(place: string): string {
  const [, word = 'record', number = '0'] = /^(?:(row|line) |.*\[)(\d+)\]?$/.exec(place) ?? [];
  return `${word}-${number}`;
}
