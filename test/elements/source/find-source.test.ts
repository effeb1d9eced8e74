import { expect } from '@open-wc/testing';
import type { PipelineFunnelElement } from '@pipeline-kit/elements';
import { createPipeline } from '@pipeline-kit/model';
import { passages, storyClock, typicalYear } from '../../../stories/data.js';
import { SourceController } from '../../../packages/elements/src/controllers/source-controller.js';
import { clean, frames, html, settled, show, sourceOf, textOf, wait } from '../support.js';

const small = passages({ stages: [{ name: 'Alone', lost: 6, pending: 1 }], won: 6 });
const large = passages(typicalYear);
const tag = 'pipeline-funnel';

async function finding(place: ParentNode): Promise<string> {
  const funnel = await settled<PipelineFunnelElement>(place, tag);
  return textOf(funnel, '.finding');
}

const ofLarge = 'Proposal to Negotiation: 60%, the lowest step';
const ofSmall = '50% went from Alone to Won';

describe('a widget finds its source', () => {
  const { patience } = SourceController;
  before(() => (SourceController.patience = 30));
  after(() => (SourceController.patience = patience));
  afterEach(clean);

  it('by id, before it', async () => {
    const place = show(html`
      <pipeline-source id="a" .data=${large} .clock=${storyClock}></pipeline-source>
      <pipeline-funnel source="a"></pipeline-funnel>
    `);
    expect(await finding(place)).to.equal(ofLarge);
  });

  it('by id, after it', async () => {
    const place = show(html`
      <pipeline-funnel source="a"></pipeline-funnel>
      <pipeline-source id="a" .data=${large} .clock=${storyClock}></pipeline-source>
    `);
    expect(await finding(place)).to.equal(ofLarge);
  });

  it('by id, when it comes long after, and says so meanwhile', async () => {
    const place = show(html`<pipeline-funnel source="late"></pipeline-funnel>`);
    const funnel = await settled<PipelineFunnelElement>(place, tag);
    expect(funnel.status).to.equal('error');
    expect(textOf(funnel, '.error')).to.contain('There is no source “late”');
    show(html`<pipeline-source id="late" .data=${large} .clock=${storyClock}></pipeline-source>`);
    expect(await finding(place)).to.equal(ofLarge);
  });

  it('around it, without naming it', async () => {
    const place = show(html`
      <pipeline-source .data=${large} .clock=${storyClock}>
        <section><pipeline-funnel></pipeline-funnel></section>
      </pipeline-source>
    `);
    expect(await finding(place)).to.equal(ofLarge);
  });

  it('around it, the nearest of several', async () => {
    const place = show(html`
      <pipeline-source .data=${large} .clock=${storyClock}>
        <pipeline-source .data=${small} .clock=${storyClock}
          ><pipeline-funnel></pipeline-funnel
        ></pipeline-source>
      </pipeline-source>
    `);
    expect(await finding(place)).to.equal(ofSmall);
  });

  it('by name rather than around it', async () => {
    const place = show(html`
      <pipeline-source id="other" .data=${small} .clock=${storyClock}></pipeline-source>
      <pipeline-source .data=${large} .clock=${storyClock}>
        <pipeline-funnel source="other"></pipeline-funnel>
      </pipeline-source>
    `);
    expect(await finding(place)).to.equal(ofSmall);
  });

  for (const mode of ['open', 'closed'] as const) {
    it(`outside the ${mode} shadow root it stands in, and inside it first`, async () => {
      const place = show(html`
        <pipeline-source id="a" .data=${large} .clock=${storyClock}></pipeline-source>
        <div class="host"></div>
      `);
      const root = place.querySelector('.host')?.attachShadow({ mode });
      const funnel = document.createElement(tag);
      funnel.source = 'a';
      root?.append(funnel);
      expect(await finding(root as ParentNode)).to.equal(ofLarge);
      const nearer = document.createElement('pipeline-source');
      nearer.id = 'a';
      nearer.data = small;
      nearer.clock = storyClock;
      root?.append(nearer);
      await nearer.updateComplete;
      await frames(3);
      expect(await finding(root as ParentNode)).to.equal(ofSmall);
    });
  }

  it('as a property, before everything else', async () => {
    const pipeline = createPipeline(small, { asOf: '2026-05-20' });
    const place = show(html`
      <pipeline-source .data=${large} .clock=${storyClock}>
        <pipeline-funnel .pipeline=${pipeline}></pipeline-funnel>
      </pipeline-source>
    `);
    expect(await finding(place)).to.equal(ofSmall);
  });

  it('in data of its own, and lets them go', async () => {
    const place = show(html`
      <pipeline-source .data=${large} .clock=${storyClock}>
        <pipeline-funnel .data=${small} .clock=${storyClock}></pipeline-funnel>
      </pipeline-source>
    `);
    expect(await finding(place)).to.equal(ofSmall);
    const funnel = await settled<PipelineFunnelElement>(place, tag);
    funnel.data = null;
    await funnel.updateComplete;
    expect(await finding(place)).to.equal(ofLarge);
  });

  it('again when it is renamed, moved or replaced', async () => {
    const place = show(html`
      <div class="here"><pipeline-source id="a" .data=${large} .clock=${storyClock}></pipeline-source></div>
      <div class="there"></div>
      <pipeline-funnel source="b"></pipeline-funnel>
    `);
    const funnel = await settled<PipelineFunnelElement>(place, tag);
    expect(funnel.status).to.equal('error');
    const source = sourceOf(place);
    source.id = 'b';
    expect(await finding(place)).to.equal(ofLarge);
    place.querySelector('.there')?.append(source);
    expect(await finding(place)).to.equal(ofLarge);
    source.remove();
    await wait(80);
    expect(funnel.status).to.equal('error');
    place.append(source);
    expect(await finding(place)).to.equal(ofLarge);
  });

  it('again when it is moved itself, keeping what it shows', async () => {
    const place = show(html`
      <pipeline-source .data=${large} .clock=${storyClock}>
        <div class="a"><pipeline-funnel></pipeline-funnel></div>
        <div class="b"></div>
      </pipeline-source>
    `);
    const funnel = await settled<PipelineFunnelElement>(place, tag);
    place.querySelector('.b')?.append(funnel);
    expect(funnel.status).to.equal('ready');
    expect(await finding(place)).to.equal(ofLarge);
    place.append(funnel);
    await wait(80);
    expect(funnel.status).to.equal('error');
    expect(textOf(funnel, '.error')).to.contain('Give <pipeline-funnel> a source');
  });

  it('when the tag of the source is registered only now', async () => {
    const place = show(html`<late-source id="a"><pipeline-funnel></pipeline-funnel></late-source>`);
    const { PipelineSourceElement } = await import('@pipeline-kit/elements');
    class LateSource extends PipelineSourceElement {}
    const unregistered = place.querySelector('late-source') as unknown as LateSource;
    unregistered.data = large;
    unregistered.clock = storyClock;
    customElements.define('late-source', LateSource);
    expect(await finding(place)).to.equal(ofLarge);
  });
});
