import { createPipeline, type Pipeline, type Selection } from '@pipeline-kit/model';
import { programme } from '../../packages/tools/programme/index.js';
import { loadHostile } from './hostile.js';
import { measure, type Measured, type Way } from './measure.js';
import { plainOfPartner, plainPipeline, plainReached, type PlainPipeline } from './plain.js';

/** One comparison of two ways, on so many opportunities. */
export interface BenchResult {
  readonly what: string;
  readonly opportunities: number;
  readonly ways: readonly Measured[];
}

declare global {
  interface Window {
    /** Called by packages/tools/bench.mjs. */
    bench(opportunities: number, runs: number): Promise<BenchResult[]>;
  }
}

window.bench = async (opportunities, runs) => {
  const text = JSON.stringify(programme({ opportunities, seed: 1 }));
  const loaded = createPipeline(text);
  const plain = plainPipeline(text);
  const lost = loaded.issues.find(({ effect }) => effect !== 'kept');
  if (lost) throw new Error(`the programme has a bad record: ${JSON.stringify(lost)}`);
  const pipeline = plain.document.stages[0]?.pipeline ?? '';
  const partner = plain.document.partners[0]?.id ?? '';
  const comparisons: Readonly<Record<string, readonly Way[]>> = {
    'load JSON text': load(text),
    'funnel, first answer': firstFunnel(loaded, plain, pipeline),
    'funnel of one partner': funnelOfPartner(loaded, plain, pipeline, partner),
    'load hostile JSON text': loadHostile(text, pipeline),
  };
  const results: BenchResult[] = [];
  for (const [what, ways] of Object.entries(comparisons))
    results.push({ what, opportunities, ways: await measure(ways, runs) });
  return results;
};

function load(text: string): Way[] {
  return [
    { name: 'kit', run: async () => createPipeline(text).document.opportunities.length },
    { name: 'plain arrays', run: async () => plainPipeline(text).events.length },
  ];
}

/** Every run asks another view of the same document, which remembers no answer. */
function firstFunnel(loaded: Pipeline, plain: PlainPipeline, pipeline: string): Way[] {
  let fresh = loaded;
  return [
    {
      name: 'kit',
      before: () => {
        fresh = loaded.with({});
      },
      run: async () => counts(await fresh.query('funnel', { definition: 'reached', pipeline })),
    },
    { name: 'plain arrays', run: async () => plainReached(plain, pipeline) },
  ];
}

function funnelOfPartner(loaded: Pipeline, plain: PlainPipeline, pipeline: string, partner: string): Way[] {
  let fresh = loaded;
  const selection: Selection = [{ field: 'partner', in: [partner] }];
  return [
    {
      name: 'kit',
      // The funnel of everyone is on screen when someone picks a partner.
      before: async () => {
        fresh = loaded.with({});
        await fresh.query('funnel', { definition: 'reached', pipeline });
      },
      run: async () =>
        counts(await fresh.query('funnel', { definition: 'reached', pipeline }, { selection })),
    },
    { name: 'plain arrays', run: async () => plainReached(plainOfPartner(plain, partner), pipeline) },
  ];
}

function counts({ stages }: { readonly stages: readonly { readonly count: number }[] }): number[] {
  return stages.map(({ count }) => count);
}
