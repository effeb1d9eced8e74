import type { Mapping, Outcome, Stage, StageKind } from '@pipeline-kit/model/schema';
import { inferStages, stageKey } from './infer-stages.js';
import type { StageOrder, StageSeen } from './infer-stages.js';
import type { Draft } from './read-draft.js';

export interface DraftStages {
  readonly stages: readonly Stage[];
  readonly order: StageOrder;
  readonly doubtful: readonly { readonly name: string; readonly kind: StageKind }[];
  /** The stage that a draft's own text names, null when it names none. */
  stageOf(draft: Pick<Draft, 'pipeline' | 'stage'>): Stage | null;
  stageById(pipeline: string, id: string): Stage | null;
  /** The stage into which a draft of this outcome closed. */
  closingStage(draft: Pick<Draft, 'pipeline'>, outcome: 'won' | 'lost'): Stage | null;
}

/**
 * The stages of all drafts, pipeline by pipeline: those of the list, else those inferred from the
 * records and their logs; with a closing stage wherever a status needs one and there is none.
 */
export function draftStages(
  drafts: readonly Draft[],
  mapping: Mapping,
  list?: readonly Stage[],
): DraftStages {
  const stages: Stage[] = [];
  const doubtful: { name: string; kind: StageKind }[] = [];
  const byKey = new Map<string, Stage>();
  const closing = new Map<string, Stage>();
  let order: StageOrder = 'declared';
  const groups = groupBy(drafts, (draft) => draft.pipeline);
  for (const { pipeline } of list ?? []) if (!groups.has(pipeline)) groups.set(pipeline, []);
  for (const [pipeline, members] of groups) {
    const own = (list ?? []).filter((stage) => stage.pipeline === pipeline);
    if (!list) {
      const inferred = inferStages(stagesSeen(members, pipeline), mapping.stages, pipeline);
      own.push(...inferred.stages);
      doubtful.push(...inferred.doubtful);
      if (inferred.order !== 'declared') order = inferred.order;
    }
    for (const kind of ['won', 'lost'] as const) {
      let stage = own.find((candidate) => candidate.kind === kind);
      if (!stage) {
        const word = closingWord(members, kind, new Map(own.map((one) => [stageKey(one.name), one])));
        if (word === null) continue;
        stage = { id: word, pipeline, name: word, position: (own.at(-1)?.position ?? 0) + 10, kind };
        own.push(stage);
      }
      closing.set(`${kind} ${pipeline}`, stage);
    }
    // By name as well, since some sources write one here and the other there; an id holds against a name.
    for (const stage of own) byKey.set(`${pipeline}\n${stageKey(stage.name)}`, stage);
    for (const stage of own) byKey.set(`${pipeline}\n${stageKey(stage.id)}`, stage);
    stages.push(...own);
  }
  return {
    stages,
    order,
    doubtful,
    stageOf: ({ pipeline, stage }) =>
      stage === null ? null : (byKey.get(`${pipeline}\n${stageKey(stage)}`) ?? null),
    stageById: (pipeline, id) =>
      stages.find((stage) => stage.pipeline === pipeline && stage.id === id) ?? null,
    closingStage: ({ pipeline }, outcome) => closing.get(`${outcome} ${pipeline}`) ?? null,
  };
}

function stagesSeen(drafts: readonly Draft[], pipeline: string): StageSeen[] {
  const seen = new Map<string, { name: string; probabilities: number[]; flags: Set<Outcome | null> }>();
  const meet = (name: string, probability: number | null): Set<Outcome | null> => {
    let entry = seen.get(stageKey(name));
    if (!entry) seen.set(stageKey(name), (entry = { name, probabilities: [], flags: new Set() }));
    if (probability !== null) entry.probabilities.push(probability);
    return entry.flags;
  };
  for (const { stage, probability, flagged } of drafts) {
    if (stage !== null) meet(stage, probability).add(flagged);
  }
  // A stage that is met in logs alone was left by everyone, and no flag says its kind.
  for (const { log } of drafts) {
    for (const { set } of log ?? []) {
      if (set.stage !== undefined && (set.pipeline ?? pipeline) === pipeline)
        meet(set.stage, set.probability ?? null);
    }
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
  if (!draft)
    return drafts.some(({ log }) => log?.some((entry) => entry.outcome === outcome))
      ? OUTCOME_NAMES[outcome]
      : null;
  const word = draft.saidWord ?? OUTCOME_NAMES[outcome];
  return taken.has(stageKey(word)) ? `${word} (${outcome})` : word;
}

const OUTCOME_NAMES = { won: 'Won', lost: 'Lost' } as const;

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
