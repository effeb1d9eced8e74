import { expect } from '@open-wc/testing';
import type { PipelineFunnelElement } from '@pipeline-kit/elements';
import { passages, storyClock, typicalYear } from '../../../stories/data.js';
import { clean, frames, html, inside, settled, show } from '../support.js';

const year = passages(typicalYear);
const tag = 'pipeline-funnel';

function drawnWidth(element: PipelineFunnelElement): number {
  return Number(inside(element, '.drawing svg')?.getAttribute('width'));
}

/** How often the picture is drawn anew while something happens. */
async function draws(element: PipelineFunnelElement, step: () => Promise<void>): Promise<number> {
  let count = 0;
  const observer = new MutationObserver((records) => (count += records.length));
  observer.observe(inside(element, '.drawing') as HTMLElement, { childList: true });
  await step();
  await frames(4);
  observer.disconnect();
  return count;
}

async function within(style: Record<string, string>, template = html``): Promise<PipelineFunnelElement> {
  const place = show(html`
    <div class="box"><pipeline-funnel .data=${year} .clock=${storyClock}></pipeline-funnel>${template}</div>
  `);
  const box = place.querySelector<HTMLElement>('.box') as HTMLElement;
  for (const [name, value] of Object.entries(style)) box.style.setProperty(name, value);
  return settled(place, tag);
}

describe('a widget takes the room it is given', function sizes() {
  // Frames are rare in a page that shares its browser with a busy one.
  this.timeout(60_000);
  afterEach(clean);

  it('in a block, a flex row, a grid, a float and a table cell', async () => {
    const block = await within({});
    expect(Math.round(block.getBoundingClientRect().width)).to.equal(640);
    clean();
    const other = html`<pipeline-funnel .data=${year} .clock=${storyClock}></pipeline-funnel>`;
    for (const style of [
      { display: 'flex', gap: '0' },
      { display: 'grid', 'grid-template-columns': '1fr 1fr' },
    ] as Record<string, string>[]) {
      const element = await within(style, other);
      expect(Math.round(element.getBoundingClientRect().width), style['display']).to.equal(320);
      expect(drawnWidth(element)).to.equal(320 - 42);
      clean();
    }
    const float = await within({ float: 'left', width: '400px' });
    expect(drawnWidth(float)).to.equal(358);
    clean();
    const cell = await within({ display: 'table-cell', width: '300px' });
    expect(Math.round(cell.getBoundingClientRect().width)).to.equal(300);
  });

  it('draws once for each size, and not at all for the same', async () => {
    const element = await within({ width: '600px' });
    const box = element.parentElement as HTMLElement;
    const setWidth = (width: string) => async (): Promise<void> => {
      box.style.width = width;
      await frames(2);
    };
    expect(await draws(element, setWidth('500px'))).to.equal(1);
    expect(await draws(element, setWidth('500px'))).to.equal(0);
    expect(await draws(element, setWidth('500.3px'))).to.equal(0);
    expect(await draws(element, setWidth('320px'))).to.equal(1);
    expect(drawnWidth(element)).to.equal(320 - 42);
  });

  it('draws on the first size that it has, and nothing while it is not shown', async () => {
    const place = show(
      html`<div hidden><pipeline-funnel .data=${year} .clock=${storyClock}></pipeline-funnel></div>`,
    );
    const element = await settled<PipelineFunnelElement>(place, tag);
    expect(inside(element, '.drawing svg') === null).to.equal(true);
    place.querySelector('div')?.removeAttribute('hidden');
    await frames(4);
    expect(drawnWidth(element)).to.equal(640 - 42);
  });

  for (const width of [1, 60, 200, 10_000]) {
    it(`holds at ${width} px: no broken number, nothing thrown`, async () => {
      const element = await within({ width: `${width}px` });
      const nodes = [...element.renderRoot.querySelectorAll('.drawing *')];
      const broken = nodes.flatMap((node) =>
        [...node.attributes].filter(({ value }) => /NaN|Infinity|undefined/.test(value)),
      );
      expect(broken.map(({ name, value }) => `${name}=${value}`)).to.deep.equal([]);
    });
  }

  it('has the same height with figures, without and while loading, in a row of cards', async () => {
    const place = show(html`
      <div class="row">
        <pipeline-funnel .data=${year} .clock=${storyClock}></pipeline-funnel>
        <pipeline-funnel .data=${passages({ stages: [], won: 0 })} .clock=${storyClock}></pipeline-funnel>
      </div>
    `);
    const row = place.querySelector<HTMLElement>('.row') as HTMLElement;
    row.style.cssText = 'display: grid; grid-template-columns: 1fr 1fr';
    await settled(place, tag);
    const [one, two] = [...place.querySelectorAll<PipelineFunnelElement>(tag)].map(
      (element) => inside(element, '.card')?.getBoundingClientRect().height,
    );
    expect(one).to.equal(two);
  });
});
