import { expect } from '@open-wc/testing';
import {
  PipelineSource,
  type PipelineFunnelElement,
  type PipelineSourceElement,
} from '@pipeline-kit/elements';
import { createPipeline, type SavedState } from '@pipeline-kit/model';
import { passages, storyClock, typicalYear } from '../../../stories/data.js';
import { clean, frames, html, settled, show, sourceOf, textOf } from '../support.js';

const year = passages(typicalYear);
const state: SavedState = {
  v: 1,
  selection: [
    { source: 'pipeline-range-1', field: 'amount', from: 2_000_000, to: 20_000_000 },
    { field: 'partner', in: ['P1', null] },
    { field: 'owner', contains: 'a' },
  ],
  asOf: '2026-02-01',
  period: { from: '2026-01-01', to: '2026-04-01' },
  priorPeriod: { from: '2025-10-01', to: '2026-01-01' },
};

async function source(): Promise<PipelineSourceElement> {
  const place = show(html`
    <pipeline-source .data=${year} .clock=${storyClock}><pipeline-funnel></pipeline-funnel></pipeline-source>
  `);
  await settled<PipelineFunnelElement>(place, 'pipeline-funnel');
  return sourceOf(place);
}

describe('saveState() and restoreState()', () => {
  afterEach(clean);

  it('saveState() of nothing chosen is a version and an empty selection', async () => {
    expect((await source()).saveState()).to.deep.equal({ v: 1, selection: [] });
  });

  it('saveState() is what restoreState() was given, through JSON', async () => {
    const element = await source();
    element.restoreState(JSON.stringify(state));
    const saved = JSON.stringify(element.saveState());
    expect(JSON.parse(saved)).to.deep.equal(state);
    const other = await source();
    other.restoreState(JSON.parse(saved));
    expect(other.saveState()).to.deep.equal(state);
  });

  it('restoreState(state) moves every widget: day, filters and periods', async () => {
    const element = await source();
    const funnel = element.querySelector<PipelineFunnelElement>('pipeline-funnel');
    const before = textOf(funnel!, '.card');
    element.restoreState({ v: 1, selection: [], asOf: '2026-02-01' });
    await settled(element, 'pipeline-funnel');
    expect(element.pipeline?.asOf).to.equal('2026-02-01');
    expect(textOf(funnel!, '.card')).not.to.equal(before);
    element.restoreState({ v: 1, selection: [] });
    await settled(element, 'pipeline-funnel');
    await frames(2);
    expect(element.pipeline?.asOf).to.equal('2026-05-20');
    expect(textOf(funnel!, '.card')).to.equal(before);
  });

  it('restoreState(state) before there are data holds when they come', async () => {
    const element = document.createElement('pipeline-source');
    element.restoreState(state);
    element.clock = storyClock;
    element.data = year;
    const place = show(html``);
    place.append(element);
    await element.loaded;
    expect(element.pipeline?.asOf).to.equal('2026-02-01');
    expect(element.saveState()).to.deep.equal(state);
  });

  it('restoreState(state) drops what was chosen before, the chosen mark too', async () => {
    const element = await source();
    element.restoreState(state);
    element.holder.choose({ source: 'x', metric: 'funnel', params: {}, mark: {}, label: 'x', clauses: [] });
    element.restoreState({ v: 1, selection: [] });
    expect(element.saveState()).to.deep.equal({ v: 1, selection: [] });
    expect(element.holder.choice).to.equal(null);
  });

  const hostile: readonly [string, unknown][] = [
    ['nothing', undefined],
    ['null', null],
    ['no version', { selection: [] }],
    ['another version', { v: 2, selection: [] }],
    ['no selection', { v: 1 }],
    ['a list', []],
    ['a text that is no JSON', '{"v":1'],
    ['an unknown field', { v: 1, selection: [{ field: 'colour', in: ['red'] }] }],
    ['a prototype as a field', { v: 1, selection: [{ field: 'attributes.__proto__', in: [1] }] }],
    ['a clause that says nothing', { v: 1, selection: [{ field: 'stage' }] }],
    ['an object as a value', { v: 1, selection: [{ field: 'stage', in: [{}] }] }],
    ['an amount that is a text', { v: 1, selection: [{ field: 'amount', from: '1' }] }],
    ['an endless amount', { v: 1, selection: [{ field: 'amount', from: Infinity }] }],
    ['a day that there is not', { v: 1, selection: [], asOf: '2026-02-30' }],
    ['a day far off', { v: 1, selection: [], asOf: '9999-01-01' }],
    [
      'a period that runs backwards',
      { v: 1, selection: [], period: { from: '2026-04-01', to: '2026-01-01' } },
    ],
    ['half a period', { v: 1, selection: [], period: { from: '2026-01-01' } }],
    ['a good beginning', { ...state, priorPeriod: 'before' }],
  ];
  for (const [what, value] of hostile) {
    it(`restoreState() of ${what} is a RangeError, and nothing changes`, async () => {
      const element = await source();
      element.restoreState(state);
      const choice = { source: 'x', metric: 'funnel', params: {}, mark: {}, label: 'x', clauses: [] };
      element.holder.choose(choice);
      const { pipeline } = element;
      let told = 0;
      element.holder.addEventListener('change', () => (told += 1));
      element.selection.addEventListener('change', () => (told += 1));
      expect(() => element.restoreState(value)).to.throw(RangeError, /^invalid state/);
      expect(element.saveState()).to.deep.equal(state);
      expect([element.pipeline, element.holder.choice, told]).to.deep.equal([pipeline, choice, 0]);
    });
  }

  it('the page goes to another day, whatever was looked at', async () => {
    const element = await source();
    element.restoreState({ v: 1, selection: [], asOf: '2026-02-01' });
    element.asOf = '2026-03-01';
    await element.updateComplete;
    expect(element.pipeline?.asOf).to.equal('2026-03-01');
    expect(element.saveState()).to.deep.equal({ v: 1, selection: [] });
  });

  it('setAsOf(day) of a pipeline of the host’s own goes there and back', () => {
    const pipeline = createPipeline(year, { asOf: '2026-04-01' });
    const holder = new PipelineSource({ options: {}, clock: storyClock });
    holder.load({ kind: 'pipeline', pipeline });
    holder.setAsOf('2026-02-01');
    expect(holder.state.pipeline?.asOf).to.equal('2026-02-01');
    holder.setAsOf(null);
    expect(holder.state.pipeline?.asOf).to.equal('2026-04-01');
  });
});
