import type { Opportunity, PipelineDocument } from '@pipeline-kit/model/schema';
import { businessStages } from '../../packages/tools/programme/index.js';

const ranks = new Map(businessStages.map((stage, index) => [stage.id, index + 1]));

/** How often the open stages of new business are left out, gone back in and opened again. */
export interface Shares {
  readonly opportunities: number;
  readonly forward: number;
  readonly skips: number;
  readonly backs: number;
  readonly closings: number;
  readonly reopenings: number;
}

/** Counted the plain way, straight from the log. */
export function shares(document: PipelineDocument): Shares {
  const counted = { opportunities: 0, forward: 0, skips: 0, backs: 0, closings: 0, reopenings: 0 };
  for (const opportunity of document.opportunities) {
    if (opportunity.pipeline !== 'business') continue;
    counted.opportunities += 1;
    count(opportunity, counted);
  }
  return counted;
}

function count(opportunity: Opportunity, counted: { -readonly [K in keyof Shares]: Shares[K] }): void {
  let rank: number | null = null;
  let closed = false;
  for (const { set } of opportunity.history) {
    if (set.pipeline !== undefined) return;
    if (set.stage === undefined) continue;
    if (set.stage === 'won' || set.stage === 'lost') {
      if (!closed) counted.closings += 1;
      closed = true;
      continue;
    }
    const next = ranks.get(set.stage) ?? 0;
    if (closed) counted.reopenings += 1;
    else if (rank !== null && next < rank) counted.backs += 1;
    else if (rank !== null && next > rank) {
      counted.forward += 1;
      if (next > rank + 1) counted.skips += 1;
    }
    closed = false;
    rank = next;
  }
}
