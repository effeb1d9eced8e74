import type { MappingOptions } from './build-document.js';
import { dynamicsPipeline, isDynamics } from './dynamics.js';
import { hubspotPipeline, isHubspot } from './hubspot.js';
import { isOdoo, odooPipeline } from './odoo.js';
import { isPipedrive, pipedrivePipeline } from './pipedrive.js';
import { isSalesforce, salesforcePipeline } from './salesforce.js';
import type { AdaptedPipeline } from './vendor.js';

/** A system whose responses are known by their shape. */
export interface KnownVendor {
  readonly name: string;
  readonly recognises: (json: unknown) => boolean;
  readonly open: (json: unknown, options?: MappingOptions) => AdaptedPipeline;
}

/** Every system that `openPipeline` recognises, the first that fits is taken. */
export const VENDORS: readonly KnownVendor[] = [
  { name: 'Salesforce', recognises: isSalesforce, open: salesforcePipeline },
  { name: 'HubSpot', recognises: isHubspot, open: hubspotPipeline },
  { name: 'Dynamics 365', recognises: isDynamics, open: dynamicsPipeline },
  { name: 'Pipedrive', recognises: isPipedrive, open: pipedrivePipeline },
  { name: 'Odoo', recognises: isOdoo, open: odooPipeline },
];
