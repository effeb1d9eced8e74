import { expect } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import type {
  PipelineFiltersElement,
  PipelineFunnelElement,
  PipelineRangeElement,
  PipelineSourceElement,
  PipelineSummaryElement,
} from '@pipeline-kit/elements';
import { storyClock } from '../../stories/data.js';
import { spread } from '../../stories/spread.js';
import { clean, frames, html, inside, settled, show, sourceOf, textOf, wait } from './support.js';

const document = spread(120);

interface Page {
  readonly place: HTMLElement;
  readonly source: PipelineSourceElement;
  readonly range: PipelineRangeElement;
  readonly funnel: PipelineFunnelElement;
  readonly summary: PipelineSummaryElement;
  readonly bar: PipelineFiltersElement;
}

/** A small dashboard of one source. */
async function page(data: unknown = document): Promise<Page> {
  const place = show(html`
    <pipeline-source .data=${data} .clock=${storyClock}>
      <pipeline-filters></pipeline-filters>
      <pipeline-range></pipeline-range>
      <pipeline-summary></pipeline-summary>
      <pipeline-funnel></pipeline-funnel>
    </pipeline-source>
  `);
  const [range, funnel, summary] = await Promise.all([
    settled<PipelineRangeElement>(place, 'pipeline-range'),
    settled<PipelineFunnelElement>(place, 'pipeline-funnel'),
    settled<PipelineSummaryElement>(place, 'pipeline-summary'),
  ]);
  const bar = place.querySelector('pipeline-filters') as PipelineFiltersElement;
  return { place, source: sourceOf(place), range, funnel, summary, bar };
}

/** What each widget says, to see who moved. */
function said({ range, funnel, summary }: Page): { range: string; funnel: string; summary: string } {
  return {
    range: textOf(range, '.finding'),
    funnel: textOf(funnel, '.drawing'),
    summary: textOf(summary, '.finding'),
  };
}

async function allSettled({ place }: Page): Promise<void> {
  await Promise.all(
    ['pipeline-range', 'pipeline-funnel', 'pipeline-summary'].map((tag) => settled(place, tag)),
  );
}

function mark(funnel: PipelineFunnelElement, key: string): HTMLElement {
  return inside(funnel, `.marks [data-key="${key}"]`) as HTMLElement;
}

/** Waits until something holds, however slowly a busy machine draws; the test's own timeout is the end. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await wait(10);
}

/** A place on the brush as the mouse sees it. */
function at(range: PipelineRangeElement, share: number): [number, number] {
  const { left, top, width, height } = (inside(range, '.area') as HTMLElement).getBoundingClientRect();
  return [Math.round(left + share * width), Math.round(top + height / 2)];
}

