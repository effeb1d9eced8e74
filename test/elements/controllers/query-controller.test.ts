import { expect } from '@open-wc/testing';
import type { Pipeline } from '@pipeline-kit/model';
import type { ReactiveController } from 'lit';
import fc from 'fast-check';
import {
  QueryController,
  type Requests,
} from '../../../packages/elements/src/controllers/query-controller.js';

interface Answers {
  readonly one: string;
}

/** A question that is answered when the test says so. */
interface Asked {
  readonly question: unknown;
  readonly signal: AbortSignal;
  readonly answer: (result: string) => void;
  readonly fail: (error: unknown) => void;
}

function stage(): {
  query: QueryController<Answers>;
  pipeline: Pipeline;
  asked: Asked[];
  updates: () => number;
  controllers: ReactiveController[];
} {
  const asked: Asked[] = [];
  const controllers: ReactiveController[] = [];
  let updates = 0;
  const host = {
    addController: (controller: ReactiveController) => void controllers.push(controller),
    removeController: () => {},
    requestUpdate: () => void (updates += 1),
    updateComplete: Promise.resolve(true),
  };
  const pipeline = {
    query: (
      _metric: string,
      params: object,
      { signal, selection }: { signal: AbortSignal; selection: unknown },
    ) =>
      new Promise((answer, fail) => {
        asked.push({ question: { params, selection }, signal, answer, fail });
      }),
  } as unknown as Pipeline;
  return { query: new QueryController<Answers>(host), pipeline, asked, updates: () => updates, controllers };
}

function asking(pipelineId: string): Requests<Answers> {
  return { one: { metric: 'funnel', params: { pipeline: pipelineId } } };
}

async function turns(): Promise<void> {
  for (let i = 0; i < 6; i += 1) await Promise.resolve();
}

describe('new QueryController(host)', () => {
  it('asks once for the same question, and again for another selection, parameter or pipeline', () => {
    const { query, pipeline, asked } = stage();
    query.ask(pipeline, asking('a'), []);
    query.ask(pipeline, asking('a'), []);
    expect(asked).to.have.length(1);
    query.ask(pipeline, asking('b'), []);
    query.ask(pipeline, asking('b'), [{ field: 'stage', in: ['s1'] }]);
    const other = stage();
    query.ask(other.pipeline, asking('b'), [{ field: 'stage', in: ['s1'] }]);
    expect([asked.length, other.asked.length]).to.deep.equal([3, 1]);
    expect(asked.map(({ signal }) => signal.aborted)).to.deep.equal([true, true, true]);
  });

  it('keeps the last results while the next question is under way, and says that it is', async () => {
    const { query, pipeline, asked, updates } = stage();
    query.ask(pipeline, asking('a'), []);
    expect([query.results, query.isPending]).to.deep.equal([null, true]);
    asked[0]?.answer('A');
    await turns();
    expect([query.results, query.isPending, updates()]).to.deep.equal([{ one: 'A' }, false, 1]);
    query.ask(pipeline, asking('b'), []);
    expect([query.results, query.isPending]).to.deep.equal([{ one: 'A' }, true]);
    asked[1]?.fail('no such stage');
    await turns();
    expect([query.error?.message, query.isPending]).to.deep.equal(['no such stage', false]);
    query.ask(pipeline, asking('c'), []);
    asked[2]?.answer('C');
    await turns();
    expect([query.results, query.error]).to.deep.equal([{ one: 'C' }, null]);
  });

  it('forgets everything when there is nothing to ask', async () => {
    const { query, pipeline, asked } = stage();
    query.ask(pipeline, asking('a'), []);
    asked[0]?.answer('A');
    await turns();
    query.ask(null, null, []);
    expect([query.results, query.error, query.isPending]).to.deep.equal([null, null, false]);
  });

  it('ends its question when the host leaves, and asks again when it is back', async () => {
    const { query, pipeline, asked, controllers, updates } = stage();
    query.ask(pipeline, asking('a'), []);
    for (const controller of controllers) controller.hostDisconnected?.();
    asked[0]?.answer('A');
    await turns();
    expect([asked[0]?.signal.aborted, query.results, updates()]).to.deep.equal([true, null, 0]);
    query.ask(pipeline, asking('a'), []);
    asked[1]?.answer('A');
    await turns();
    expect(query.results).to.deep.equal({ one: 'A' });
  });

  it('shows the answer to the newest question, whatever the order of the answers', async () => {
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 });
    await fc.assert(
      fc.asyncProperty(order, fc.nat({ max: 4 }), async (places, failing) => {
        const { query, pipeline, asked, updates } = stage();
        for (let i = 0; i < 5; i += 1) query.ask(pipeline, asking(String(i)), []);
        for (const place of places) {
          if (place === failing) asked[place]?.fail(new Error(String(place)));
          else asked[place]?.answer(String(place));
          await turns();
        }
        expect(updates()).to.equal(1);
        if (failing === 4) expect([query.error?.message, query.results]).to.deep.equal(['4', null]);
        else expect([query.error, query.results]).to.deep.equal([null, { one: '4' }]);
      }),
      { numRuns: 200 },
    );
  });
});
