import type { TableModel } from '../base/table-model.js';

/** The table as CSV (RFC 4180) with numbers in full, safe to open in a spreadsheet. */
export function csvOf({ columns, rows }: TableModel): string {
  const lines = [
    columns.map(({ label }) => csvCell(label)),
    ...rows.map((row) => row.map(({ value }) => csvCell(value))),
  ];
  return lines.map((cells) => `${cells.join(',')}\r\n`).join('');
}

/**
 * One cell. A text that a spreadsheet would take for a formula gets an apostrophe in front, also behind
 * leading space; numbers stay numbers. Null is an empty cell.
 */
export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/** OWASP's list: signs that begin a formula or a command, their full-width forms, tab and line ends. */
const FORMULA = /^[\s\p{Cc}]*[=+\-@%|＝＋－＠％｜]|^[\t\r\n]/u;
