import type { Period } from '../schema/document.js';
import type { Tables } from '../tables/tables.js';
import type { FunnelDefinition } from './funnel-result.js';

/** Parameters of the funnel with their defaults filled in. */
export interface FunnelQuestion {
  readonly definition: FunnelDefinition;
  readonly pipeline: string;
  readonly cohort: { readonly axis: 'stageEntry' | 'creation' | 'close'; readonly period: Period | null };
  readonly skip: 'exclude' | 'fill';
  readonly createdMidFunnel: 'fill' | 'exclude';
  readonly backward: 'keep' | 'revoke';
  readonly floor: number;
}

/** The definition that can be answered: with less than full history only the snapshot. */
export function answerable(definition: FunnelDefinition, tables: Tables): FunnelDefinition {
  return tables.settings.history === 'full' ? definition : 'snapshot';
}
