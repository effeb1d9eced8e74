import { expect } from '@open-wc/testing';
import type { PipelineFunnelElement } from '@pipeline-kit/elements';
import { passages, storyClock, typicalYear } from '../../stories/data.js';
import { SourceRegistry, sourceRegistry } from '../../packages/elements/src/source/source-registry.js';
import { clean, html, settled, show, textOf } from './support.js';

describe('two copies of the kit in one page', () => {
  afterEach(clean);

  it('share one list of sources and one context, so that widgets of one find sources of the other', async () => {
    const key = Symbol.for('pipeline-kit.sources@1');
    const registry = sourceRegistry();
    expect((globalThis as unknown as Record<symbol, unknown>)[key] === registry).to.equal(true);
    // As a second copy does it: an element of another class that keeps to the protocol.
    const { PipelineSource } = await import('../../packages/elements/src/source/pipeline-source.js');
    const holder = new PipelineSource({ options: { asOf: '2026-05-20' }, clock: storyClock });
    class OtherSource extends HTMLElement {
      readonly holder = holder;
      connectedCallback(): void {
        sourceRegistry().add(this);
      }
      disconnectedCallback(): void {
        sourceRegistry().delete(this);
      }
    }
    customElements.define('other-source', OtherSource);
    const place = show(
      html`<other-source id="x"></other-source><pipeline-funnel source="x"></pipeline-funnel>`,
    );
    holder.load({ kind: 'data', data: passages(typicalYear), place: 'test' });
    const funnel = await settled<PipelineFunnelElement>(place, 'pipeline-funnel');
    expect(textOf(funnel, '.finding')).to.contain('60%');
  });

  it('a registry finds the nearest source of an id, the first in the document where two have it', () => {
    const registry = new SourceRegistry();
    const place = show(
      html`<i id="a" class="one"></i><i id="a" class="two"></i>
        <p></p>`,
    );
    const [one, two] = [...place.querySelectorAll('i')].map((element) =>
      Object.assign(element, { holder: null }),
    );
    registry.add(two as never);
    registry.add(one as never);
    const from = place.querySelector('p') as Element;
    expect(registry.find(from, 'a') === (one as unknown)).to.equal(true);
    registry.delete(one as never);
    expect(registry.find(from, 'a') === (two as unknown)).to.equal(true);
    expect(registry.find(from, 'b') === null).to.equal(true);
  });
});
