import type { DataIssue } from '@pipeline-kit/model/schema';
import { SourceError } from './source-error.js';

/** Files that are no text, by their first bytes, and what to do about them. */
const BINARY: readonly (readonly [signature: string, sentence: string])[] = [
  ['PK\u0003\u0004', 'a zip archive or an Excel workbook (.xlsx); save the sheet as CSV'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Excel workbook (.xls); save the sheet as CSV'],
  ['\u001f\u008b', 'a gzip file; unpack it first'],
  ['%PDF', 'a PDF'],
  ['ARROW1', 'an Arrow file, which is not read as text'],
  ['PAR1', 'a Parquet file'],
];

/**
 * The text of a file's bytes: by its byte order mark, else by `encoding`, else UTF-8. Bytes that are
 * no UTF-8 are read as windows-1252, as old spreadsheets save, and an issue says so.
 */
export function decodeText(bytes: Uint8Array, encoding?: string): { text: string; issues: DataIssue[] } {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  for (const [signature, sentence] of BINARY) {
    if (start.startsWith(signature)) throw new SourceError(`expected JSON or CSV, found ${sentence}`);
  }
  const label = markedEncoding(bytes) ?? encoding;
  if (label !== undefined) return { text: decoder(label, false).decode(bytes), issues: [] };
  try {
    return { text: decoder('utf-8', true).decode(bytes), issues: [] };
  } catch {
    return {
      text: decoder('windows-1252', false).decode(bytes),
      issues: [
        {
          path: 'file',
          reason: 'the bytes are no UTF-8; read as windows-1252',
          code: 'invalid',
          effect: 'kept',
        },
      ],
    };
  }
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function decoder(label: string, fatal: boolean): TextDecoder {
  try {
    return new TextDecoder(label, { fatal });
  } catch (cause) {
    throw new SourceError(`unknown encoding: ${label}`, '', { cause });
  }
}
