import type { DataIssue } from '@pipeline-kit/model/schema';
import type { CsvRow } from './csv.js';
import type { SourceRecord } from './source-record.js';

export interface TableRecords {
  /** Column names as records use them; a repeated name is numbered, a blank one is `column 3`. */
  readonly columns: readonly string[];
  readonly headerRow: number;
  readonly records: readonly SourceRecord[];
  readonly issues: readonly DataIssue[];
}

/**
 * Takes the header off a table and names the cells of every other row. Without `headerRow` the header
 * is the first row with two filled cells, so the title lines of a report stand above it. Blank rows
 * hold nothing and are passed over; every other row becomes a record, the uneven ones with an issue.
 */
export function tableRecords(rows: readonly CsvRow[], headerRow?: number): TableRecords {
  const issues: DataIssue[] = [];
  const headerAt = headerRow === undefined ? findHeader(rows) : headerRow - 1;
  const columns = columnNames(rows[headerAt]?.cells ?? [], headerAt + 1, issues);
  const above = rows.slice(0, headerAt).filter((row) => !isBlank(row));
  if (above.length > 0) {
    const reason = `${above.length} filled ${above.length === 1 ? 'row' : 'rows'} above the header`;
    issues.push({ path: `row ${above[0]?.row ?? 1}`, reason, code: 'unread', effect: 'dropped' });
  }
  const records: SourceRecord[] = [];
  for (const row of rows.slice(headerAt + 1)) {
    if (isBlank(row)) continue;
    const place = `row ${row.row}`;
    if (row.cells.length !== columns.length && unevenMatters(row, columns.length)) {
      const reason = `${row.cells.length} cells under ${columns.length} column names`;
      issues.push({ path: place, reason, code: 'invalid', effect: 'kept' });
    }
    records.push({ value: named(columns, row.cells), place });
  }
  return { columns, headerRow: headerAt + 1, records, issues };
}

function named(columns: readonly string[], cells: readonly string[]): Record<string, string> {
  const value: Record<string, string> = {};
  for (let index = 0; index < columns.length; index += 1) {
    const column = columns[index] ?? '';
    const cell = cells[index] ?? '';
    // A column may be called anything; assigned, this name would be lost.
    if (column === '__proto__') Object.defineProperty(value, column, { value: cell, enumerable: true });
    else value[column] = cell;
  }
  return value;
}

function findHeader(rows: readonly CsvRow[]): number {
  const wide = rows.findIndex((row) => filled(row) >= 2);
  return Math.max(0, wide < 0 ? rows.findIndex((row) => filled(row) > 0) : wide);
}

function columnNames(cells: readonly string[], row: number, issues: DataIssue[]): string[] {
  const seen = new Map<string, number>();
  return cells.map((cell, index) => {
    const name = cell.trim() || `column ${index + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    if (times === 1) return name;
    const path = `row ${row}, ${name}`;
    issues.push({
      path,
      reason: `the column name occurs again; read as ${name} (${times})`,
      code: 'duplicate',
      effect: 'kept',
    });
    return `${name} (${times})`;
  });
}

/** Blank cells past the last column are a habit of spreadsheets and say nothing. */
function unevenMatters(row: CsvRow, width: number): boolean {
  return row.cells.length < width || row.cells.slice(width).some((cell) => cell.trim() !== '');
}

function filled(row: CsvRow): number {
  return row.cells.filter((cell) => cell.trim() !== '').length;
}

function isBlank(row: CsvRow): boolean {
  return row.cells.every((cell) => cell.trim() === '');
}