describe('widgets of one source', () => {
  afterEach(async () => {
    clean();
    await resetMouse();
  });

  it('a choice in one filters the others, and not itself', async () => {
    const dashboard = await page();
    const before = said(dashboard);
    mark(dashboard.funnel, 's3').click();
    await allSettled(dashboard);
    const after = said(dashboard);
    expect(after.funnel).to.equal(before.funnel);
    expect(after.range).not.to.equal(before.range);
    expect(after.summary).not.to.equal(before.summary);
    const chips = [...dashboard.bar.renderRoot.querySelectorAll('.label')].map((chip) =>
      (chip.textContent ?? '').replaceAll(/\s+/g, ' ').trim(),
    );
    expect(chips).to.deep.equal(['Stage Solution']);
  });

  it('choices of several widgets come together, and each sees those of the others', async () => {
    const dashboard = await page();
    const { source, range, funnel } = dashboard;
    mark(funnel, 's3').click();
    await allSettled(dashboard);
    inside(range, '.handle.from')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageUp' }));
    await allSettled(dashboard);
    expect(source.selection.value.map(({ field }) => field)).to.deep.equal(['stage', 'amount']);
    const pipeline = source.pipeline!;
    const [stage, amount] = source.selection.value;
    const seen = async (selection: typeof source.selection.value): Promise<number> =>
      (await pipeline.query('histogram', {}, { selection })).n;
    expect(textOf(range, '.finding')).to.contain(`of ${await seen([stage!])} open`);
    const figures = await pipeline.query('funnel', {}, { selection: [amount!] });
    expect(textOf(funnel, '.drawing')).to.contain(String(figures.stages[0]?.count));
  });

  it('the bar takes back what a widget chose, and the widget knows', async () => {
    const dashboard = await page();
    const before = said(dashboard);
    mark(dashboard.funnel, 's3').click();
    await allSettled(dashboard);
    dashboard.bar.renderRoot.querySelector<HTMLElement>('.remove')?.click();
    await allSettled(dashboard);
    expect(said(dashboard)).to.deep.equal(before);
    expect(inside(dashboard.funnel, '.chip')).to.equal(null);
    expect(mark(dashboard.funnel, 's3').ariaPressed).to.equal('false');
  });

  it('pointing at a mark shows it in another widget of the source, and filters nothing', async () => {
    const place = show(html`
      <pipeline-source .data=${document} .clock=${storyClock}>
        <pipeline-funnel id="here"></pipeline-funnel>
        <pipeline-funnel id="there"></pipeline-funnel>
      </pipeline-source>
    `);
    await settled(place, '#here');
    const there = await settled<PipelineFunnelElement>(place, '#there');
    const here = place.querySelector('#here') as PipelineFunnelElement;
    const rings = (): number => there.renderRoot.querySelectorAll('.overlay *').length;
    const before = rings();
    here.renderRoot
      .querySelector('[data-mark="s2"]')
      ?.dispatchEvent(
        new PointerEvent('pointermove', { bubbles: true, composed: true, pointerType: 'mouse' }),
      );
    await frames(3);
    expect(rings()).to.be.greaterThan(before);
    expect(sourceOf(place).selection.value).to.deep.equal([]);
    here.renderRoot
      .querySelector('.drawing')
      ?.dispatchEvent(new PointerEvent('pointerleave', { bubbles: false, pointerType: 'mouse' }));
    await frames(3);
    expect(rings()).to.equal(before);
  });

  it('everyone follows while a range is dragged, and what is shown at last is the last of it', async () => {
    const dashboard = await page();
    const { range, source } = dashboard;
    const figure = (): string => textOf(dashboard.summary, '.evidence');
    const seen = [figure()];
    await sendMouse({ type: 'move', position: at(range, 0.3) });
    await sendMouse({ type: 'down' });
    for (const share of [0.45, 0.6, 0.9]) {
      await sendMouse({ type: 'move', position: at(range, share) });
      await until(() => figure() !== seen.at(-1));
      seen.push(figure());
    }
    expect(new Set(seen).size).to.equal(4);
    await sendMouse({ type: 'up' });
    await allSettled(dashboard);
    const { count } = await dashboardFigures(source);
    expect(figure()).to.contain(String(count));
  }).timeout(60_000);

  it('saveState() of a dashboard gives the same dashboard again', async () => {
    const first = await page();
    mark(first.funnel, 's3').click();
    first.source.holder.setPeriods({ period: { from: '2026-01-01', to: '2026-04-01' }, priorPeriod: null });
    first.source.holder.setAsOf('2026-03-31');
    await allSettled(first);
    const saved = JSON.stringify(first.source.saveState());
    clean();
    const second = await page();
    second.source.restoreState(saved);
    await allSettled(second);
    expect(second.source.saveState()).to.deep.equal(JSON.parse(saved));
    expect(second.source.pipeline?.asOf).to.equal('2026-03-31');
    expect(second.bar.renderRoot.querySelectorAll('.label')).to.have.length(1);
  });
});

async function dashboardFigures(source: PipelineSourceElement): Promise<{ count: number }> {
  const selection = source.selection.value;
  const board = await source.pipeline!.query('leaderboard', {}, { selection });
  return { count: board.totals.openCount };
}

