import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import type { PipelineFunnelElement } from '@pipeline-kit/elements';
import { passages, storyClock, typicalYear } from '../../../stories/data.js';
import { clean, frames, html, inside, settled, show, sourceOf, textOf, wait } from '../support.js';

const year = passages(typicalYear);
const tag = 'pipeline-funnel';
const lowest = 'Proposal to Negotiation: 60%, the lowest step';

function funnelIn(place: ParentNode): Promise<PipelineFunnelElement> {
  return settled<PipelineFunnelElement>(place, tag);
}

function shown(): HTMLElement {
  return show(html`
    <pipeline-source id="a" .data=${year} .clock=${storyClock}></pipeline-source>
    <div class="box"><pipeline-funnel source="a"></pipeline-funnel></div>
  `);
}

/** Runs a step and returns every error that nobody caught meanwhile. */
async function uncaught(step: () => Promise<void>): Promise<string[]> {
  const errors: string[] = [];
  const hear = (event: ErrorEvent | PromiseRejectionEvent): void => {
    event.preventDefault();
    errors.push('message' in event ? event.message : String(event.reason));
  };
  window.addEventListener('error', hear);
  window.addEventListener('unhandledrejection', hear);
  await step();
  await wait(20);
  window.removeEventListener('error', hear);
  window.removeEventListener('unhandledrejection', hear);
  return errors;
}

describe('a widget in a page that takes things away', () => {
  afterEach(clean);

  it('is thrown out with everything around it, at any moment, and comes back', async () => {
    const errors = await uncaught(async () => {
      for (const moment of [0, 1, 3]) {
        const place = shown();
        const box = place.querySelector('.box') as HTMLElement;
        const funnel = place.querySelector(tag) as PipelineFunnelElement;
        await frames(moment);
        box.replaceChildren();
        await frames(2);
        box.append(funnel);
        expect(textOf(await funnelIn(place), '.finding'), `${moment} frames`).to.equal(lowest);
        expect(inside(funnel, '.drawing [data-mark]') === null).to.equal(false);
        clean();
      }
    });
    expect(errors).to.deep.equal([]);
  });

  it('is copied: the copy is a widget of its own', async () => {
    const place = shown();
    const funnel = await funnelIn(place);
    inside(funnel, '.marks button')?.click();
    await funnel.updateComplete;
    const copy = funnel.cloneNode(true) as PipelineFunnelElement;
    const box = document.createElement('div');
    place.append(box);
    box.append(copy);
    await funnelIn(box);
    expect(inside(copy, '.drawing [data-mark]') === null).to.equal(false);
    expect(inside(copy, '.chip') === null).to.equal(true);
    expect(inside(funnel, '.chip') === null).to.equal(false);
  });

  it('loses its insides to someone else: it throws nothing, and a copy of it draws', async () => {
    const place = shown();
    const funnel = await funnelIn(place);
    const errors = await uncaught(async () => {
      for (const part of ['.drawing', '.marks', '.tip', '.menu', '.card']) {
        inside(funnel, part)?.remove();
        funnel.by = funnel.by === 'count' ? 'amount' : 'count';
        await frames(2);
      }
      const copy = document.createElement(tag);
      copy.source = 'a';
      const box = document.createElement('div');
      place.append(box);
      box.append(copy);
      expect(textOf(await funnelIn(box), '.finding')).to.equal(lowest);
    });
    expect(errors).to.deep.equal([]);
  });

  it('is moved to another document and back', async () => {
    const place = shown();
    const funnel = await funnelIn(place);
    const frame = document.createElement('iframe');
    place.append(frame);
    const errors = await uncaught(async () => {
      frame.contentDocument?.body.append(funnel);
      await frames(3);
      place.querySelector('.box')?.append(funnel);
      expect(textOf(await funnelIn(place), '.finding')).to.equal(lowest);
    });
    expect(errors).to.deep.equal([]);
  });

  it('goes while its tooltip, its menu or its rows are open', async () => {
    const place = shown();
    const funnel = await funnelIn(place);
    const errors = await uncaught(async () => {
      const bar = inside(funnel, '[data-mark="s2/success"] rect') as HTMLElement;
      const { x, y, width, height } = bar.getBoundingClientRect();
      await sendMouse({
        type: 'move',
        position: [Math.round(x + width / 2), Math.round(y + height / 2)],
      });
      funnel.remove();
      await frames(2);
      place.append(funnel);
      await frames(2);
      inside(funnel, '[part=menu-button]')?.click();
      await frames(1);
      funnel.remove();
      place.append(funnel);
      await frames(2);
      inside(funnel, '.marks [data-key="s1/fail"]')?.click();
      await frames(1);
      inside(funnel, '.foot .link')?.click();
      funnel.remove();
      await frames(2);
      place.append(funnel);
      await funnelIn(place);
    });
    expect(errors).to.deep.equal([]);
    expect(inside(funnel, '.tip')?.matches(':popover-open')).to.equal(false);
  });

  it('stands beside one that cannot answer, and goes on', async () => {
    const place = show(html`
      <pipeline-source .data=${year} .clock=${storyClock}>
        <pipeline-funnel class="one" pipeline-id="no such"></pipeline-funnel>
        <pipeline-funnel class="two"></pipeline-funnel>
      </pipeline-source>
    `);
    const one = await settled<PipelineFunnelElement>(place, '.one');
    const two = await settled<PipelineFunnelElement>(place, '.two');
    expect([one.status, two.status]).to.deep.equal(['error', 'ready']);
    expect(textOf(one, '.error')).to.contain('no such');
    inside(two, '.marks [data-key="s4"]')?.click();
    await frames(2);
    expect(sourceOf(place).selection.value).to.have.length(1);
    one.pipelineId = null;
    expect(textOf(await settled(place, '.one'), '.finding')).to.contain('Qualify to Discovery: 100%');
  });
});

