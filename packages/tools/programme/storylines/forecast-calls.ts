import type { Category } from '@pipeline-kit/model/schema';
import type { Scene } from './scene.js';

/** The seller's own call, where it differs from what the stage stands for. */
export function forecastCalls({ moments, closed, random, log }: Scene): void {
  for (const { minute, stage } of moments) {
    if (minute === closed) break;
    if (stage === 'proposal' && random.chance(0.3)) call(minute, random.chance(0.4) ? 'commit' : 'bestCase');
    if (stage === 'negotiation' && random.chance(0.25)) call(minute, 'mostLikely');
    if (stage === 'discovery' && random.chance(0.06)) call(minute, 'omitted');
  }

  function call(minute: number, category: Category): void {
    log.write(minute, { category });
    const probability = { omitted: 0, pipeline: 0.1, bestCase: 0.3, mostLikely: 0.55, commit: 0.8 }[category];
    if (random.chance(0.6)) log.write(minute, { probability });
  }
}
