// The packages in Node, where there is no page: each entry loads under the flag that forbids making code
// from text, the model answers, and a chart is drawn in the document that it is given.
import assert from 'node:assert/strict';
import process from 'node:process';
import { describe, it } from 'node:test';
import { parseHTML } from 'linkedom';
import { nodeBundle } from '../packages/tools/node-bundle.mjs';

/** @type {Readonly<Record<string, string>>} */
const entries = {
  model: 'packages/model/src/index.ts',
  schema: 'packages/model/src/schema/index.ts',
  sources: 'packages/sources/src/index.ts',
  charts: 'packages/charts/src/index.ts',
  texts: 'test/fixtures/chart-texts.ts',
};

/** @type {Map<string, Promise<any>>} */
const loaded = new Map();

/** @param {string} name @returns {Promise<any>} */
function load(name) {
  const known =
    loaded.get(name) ?? nodeBundle(entries[name] ?? '', `test-${name}`).then((file) => import(file));
  loaded.set(name, known);
  return known;
}

const stage = (/** @type {string} */ id, /** @type {number} */ position, kind = 'open') => ({
  id,
  pipeline: 'main',
  name: id,
  position,
  kind,
});

const document = {
  schema: 'pipeline-kit/document@1',
  meta: { asOf: '2026-03-31' },
  settings: { reportTimeZone: 'Europe/Berlin', reportingCurrency: 'EUR' },
  stages: [stage('s1', 1), stage('s2', 2), stage('won', 3, 'won'), stage('lost', 4, 'lost')],
  partners: [],
  opportunities: [
    opportunity('O1', ['s1', 's2', 'won']),
    opportunity('O2', ['s1', 's2']),
    opportunity('O3', ['s1', 'lost']),
  ],
};

/** One day in each stage. @param {string} id @param {readonly string[]} stages */
function opportunity(id, stages) {
  const history = stages.map((name, day) => ({ at: `2026-03-0${day + 1}`, set: { stage: name } }));
  return { id, createdAt: '2026-03-01', pipeline: 'main', history };
}

describe('in Node', () => {
  it('code cannot be made from text: what follows proves something', () => {
    assert.ok(process.execArgv.includes('--disallow-code-generation-from-strings'));
    assert.throws(() => Reflect.construct(Function, ['return 1']), EvalError);
  });

  for (const name of Object.keys(entries))
    it(`${entries[name]} loads`, async () => {
      assert.ok(Object.keys(await load(name)).length > 0);
    });

  it('createPipeline(document).query(metric) answers from an object, its text and its bytes', async () => {
    const { createPipeline } = await load('model');
    const text = JSON.stringify(document);
    for (const input of [document, text, new TextEncoder().encode(text)]) {
      const { stages } = await createPipeline(input).query('funnel', { definition: 'reached' });
      assert.deepEqual(
        stages.map((/** @type {{ count: number }} */ { count }) => count),
        [3, 2, 1],
      );
    }
  });

  it('createPipeline(document).tables are Arquero tables that can be read without code from text', async () => {
    const { createPipeline } = await load('model');
    const { opportunities } = createPipeline(document).tables;
    assert.equal(opportunities.numRows(), 3);
    assert.deepEqual([...opportunities.array('id')], ['O1', 'O2', 'O3']);
  });

  it('a verb of Arquero that compiles fails with one sentence that says what to do', async () => {
    const { createPipeline } = await load('model');
    const { visits } = createPipeline(document).tables;
    const verbs = {
      filter: () => visits.filter('d => d.days > 1'),
      groupby: () => visits.groupby('stage').count(),
      objects: () => visits.objects(),
    };
    for (const [name, verb] of Object.entries(verbs))
      assert.throws(verb, {
        name: 'EvalError',
        message: new RegExp(`^Arquero's ${name} makes code from text, .* use scan, get, column, `),
      });
    assert.throws(
      () => visits.filter('d => d.nowhere('),
      { name: 'Error' },
      'other mistakes keep their words',
    );
  });

  it('funnelChart(result, { document }) draws in the document that it is given', async () => {
    const { createPipeline } = await load('model');
    const { funnelChart } = await load('charts');
    const { funnelTexts } = await load('texts');
    const result = await createPipeline(document).query('funnel', { definition: 'reached', floor: 1 });
    const page = parseHTML('<!doctype html><html><body></body></html>').document;
    const { svg, marks } = funnelChart(result, {
      document: page,
      width: 640,
      locale: 'en',
      names: {},
      texts: funnelTexts,
    });
    assert.equal(svg.ownerDocument, page);
    assert.ok(marks.length > 0);
    for (const { key } of marks) assert.ok(svg.querySelector(`[data-mark="${key}"]`), key);
    assert.equal('document' in globalThis, false);
  });
});
