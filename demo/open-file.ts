import { createPipeline, DocumentError } from '@pipeline-kit/model';
import { openPipeline, SourceError, type OpenedPipeline } from '@pipeline-kit/sources';
import type { CalendarDate, PipelineDocument } from '@pipeline-kit/model/schema';
import type { FileVerdict, Reading } from './file-verdict.js';
import { groupIssues } from './group-issues.js';

/**
 * Reads a file of any JSON or CSV: what can be drawn of it and how it was read, or why nothing can. It is
 * looked at as of its last event, and never later than `today`.
 */
export function openFile(name: string, content: string | Uint8Array, today: CalendarDate): FileVerdict {
  try {
    const opened = openPipeline(content, { name });
    const { document, issues, grade } = opened;
    const dropped = issues.filter((issue) => issue.effect === 'dropped').length;
    return {
      kind: 'drawn',
      name,
      document,
      asOf: earlier(lastDayOf(document), today),
      opportunities: document.opportunities.length,
      dropped,
      issues: groupIssues(issues),
      history: grade,
      reading: readingOf(opened),
    };
  } catch (error) {
    if (!(error instanceof SourceError || error instanceof DocumentError)) throw error;
    return { kind: 'refused', name, reason: error.message };
  }
}

function readingOf({ guessed }: OpenedPipeline): Reading | null {
  return (
    guessed && {
      fields: guessed.fields.map(({ field, path, confidence, reasons }) => ({
        field,
        path,
        confidence,
        why: reasons.join('; '),
      })),
      assumed: guessed.questions.map(({ question, assumed }) => ({ question, answer: assumed })),
      unused: guessed.unused,
    }
  );
}

function lastDayOf(document: PipelineDocument): CalendarDate | null {
  try {
    return createPipeline(document).asOf;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Dates written YYYY-MM-DD sort as texts. */
function earlier(day: CalendarDate | null, today: CalendarDate): CalendarDate | null {
  return day !== null && day > today ? today : day;
}
