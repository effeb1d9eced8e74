import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { PipelineSource, type Fetcher } from '@pipeline-kit/elements';
import { passages, storyClock } from '../../../stories/data.js';

/** A document that says which request it answers: as many opportunities as its number. */
function numbered(number: number): string {
  return JSON.stringify(passages({ stages: [{ name: 'Alone', lost: 0, pending: number }], won: 0 }));
}

/** What a source is told, in order: a request, or the answer to the n-th of them. */
type Step = { readonly ask: number } | { readonly answer: number; readonly how: 'well' | 'badly' };

/** Every answer comes after its request; otherwise the order is any. */
const orders: fc.Arbitrary<readonly Step[]> = fc
  .array(fc.record({ how: fc.constantFrom('well', 'badly'), at: fc.nat(), delay: fc.nat() }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((requests) => {
    const steps: Step[] = [];
    for (const [number] of requests.entries()) steps.push({ ask: number + 1 });
    for (const [i, { how, delay }] of requests.entries()) {
      const asked = steps.findIndex((step) => 'ask' in step && step.ask === i + 1);
      steps.splice(asked + 1 + (delay % (steps.length - asked)), 0, { answer: i + 1, how });
    }
    return steps;
  });

/** Plays the steps to a source, with or without a fetcher that heeds its signal. */
async function play(
  steps: readonly Step[],
  isDeaf: boolean,
): Promise<{ shown: number[]; last: number | string }> {
  const answers = new Map<number, (response: Response) => void>();
  let asked = 0;
  const fetcher: Fetcher = (_url, { signal }) =>
    new Promise((resolve, reject) => {
      answers.set((asked += 1), resolve);
      if (!isDeaf) signal.addEventListener('abort', () => reject(signal.reason as Error));
    });
  const source = new PipelineSource({ options: {}, clock: storyClock });
  const shown: number[] = [];
  source.addEventListener('change', () => {
    const count = source.state.pipeline?.document.opportunities.length ?? 0;
    if (count > 0 && count !== shown.at(-1)) shown.push(count);
  });
  for (const step of steps) {
    if ('ask' in step)
      source.load({ kind: 'url', url: `/${step.ask}`, base: 'https://crm.example/', fetcher });
    else
      answers.get(step.answer)?.(
        step.how === 'well' ? new Response(numbered(step.answer)) : new Response('', { status: 503 }),
      );
    // Time for what was answered, and not always.
    if ('answer' in step && step.answer % 2 === 0) await turns();
  }
  await turns();
  const { status, failure, pipeline } = source.state;
  return {
    shown,
    last: status === 'ready' ? (pipeline?.document.opportunities.length ?? 0) : (failure?.code ?? status),
  };
}

async function turns(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, 8);
  });
}

/** The n-th request was the newest one when it was answered. */
function wasNewest(steps: readonly Step[], number: number): boolean {
  const at = steps.findIndex((step) => 'answer' in step && step.answer === number);
  return steps.slice(0, at).every((step) => !('ask' in step) || step.ask <= number);
}

describe('the newest request wins', () => {
  it('whatever the order of the answers, and whether or not a fetcher heeds its signal', async () => {
    await fc.assert(
      fc.asyncProperty(orders, fc.boolean(), async (steps, isDeaf) => {
        const { shown, last } = await play(steps, isDeaf);
        const newest = Math.max(...steps.map((step) => ('ask' in step ? step.ask : 0)));
        const how = steps.find((step) => 'answer' in step && step.answer === newest) as { how: string };
        expect(last).to.equal(how.how === 'well' ? newest : 'http');
        expect(shown).to.deep.equal(shown.toSorted((a, b) => a - b));
        for (const number of shown) expect(wasNewest(steps, number)).to.equal(true);
      }),
      { numRuns: 150 },
    );
  });

  it('which needs saying: a source that shows each answer when it comes ends with an old one', () => {
    const steps: Step[] = [{ ask: 1 }, { ask: 2 }, { answer: 2, how: 'well' }, { answer: 1, how: 'well' }];
    const naive = steps.reduce((shown, step) => ('answer' in step ? step.answer : shown), 0);
    expect([naive, wasNewest(steps, 2), wasNewest(steps, 1)]).to.deep.equal([1, true, false]);
  });
});
