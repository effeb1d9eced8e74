import type { MappingStages, Stage, StageKind } from '@pipeline-kit/model/schema';
import { isClosedWord, outcomeOf } from './outcome-words.js';
import { leadingNumber, usualStep } from './stage-words.js';

/** What the records say about one stage. */
export interface StageSeen {
  readonly name: string;
  /** Every certainty that open records in it carry, 0 to 1. */
  readonly probabilities: readonly number[];
  /** The kind that `isClosed` and `isWon` give its records; null when they are absent or disagree. */
  readonly flagged: StageKind | null;
}

/** How the order of the open stages was found. */
export type StageOrder = 'declared' | 'numbers' | 'probability' | 'words' | 'appearance';

export interface InferredStages {
  readonly stages: readonly Stage[];
  readonly order: StageOrder;
  /** Won or lost stages that were recognised by a word with more than one meaning. */
  readonly doubtful: readonly { readonly name: string; readonly kind: StageKind }[];
}

/**
 * The stages of one pipeline in order: open ones first, then won, then lost. Kinds come from the
 * declaration, else from the records' own flags, else from words in the name. The order comes from the
 * declaration, else from numbers in the names, else from rising probability, else from the usual
 * steps of a sale, else from the order in which the stages appear.
 */
export function inferStages(
  seen: readonly StageSeen[],
  { order = [], won, lost }: MappingStages = {},
  pipeline = 'main',
): InferredStages {
  const doubtful: { name: string; kind: StageKind }[] = [];
  const kinds = new Map<string, StageKind>();
  const hasLost = seen.some((stage) => outcomeOf(stage.name)?.outcome === 'lost');
  const hasWon = seen.some((stage) => outcomeOf(stage.name)?.outcome === 'won');
  for (const stage of seen) {
    const declared = declaredKind(stage.name, won, lost);
    const word = outcomeOf(stage.name);
    let kind = declared ?? stage.flagged;
    if (kind === null) {
      // "Closed" beside "Lost" can only mean won.
      const closed = isClosedWord(stage.name) && hasLost && !hasWon && !won;
      kind = closed ? 'won' : wordKind(word?.outcome, won, lost);
      if (closed || (kind !== 'open' && word?.sure === false)) doubtful.push({ name: stage.name, kind });
    }
    kinds.set(stageKey(stage.name), kind);
  }
  const of = (kind: StageKind): string[] =>
    seen.filter((stage) => kinds.get(stageKey(stage.name)) === kind).map((stage) => stage.name);
  const [wonNames, lostNames] = [withDeclared(of('won'), won), withDeclared(of('lost'), lost)];
  const closed = new Set([...wonNames, ...lostNames].map(stageKey));
  const open = orderedOpen(
    seen.filter((stage) => !closed.has(stageKey(stage.name))),
    order,
    closed,
  );
  const stages: Stage[] = [];
  const add = (names: readonly string[], kind: StageKind): void => {
    for (const name of names)
      stages.push({ id: name, pipeline, name, position: (stages.length + 1) * 10, kind });
  };
  add(open.names, 'open');
  add(wonNames, 'won');
  add(lostNames, 'lost');
  return { stages, order: open.order, doubtful };
}

/** What makes two spellings of a stage the same: capitals and blanks do not count. */
export function stageKey(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

function declaredKind(name: string, won?: readonly string[], lost?: readonly string[]): StageKind | null {
  const key = stageKey(name);
  if (won?.some((text) => stageKey(text) === key)) return 'won';
  if (lost?.some((text) => stageKey(text) === key)) return 'lost';
  return won && lost ? 'open' : null;
}

function withDeclared(seen: readonly string[], declared: readonly string[] = []): string[] {
  const keys = new Set(seen.map(stageKey));
  return [...seen, ...declared.filter((name) => !keys.has(stageKey(name)))];
}

/** A kind whose names were declared is not also found by words. */
function wordKind(
  outcome: StageKind | undefined,
  won?: readonly string[],
  lost?: readonly string[],
): StageKind {
  if (outcome === 'won' && won === undefined) return 'won';
  return outcome === 'lost' && lost === undefined ? 'lost' : 'open';
}

/** Declared steps keep their place even when nobody stands in them today. */
function orderedOpen(
  open: readonly StageSeen[],
  declared: readonly string[],
  closed: ReadonlySet<string>,
): { names: string[]; order: StageOrder } {
  const spelled = new Map(open.map((stage) => [stageKey(stage.name), stage.name]));
  const steps = new Map<string, string>();
  for (const name of declared) {
    const key = stageKey(name);
    if (!closed.has(key)) steps.set(key, spelled.get(key) ?? name.trim());
  }
  const rest = inferredOrder(open.filter((stage) => !steps.has(stageKey(stage.name))));
  return {
    names: [...steps.values(), ...rest.names],
    order: steps.size > 0 && rest.names.length === 0 ? 'declared' : rest.order,
  };
}

function inferredOrder(stages: readonly StageSeen[]): { names: string[]; order: StageOrder } {
  const numbers = stages.map((stage) => leadingNumber(stage.name));
  const steps = stages.map((stage) => usualStep(stage.name));
  const chances = stages.map((stage) => median(stage.probabilities));
  const sorted = (...keys: (readonly (number | null)[])[]): string[] =>
    stages
      .map((stage, index) => ({ name: stage.name, index, by: keys.map((key) => key[index] ?? Infinity) }))
      .sort((a, b) => firstDifference(a.by, b.by) || a.index - b.index)
      .map(({ name }) => name);
  if (stages.length > 1 && new Set(numbers).size === stages.length && !numbers.includes(null)) {
    return { names: sorted(numbers), order: 'numbers' };
  }
  if (new Set(chances).size > 1 && !chances.includes(null)) {
    return { names: sorted(chances, steps), order: 'probability' };
  }
  if (steps.some((step) => step !== null)) return { names: sorted(steps), order: 'words' };
  return { names: stages.map((stage) => stage.name), order: 'appearance' };
}

function firstDifference(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? Infinity;
    if (value !== other) return value < other ? -1 : 1;
  }
  return 0;
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? null;
}
