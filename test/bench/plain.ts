import type { OpportunityEvent, PipelineDocument } from '@pipeline-kit/model/schema';

/** The obvious way to hold a pipeline: the parsed objects, each with its events in order. */
export interface PlainPipeline {
  readonly document: PipelineDocument;
  readonly events: readonly (readonly OpportunityEvent[])[];
}

/** Parses and sorts; nothing is checked. */
export function plainPipeline(text: string): PlainPipeline {
  const document = JSON.parse(text) as PipelineDocument;
  const events = document.opportunities.map(({ history }) =>
    history.toSorted((a, b) => time(a.at) - time(b.at)),
  );
  return { document, events };
}

/**
 * How many opportunities reached each open stage of a pipeline, then how many are won: the furthest stage
 * counts, what was skipped is filled.
 */
export function plainReached({ document, events }: PlainPipeline, pipeline: string): number[] {
  const stages = document.stages.filter((stage) => stage.pipeline === pipeline);
  const open = stages.filter(({ kind }) => kind === 'open').toSorted((a, b) => a.position - b.position);
  const won = new Set(stages.filter(({ kind }) => kind === 'won').map(({ id }) => id));
  const rankOf = new Map(open.map(({ id }, index) => [id, index + 1]));
  const counts = Array.from({ length: open.length + 1 }, () => 0);
  document.opportunities.forEach((opportunity, row) => {
    let where = opportunity.pipeline ?? document.stages[0]?.pipeline;
    let furthest = 0;
    let isWon = false;
    let isDeleted = false;
    for (const { set } of events[row] ?? []) {
      isDeleted = set.deleted ?? isDeleted;
      where = set.pipeline ?? where;
      if (set.stage === undefined) continue;
      isWon = where === pipeline && won.has(set.stage);
      if (where === pipeline) furthest = Math.max(furthest, rankOf.get(set.stage) ?? 0);
    }
    if (isDeleted) return;
    const reached = isWon ? counts.length : furthest;
    for (let column = 0; column < reached; column += 1) counts[column] = (counts[column] ?? 0) + 1;
  });
  return counts;
}

/** Opportunities of which the last event names this partner: a filter over objects. */
export function plainOfPartner({ document, events }: PlainPipeline, partner: string): PlainPipeline {
  const rows = document.opportunities.flatMap((_, row) =>
    lastPartner(events[row] ?? []) === partner ? [row] : [],
  );
  const opportunities = rows.flatMap((row) => document.opportunities[row] ?? []);
  return { document: { ...document, opportunities }, events: rows.map((row) => events[row] ?? []) };
}

/** The partner now; an opportunity that is closed keeps the one it was closed with, which here is the same. */
function lastPartner(events: readonly OpportunityEvent[]): string | null {
  return events.findLast(({ set }) => set.partner !== undefined)?.set.partner ?? null;
}

function time(at: OpportunityEvent['at']): number {
  return at === null ? Number.NEGATIVE_INFINITY : Date.parse(at);
}
