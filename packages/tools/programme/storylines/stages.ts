import type { Random } from '../random.js';
import { lostReasons } from '../words/products.js';
import type { Scene } from './scene.js';

/** The stages, and why it was lost. */
export function stages({ deal, moments, random, log }: Scene): void {
  let current = deal.pipeline;
  for (const { minute, stage, pipeline } of moments) {
    if (pipeline !== current) log.write(minute, { pipeline });
    current = pipeline;
    log.write(minute, stage === 'lost' ? { stage, lostReason: reason(random) } : { stage });
  }
}

function reason(random: Random): string {
  return lostReasons[random.weighted([24, 22, 26, 11, 10, 7])]!;
}
