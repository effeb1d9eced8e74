import type { MappingFields } from '@pipeline-kit/model/schema';
import { buildDocument } from './build-document.js';
import type { MappingOptions } from './build-document.js';
import type { RecordList } from './json-records.js';
import type { AdaptedPipeline, Vendor } from './vendor.js';

export interface AdapterOptions extends MappingOptions {
  /** Paths of an organisation's own fields, in place of the standard ones or beside them. */
  readonly fields?: MappingFields;
}

/** The document of a vendor's records; what was noticed in the list comes before what was in records. */
export function adapt(
  list: RecordList,
  vendor: Vendor,
  { fields, ...options }: AdapterOptions,
): AdaptedPipeline {
  const mapping = { ...vendor.mapping, fields: { ...vendor.mapping.fields, ...fields } };
  const truncated = list.truncated || options.truncated;
  const { document, issues, grade } = buildDocument(
    list.records,
    { ...vendor, mapping },
    { ...options, ...(truncated ? { truncated } : {}) },
  );
  return { document, issues: [...list.issues, ...issues], grade, mapping };
}
