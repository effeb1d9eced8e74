import { DAY, minuteOf } from '../log.js';
import { nextSteps } from '../words/products.js';
import type { Scene } from './scene.js';

/** What is noted while it is open: the next step at most stages, and contacts that become rare with time. */
export function followUp({ deal, moments, closed, end, random, log }: Scene): void {
  for (const { minute } of moments) {
    if (minute === closed) break;
    if (random.chance(0.8)) log.write(minute, { nextStep: random.pick(nextSteps) });
    else if (random.chance(0.3)) log.write(minute, { nextStep: null });
  }
  const last = Math.floor(end / DAY) - 1;
  let pause = random.logNormal(12, 0.5);
  for (let day = deal.createdDay + pause; day <= last; day += pause) {
    log.write(minuteOf(Math.floor(day), random), { activity: random.chance(0.6) ? 'partner' : 'vendor' });
    pause = pause * 1.25 + random.next() * 6;
  }
}
