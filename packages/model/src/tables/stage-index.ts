import type { PipelineDocument, Stage } from '../schema/document.js';
import { CATEGORIES } from './categories.js';

/** What a stage code stands for. Codes of the document's stages come first, then those met in events only. */
export interface StageEntry {
  readonly pipeline: string;
  readonly id: string;
  /** Null: not in the document's stages; counts as open, without a rank. */
  readonly stage: Stage | null;
  /** 1…K for open stages, K + 1 for won ones, 0 for lost and unmapped ones. */
  readonly rank: number;
  readonly kind: 'open' | 'won' | 'lost' | 'unmapped';
}

/** The stages of one pipeline, in rank order. */
export interface PipelineStages {
  readonly id: string;
  /** Codes of the open stages: position i has rank i + 1. */
  readonly open: readonly number[];
  /** Code of the first won stage by position; −1 without one. */
  readonly won: number;
  /** Id of the won column: the first won stage's, 'won' without one. */
  readonly wonId: string;
  /** The rank from which an opportunity is qualified: of the first `qualified` stage, else 1. */
  readonly qualifiedRank: number;
}

/** Codes for stages (pipeline and stage id together) and their order. */
export class StageIndex {
  readonly entries: StageEntry[] = [];
  readonly pipelines: ReadonlyMap<string, PipelineStages>;
  /** The document's first pipeline; the empty text when it has no stages. */
  readonly firstPipeline: string;
  readonly #codes = new Map<string, Map<string, number>>();

  constructor(document: Pick<PipelineDocument, 'stages'>) {
    const pipelines = new Map<string, PipelineStages>();
    for (const id of new Set(document.stages.map((stage) => stage.pipeline))) {
      pipelines.set(
        id,
        this.#addPipeline(
          id,
          document.stages.filter((stage) => stage.pipeline === id),
        ),
      );
    }
    this.pipelines = pipelines;
    this.firstPipeline = document.stages[0]?.pipeline ?? '';
  }

  /** The code of a stage, given to it now when the document does not list it. */
  code(pipeline: string, id: string): number {
    const known = this.find(pipeline, id);
    if (known !== undefined) return known;
    return this.#add({ pipeline, id, stage: null, rank: 0, kind: 'unmapped' });
  }

  find(pipeline: string, id: string): number | undefined {
    return this.#codes.get(pipeline)?.get(id);
  }

  /** What the code stands for; throws a RangeError for a code that was never given. */
  at(code: number): StageEntry {
    const entry = this.entries[code];
    if (!entry) throw new RangeError(`unknown stage code: ${code}`);
    return entry;
  }

  /** The stages of a pipeline; an unknown one has none. */
  of(pipeline: string): PipelineStages {
    return (
      this.pipelines.get(pipeline) ?? { id: pipeline, open: [], won: -1, wonId: 'won', qualifiedRank: 1 }
    );
  }

  probability(code: number): number | null {
    return this.entries[code]?.stage?.probability ?? null;
  }

  /** Index into `CATEGORIES` of the stage's category, −1 without one. */
  categoryCode(code: number): number {
    const category = this.entries[code]?.stage?.category;
    return category === undefined ? -1 : CATEGORIES.indexOf(category);
  }

  #addPipeline(id: string, stages: readonly Stage[]): PipelineStages {
    const inOrder = stages.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
    const open = inOrder.filter((stage) => stage.kind === 'open');
    const codes = open.map((stage, i) =>
      this.#add({ pipeline: id, id: stage.id, stage, rank: i + 1, kind: 'open' }),
    );
    let won = -1;
    for (const stage of inOrder) {
      if (stage.kind === 'open') continue;
      const rank = stage.kind === 'won' ? open.length + 1 : 0;
      const code = this.#add({ pipeline: id, id: stage.id, stage, rank, kind: stage.kind });
      if (stage.kind === 'won' && won < 0) won = code;
    }
    const qualified = open.findIndex((stage) => stage.qualified === true);
    return {
      id,
      open: codes,
      won,
      wonId: this.entries[won]?.id ?? 'won',
      qualifiedRank: qualified < 0 ? 1 : qualified + 1,
    };
  }

  #add(entry: StageEntry): number {
    const code = this.entries.length;
    this.entries.push(entry);
    const ids = this.#codes.get(entry.pipeline) ?? new Map<string, number>();
    ids.set(entry.id, code);
    this.#codes.set(entry.pipeline, ids);
    return code;
  }
}
