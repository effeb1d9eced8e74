import type { Mapping, Outcome, Stage, StageKind } from '@pipeline-kit/model/schema';
import { inferStages, stageKey } from './infer-stages.js';
import type { StageOrder, StageSeen } from './infer-stages.js';
import type { Draft } from './read-draft.js';

export interface DraftStages {
  readonly stages: readonly Stage[];
  readonly order: StageOrder;
  readonly doubtful: readonly { readonly name: string; readonly kind: StageKind }[];
  /** The stage that a draft's own text names, null when it names none. */
  stageOf(draft: Draft): Stage | null;
  /** The stage into which a draft of this outcome closed. */
  closingStage(draft: Draft, outcome: 'won' | 'lost'): Stage | null;
}

/** The stages of all drafts, pipeline by pipeline, with a closing stage wherever a status needs one. */
export function draftStages(drafts: readonly Draft[], mapping: Mapping): DraftStages {
  const stages: Stage[] = [];
  const doubtful: { name: string; kind: StageKind }[] = [];
  const byKey = new Map<string, Stage>();
  const closing = new Map<string, Stage>();
  let order: StageOrder = 'declared';
  for (const [pipeline, members] of groupBy(drafts, (draft) => draft.pipeline)) {
    const inferred = inferStages(stagesSeen(members), mapping.stages, pipeline);
    const own = [...inferred.stages];
    doubtful.push(...inferred.doubtful);
    if (inferred.order !== 'declared') order = inferred.order;
    for (const kind of ['won', 'lost'] as const) {
      let stage = own.find((candidate) => candidate.kind === kind);
      if (!stage) {
        const word = closingWord(members, kind, new Map(own.map((one) => [stageKey(one.name), one])));
        if (word === null) continue;
        stage = { id: word, pipeline, name: word, position: (own.length + 1) * 10, kind };
        own.push(stage);
      }
      closing.set(`${kind} ${pipeline}`, stage);
    }
    for (const stage of own) byKey.set(`${pipeline}\n${stageKey(stage.name)}`, stage);
    stages.push(...own);
  }
  return {
    stages,
    order,
    doubtful,
    stageOf: ({ pipeline, stage }) =>
      stage === null ? null : (byKey.get(`${pipeline}\n${stageKey(stage)}`) ?? null),
    closingStage: ({ pipeline }, outcome) => closing.get(`${outcome} ${pipeline}`) ?? null,
  };
}

function stagesSeen(drafts: readonly Draft[]): StageSeen[] {
  const seen = new Map<string, { name: string; probabilities: number[]; flags: Set<Outcome | null> }>();
  for (const { stage, probability, flagged } of drafts) {
    if (stage === null) continue;
    let entry = seen.get(stageKey(stage));
    if (!entry) seen.set(stageKey(stage), (entry = { name: stage, probabilities: [], flags: new Set() }));
    if (probability !== null) entry.probabilities.push(probability);
    entry.flags.add(flagged);
  }
  return [...seen.values()].map(({ name, probabilities, flags }) => {
    const [flag = null] = flags;
    return { name, probabilities, flagged: flags.size === 1 ? flag : null };
  });
}

/** The first word with which a record says this outcome, when any says it; null when none does. */
function closingWord(
  drafts: readonly Draft[],
  outcome: 'won' | 'lost',
  taken: ReadonlyMap<string, Stage>,
): string | null {
  const draft = drafts.find(({ said }) => said === outcome);
  if (!draft) return null;
  const word = draft.saidWord ?? (outcome === 'won' ? 'Won' : 'Lost');
  return taken.has(stageKey(word)) ? `${word} (${outcome})` : word;
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
