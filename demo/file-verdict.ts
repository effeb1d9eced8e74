import type { CalendarDate, HistoryGrade, PipelineDocument } from '@pipeline-kit/model/schema';
import type { IssueGroup } from './group-issues.js';

/** What became of a file that was dropped on the page. */
export type FileVerdict = DrawnFile | RefusedFile;

export interface DrawnFile {
  readonly kind: 'drawn';
  readonly name: string;
  readonly document: PipelineDocument;
  /** The day of its last event: an old file is looked at as of then. Null when nothing in it has a date. */
  readonly asOf: CalendarDate | null;
  readonly opportunities: number;
  /** Records that were left out. */
  readonly dropped: number;
  readonly issues: readonly IssueGroup[];
  readonly history: HistoryGrade;
  /** How the records were read; null for a document that needs no mapping. */
  readonly reading: Reading | null;
}

export interface RefusedFile {
  readonly kind: 'refused';
  readonly name: string;
  /** The reader's own words: where, what was found and what was looked for. */
  readonly reason: string;
}

/** The mapping that was guessed, as a person checks it. */
export interface Reading {
  readonly fields: readonly {
    readonly field: string;
    /** The column, or the path in the record. */
    readonly path: string;
    /** 0 to 1. */
    readonly confidence: number;
    readonly why: string;
  }[];
  /** What the values leave open, and what was assumed. */
  readonly assumed: readonly { readonly question: string; readonly answer: string }[];
  /** Columns that feed no field. */
  readonly unused: readonly string[];
}