describe('a widget in a page whose clock is wrong', () => {
  afterEach(clean);

  const clocks: [what: string, clock: () => number, day: string][] = [
    ['tells no time', () => Number.NaN, '2026-03-06'],
    ['tells a time beyond all calendars', () => 8.64e15 + 1, '2026-03-06'],
    ['runs backwards', backwards(), '2026-05-20'],
    ['is a day late', () => storyClock() - 86_400_000, '2026-05-19'],
  ];
  for (const [what, clock, day] of clocks) {
    it(`that ${what} draws, says its day, and marks what is stale`, async () => {
      const errors = await uncaught(async () => {
        const place = show(html`
          <pipeline-source src="/a.json" .fetcher=${fetcher()} .clock=${clock}
            ><pipeline-funnel></pipeline-funnel
          ></pipeline-source>
        `);
        const funnel = await funnelIn(place);
        expect(funnel.status).to.equal('ready');
        expect(sourceOf(place).pipeline?.asOf).to.equal(day);
        sourceOf(place).refresh();
        await wait(30);
        expect(textOf(funnel, '.notice'))
          .to.contain('503')
          .and.not.match(/Invalid|NaN|-\d/);
      });
      expect(errors).to.deep.equal([]);
    });
  }

  it('that tells no time goes to a day that a reader chooses, and back to the document’s own', async () => {
    const place = show(html`<pipeline-source .data=${year} .clock=${() => Number.NaN}></pipeline-source>`);
    const { holder } = sourceOf(place);
    await sourceOf(place).loaded;
    const days = ['2026-02-01', null].map((day) => {
      holder.setAsOf(day);
      return holder.state.pipeline?.asOf;
    });
    expect(days).to.deep.equal(['2026-02-01', '2026-03-06']);
  });

  function backwards(): () => number {
    let now = storyClock();
    return () => (now -= 60_000);
  }

  /** Answers well, and the second time not. */
  function fetcher(): () => Promise<Response> {
    let count = 0;
    return () => {
      count += 1;
      return Promise.resolve(
        count === 1 ? new Response(JSON.stringify(year)) : new Response('', { status: 503 }),
      );
    };
  }
});
