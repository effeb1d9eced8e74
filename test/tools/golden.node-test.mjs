import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { goldenBlock, goldenSummary } from '../../packages/tools/golden-block.mjs';
import { differences } from '../../packages/tools/golden-compare.mjs';

const expected = {
  definition: 'reached',
  stages: [
    { stage: 's1', count: 38, amount: 16738688 },
    { stage: 's2', count: 24, amount: null },
  ],
  rate: 0.8709677419,
  whole: 1,
};

/** The same answer with one thing changed. @param {(answer: any) => void} change */
function changed(change) {
  const answer = structuredClone(expected);
  change(answer);
  return answer;
}

describe('differences(actual, expected)', () => {
  it('is empty for the same answer, and for one that says more', () => {
    assert.deepEqual(differences(expected, expected), []);
    assert.deepEqual(differences({ ...expected, more: [1] }, expected), []);
  });

  it('allows a ratio 1e-9 away, relative or absolute, also from a whole number', () => {
    assert.deepEqual(
      differences(
        changed((a) => (a.rate += 9e-10)),
        expected,
      ),
      [],
    );
    assert.deepEqual(
      differences(
        changed((a) => (a.whole -= 9e-10)),
        expected,
      ),
      [],
    );
    assert.deepEqual(differences({ rate: 123456.5 + 1e-5 }, { rate: 123456.5 }), []);
  });

  /** @type {readonly (readonly [what: string, change: (answer: any) => void, line: string])[]} */
  const planted = [
    [
      'a count that is one off',
      (a) => (a.stages[0].count = 39),
      'result.stages[0].count: got 39, expected 38',
    ],
    [
      'an amount that is one minor unit off, however large',
      (a) => (a.stages[0].amount += 1),
      'result.stages[0].amount: got 16738689, expected 16738688',
    ],
    ['a ratio 2e-9 off', (a) => (a.rate = 0.8709677439), 'result.rate: got 0.8709677439,'],
    [
      'another text',
      (a) => (a.definition = 'entered'),
      'result.definition: got "entered", expected "reached"',
    ],
    ['zero for unknown', (a) => (a.stages[1].amount = 0), 'result.stages[1].amount: got 0, expected null'],
    ['unknown for a number', (a) => (a.rate = null), 'result.rate: got null, expected 0.8709677419'],
    ['a number as text', (a) => (a.whole = '1'), 'result.whole: got "1", expected 1'],
    ['no number', (a) => (a.rate = Number.NaN), 'result.rate: got null, expected 0.8709677419'],
    [
      'a missing key',
      (a) => delete a.stages[1].amount,
      'result.stages[1].amount: got nothing, expected null',
    ],
    ['a list that is shorter', (a) => a.stages.pop(), 'result.stages.length: got 1, expected 2'],
    ['a list that is longer', (a) => a.stages.push({}), 'result.stages.length: got 3, expected 2'],
    ['another order', (a) => a.stages.reverse(), 'result.stages[0].stage: got "s2", expected "s1"'],
    ['an object for a list', (a) => (a.stages = {}), 'result.stages: got {}, expected [{"stage":"s1"'],
    ['a list for an object', (a) => (a.stages[0] = []), 'result.stages[0]: got [], expected {"stage":"s1"'],
  ];
  for (const [what, change, line] of planted)
    it(`reports ${what}`, () => {
      const found = differences(changed(change), expected);
      assert.ok(found[0]?.startsWith(line), `${found[0]} should start with ${line}`);
    });

  it('reports an answer that is none', () => {
    assert.deepEqual(differences(null, { rate: 1 }), ['result: got null, expected {"rate":1}']);
    assert.deepEqual(differences(undefined, 1), ['result: got nothing, expected 1']);
  });
});

/** A model that answers one metric with what it was asked. @type {any} */
const echo = {
  metricNames: () => ['echo'],
  /** @param {any} document @param {object} options */
  createPipeline: (document, options) => ({
    /** @param {string} _metric @param {object} params @param {object} asked */
    query: async (_metric, params, asked) => {
      if ('broken' in params) throw new RangeError('unknown parameter: broken');
      return { ids: document.opportunities.map((/** @type {any} */ one) => one.id), options, params, asked };
    },
  }),
};

const document = { opportunities: [{ id: 'A' }, { id: 'B' }, { id: 'C' }] };

describe('goldenBlock(model, document, block)', () => {
  it('asks with only, options, asOf, params, selection and trace', async () => {
    const block = {
      id: 'x',
      metric: 'echo',
      asOf: '2026-03-31',
      params: { floor: 1 },
      only: ['A', 'C'],
      options: { currency: 'EUR' },
      selection: [{ field: 'stage', in: ['s1'] }],
      result: {
        ids: ['A', 'C'],
        options: { currency: 'EUR', asOf: '2026-03-31' },
        params: { floor: 1 },
        asked: { selection: [{ field: 'stage', in: ['s1'] }], trace: true },
      },
    };
    assert.deepEqual(await goldenBlock(echo, document, block), {
      metric: 'echo',
      outcome: 'passed',
      lines: [],
    });
  });

  it('gives no asOf where the block has none', async () => {
    const { outcome } = await goldenBlock(echo, document, {
      id: 'x',
      metric: 'echo',
      result: { options: {} },
    });
    assert.equal(outcome, 'passed');
  });

  it('fails on a difference, and on what the model throws', async () => {
    const wrong = await goldenBlock(echo, document, { id: 'x', metric: 'echo', result: { ids: ['A'] } });
    assert.deepEqual(wrong, {
      metric: 'echo',
      outcome: 'failed',
      lines: ['result.ids.length: got 3, expected 1'],
    });
    const block = { id: 'x', metric: 'echo', params: { broken: 1 }, result: {} };
    const { outcome, lines } = await goldenBlock(echo, document, block);
    assert.equal(outcome, 'failed');
    assert.match(lines[0] ?? '', /threw RangeError: unknown parameter: broken/);
  });

  it('is not built, neither passed nor failed, for a metric that the model does not know', async () => {
    const { outcome } = await goldenBlock(echo, document, { id: 'x', metric: 'other', result: {} });
    assert.equal(outcome, 'not built');
  });
});

describe('goldenSummary(verdicts)', () => {
  it('counts what is not built by metric, then passed and failed', () => {
    /** @param {string} metric @param {'passed' | 'failed' | 'not built'} outcome */
    const verdict = (metric, outcome) => ({ metric, outcome, lines: [] });
    const verdicts = [
      verdict('funnel', 'passed'),
      verdict('cycle', 'not built'),
      verdict('funnel', 'failed'),
      verdict('cycle', 'not built'),
      verdict('attention', 'not built'),
    ];
    assert.deepEqual(goldenSummary(verdicts), {
      lines: ['not built: attention (1)', 'not built: cycle (2)', '1 passed, 1 failed'],
      failed: 1,
    });
  });
});
