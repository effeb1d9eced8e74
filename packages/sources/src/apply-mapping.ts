import type { DataIssue, Mapping } from '@pipeline-kit/model/schema';
import { buildDocument } from './build-document.js';
import type { MappedDocument, MappingOptions } from './build-document.js';
import type { SourceRecord } from './source-record.js';

/**
 * Turns records into the canonical document by the mapping alone. Every record becomes one opportunity
 * or one issue with effect 'dropped'; every value that cannot be read is unknown and listed.
 */
export function applyMapping(
  records: readonly SourceRecord[],
  mapping: Mapping,
  options: MappingOptions = {},
): MappedDocument {
  const mapped = buildDocument(records, { mapping }, options);
  const doubtful = mapped.doubtful.map(({ name, kind }): DataIssue => ({
    path: 'stages',
    reason: `the stage ${JSON.stringify(name)} is read as ${kind} (mapping: stages)`,
    code: 'unknown',
    effect: 'kept',
  }));
  const unmet = mapped.unmet.map((field): DataIssue => ({
    path: mapping.fields[field] ?? field,
    reason: `no record has this field (mapping: fields.${field})`,
    code: 'missing',
    effect: 'kept',
  }));
  return { ...mapped, issues: [...mapped.issues, ...doubtful, ...unmet] };
}
