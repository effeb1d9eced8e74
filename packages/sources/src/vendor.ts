import type { DataIssue, HistoryGrade, Mapping, PipelineDocument, Stage } from '@pipeline-kit/model/schema';
import type { FieldReader } from './field-reader.js';
import type { IssueLog } from './issue-log.js';
import type { LogEntry } from './log-entry.js';
import type { Draft } from './read-draft.js';
import type { SourceRecord } from './source-record.js';

/** How one system's records are read: a mapping, and what a mapping cannot say. */
export interface Vendor {
  readonly mapping: Mapping;
  /** The system's own list of stages, in order. Absent: they are inferred from the records. */
  readonly stages?: readonly Stage[];
  /** `false` stands for "nothing" in every field that is no flag. */
  readonly falseIsBlank?: boolean;
  /** Completes a draft with what several fields say together. */
  readonly refine?: (draft: Draft, reader: FieldReader, log: IssueLog) => Draft;
  /** The changes of a record, null when the source did not send them. */
  readonly log?: (
    record: SourceRecord,
    draft: Draft,
    reader: FieldReader,
    log: IssueLog,
  ) => readonly LogEntry[] | null;
}

/** What every adapter returns. */
export interface AdaptedPipeline {
  readonly document: PipelineDocument;
  /** What was set aside or noticed, by its place in the response. */
  readonly issues: readonly DataIssue[];
  readonly grade: HistoryGrade;
  /** The mapping that read the records, for whoever wants to see or widen it. */
  readonly mapping: Mapping;
}
