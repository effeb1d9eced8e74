import type { CsvSeparator, DataIssue } from '@pipeline-kit/model/schema';

/** One row of a table. */
export interface CsvRow {
  /** The number that a spreadsheet shows beside it; the first row is 1, blank rows count. */
  readonly row: number;
  readonly cells: readonly string[];
}

export interface CsvTable {
  readonly separator: CsvSeparator;
  readonly rows: readonly CsvRow[];
  /** Quotes that were never closed or closed in mid-cell. */
  readonly issues: readonly DataIssue[];
}

const SEPARATORS: readonly CsvSeparator[] = [',', ';', '\t', '|'];
const QUOTE = 34;
const LF = 10;
const CR = 13;

/**
 * Reads separated values by RFC 4180: quoted cells with doubled quotes and line breaks, any of the
 * three line ends, a byte order mark, and Excel's first line `sep=;`. The separator is the one
 * declared, else the one that gives the most even table. Rows of uneven length are returned as they
 * are. Time is linear in the text.
 */
export function readCsv(text: string, { separator }: { readonly separator?: CsvSeparator } = {}): CsvTable {
  const declared = /^\uFEFF?sep=([,;\t|])(?:\r\n|\r|\n|$)/.exec(text);
  const start = declared ? declared[0].length : text.startsWith('\uFEFF') ? 1 : 0;
  const chosen = separator ?? (declared?.[1] as CsvSeparator | undefined) ?? detectSeparator(text, start);
  return { separator: chosen, ...splitRows(text, start, chosen, Infinity) };
}

function splitRows(
  text: string,
  start: number,
  separator: CsvSeparator,
  maxRows: number,
): { rows: CsvRow[]; issues: DataIssue[] } {
  const rows: CsvRow[] = [];
  const issues: DataIssue[] = [];
  const cut = separator.charCodeAt(0);
  const end = text.length;
  let at = start;
  let cells: string[] = [];
  const note = (reason: string): number =>
    issues.push({ path: `row ${rows.length + 1}`, reason, code: 'invalid', effect: 'kept' });
  // Every turn reads one cell and stops at what follows it: a separator, a line end or the end.
  while (at < end && rows.length < maxRows) {
    let cell = '';
    if (text.charCodeAt(at) === QUOTE) {
      at += 1;
      for (;;) {
        const close = text.indexOf('"', at);
        if (close < 0) {
          note(
            `a quote opens in column ${cells.length + 1} and never closes; the rest of the file is in this cell`,
          );
          cell += text.slice(at);
          at = end;
          break;
        }
        cell += text.slice(at, close);
        at = close + 1;
        if (text.charCodeAt(at) !== QUOTE) break;
        cell += '"';
        at += 1;
      }
    }
    const from = at;
    let code = text.charCodeAt(at);
    while (at < end && code !== cut && code !== LF && code !== CR) {
      at += 1;
      code = text.charCodeAt(at);
    }
    if (at > from) {
      if (text.charCodeAt(from - 1) === QUOTE)
        note(`text after the closing quote in column ${cells.length + 1}`);
      cell += text.slice(from, at);
    }
    cells.push(cell);
    if (at >= end || code !== cut) {
      rows.push({ row: rows.length + 1, cells });
      cells = [];
      at += code === CR && text.charCodeAt(at + 1) === LF ? 2 : 1;
    } else {
      at += 1;
      // A separator at the very end of the file is followed by one more, empty cell.
      if (at === end) rows.push({ row: rows.length + 1, cells: [...cells, ''] });
    }
  }
  return { rows, issues };
}

/** The separator under which most of the first rows are as wide as the widest common width. */
function detectSeparator(text: string, start: number): CsvSeparator {
  const sample = text.slice(start, start + 65_536);
  let best: CsvSeparator = ',';
  let bestScore = 0;
  for (const separator of SEPARATORS) {
    const widths = new Map<number, number>();
    for (const { cells } of splitRows(sample, 0, separator, 50).rows) {
      if (cells.length > 1) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
    }
    for (const [width, count] of widths) {
      const score = count + width / 1000;
      if (score > bestScore) {
        best = separator;
        bestScore = score;
      }
    }
  }
  return best;
}
