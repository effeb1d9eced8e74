import type { Tables } from '../tables/tables.js';

/** The pipeline in which an opportunity stands; its own before any stage. */
export function pipelineOf({ events, now }: Tables, row: number): string | null {
  const stage = events.stages.entries[now.stage[row] ?? -1];
  return stage?.pipeline ?? events.pipelines.at(events.pipeline[row] ?? -1);
}
