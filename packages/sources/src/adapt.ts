import { buildDocument } from './build-document.js';
import type { MappingOptions } from './build-document.js';
import type { RecordList } from './json-records.js';
import type { AdaptedPipeline, Vendor } from './vendor.js';

/** The document of a vendor's records; what was noticed in the list comes before what was in records. */
export function adapt(list: RecordList, vendor: Vendor, options: MappingOptions): AdaptedPipeline {
  const truncated = list.truncated || options.truncated;
  const { document, issues, grade } = buildDocument(list.records, vendor, {
    ...options,
    ...(truncated ? { truncated } : {}),
  });
  return { document, issues: [...list.issues, ...issues], grade, mapping: vendor.mapping };
}