describe('several sources on one page', () => {
  afterEach(clean);

  it('do not mix: choices, days and periods stay with theirs', async () => {
    const place = show(html`
      <pipeline-source id="one" .data=${document} .clock=${storyClock}></pipeline-source>
      <pipeline-source id="two" .data=${document} .clock=${storyClock}></pipeline-source>
      <pipeline-filters source="one"></pipeline-filters>
      <pipeline-funnel source="one"></pipeline-funnel>
      <pipeline-funnel id="other" source="two"></pipeline-funnel>
      <pipeline-range source="two"></pipeline-range>
    `);
    const one = place.querySelector('#one') as PipelineSourceElement;
    const two = place.querySelector('#two') as PipelineSourceElement;
    const funnel = await settled<PipelineFunnelElement>(place, 'pipeline-funnel');
    const other = await settled<PipelineFunnelElement>(place, '#other');
    const range = await settled<PipelineRangeElement>(place, 'pipeline-range');
    const before = [textOf(other, '.drawing'), textOf(range, '.finding')];
    const own = textOf(funnel, '.drawing');
    one.restoreState({
      v: 1,
      asOf: '2025-12-31',
      period: { from: '2025-01-01', to: '2026-01-01' },
      selection: [{ field: 'partner', in: ['P1'] }],
    });
    await settled(place, 'pipeline-funnel');
    await frames(3);
    expect(textOf(funnel, '.drawing')).not.to.equal(own);
    expect([textOf(other, '.drawing'), textOf(range, '.finding')]).to.deep.equal(before);
    expect(two.saveState()).to.deep.equal({ v: 1, selection: [] });
  });

  it('a bar that is moved from one to the other shows the other’s chips', async () => {
    const place = show(html`
      <pipeline-source id="one" .data=${document} .clock=${storyClock}></pipeline-source>
      <pipeline-source id="two" .data=${document} .clock=${storyClock}></pipeline-source>
      <pipeline-filters source="one"></pipeline-filters>
    `);
    const [one, two] = [...place.querySelectorAll<PipelineSourceElement>('pipeline-source')];
    await Promise.all([one?.loaded, two?.loaded]);
    one?.selection.set([{ field: 'partner', in: ['P1'] }]);
    two?.selection.set([{ field: 'owner', contains: 'a' }]);
    const bar = place.querySelector('pipeline-filters') as PipelineFiltersElement;
    const chips = (): string[] =>
      [...bar.renderRoot.querySelectorAll('.label > span')].map((name) => name.textContent ?? '');
    await frames(4);
    expect(chips()).to.deep.equal(['Partner']);
    bar.source = 'two';
    await frames(4);
    expect(chips()).to.deep.equal(['Owner']);
  });
});

describe('widgets before, after and without their source', () => {
  afterEach(clean);

  for (const order of ['before', 'after'] as const) {
    it(`a bar, a range and a funnel ${order} their source work together`, async () => {
      const widgets = html`
        <pipeline-filters source="it"></pipeline-filters>
        <pipeline-range source="it"></pipeline-range>
        <pipeline-funnel source="it"></pipeline-funnel>
      `;
      const source = html`<pipeline-source id="it" .data=${document} .clock=${storyClock}></pipeline-source>`;
      const place = show(order === 'before' ? html`${widgets}${source}` : html`${source}${widgets}`);
      const range = await settled<PipelineRangeElement>(place, 'pipeline-range');
      const funnel = await settled<PipelineFunnelElement>(place, 'pipeline-funnel');
      expect([range.status, funnel.status]).to.deep.equal(['ready', 'ready']);
      mark(funnel, 's3').click();
      await settled(place, 'pipeline-range');
      await frames(3);
      const bar = place.querySelector('pipeline-filters') as PipelineFiltersElement;
      expect(bar.renderRoot.querySelectorAll('.label')).to.have.length(1);
    });
  }

  it('a source that goes takes the figures with it, and brings its choices back', async () => {
    const dashboard = await page();
    const { place, source, range } = dashboard;
    mark(dashboard.funnel, 's3').click();
    await allSettled(dashboard);
    const finding = textOf(range, '.finding');
    source.remove();
    place.append(source);
    await allSettled(dashboard);
    expect(textOf(range, '.finding')).to.equal(finding);
  });
});
