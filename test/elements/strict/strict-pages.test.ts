import { expect } from '@open-wc/testing';
import type { PipelineFunnelElement, PipelineSummaryElement } from '@pipeline-kit/elements';
import { passages, typicalYear } from '../../../stories/data.js';
import {
  strictFrame,
  type Policy,
  type StrictFrame,
  type StrictFrameOptions,
} from '../../support/strict-frame.js';

const policies: readonly Policy[] = ['plain', 'tt', 'none', 'nonce'];
const scripts = ['source', 'module', 'classic'] as const;
const shadows = ['open', 'closed'] as const;

const year = passages(typicalYear);
const files = {
  'data.json': JSON.stringify(year),
  'nothing.json': JSON.stringify({ ...year, opportunities: [] }),
  'page.txt': '<!doctype html><title>Log in</title>',
  'rows.txt': `Stage;Amount;Created\n${'Qualify;1.200,50;05.01.2026\nWon;900,00;12.02.2026\n'.repeat(20)}`,
};

/** Every way in which data come, and every state. */
const body = `
  <pipeline-source id="all" src="data.json" as-of="2026-05-20"></pipeline-source>
  <pipeline-funnel id="funnel" source="all"></pipeline-funnel>
  <pipeline-summary id="summary" source="all"></pipeline-summary>
  <pipeline-source as-of="2026-05-20">
    <script type="application/json">${JSON.stringify(year)}</script>
    <pipeline-funnel id="child"></pipeline-funnel>
  </pipeline-source>
  <pipeline-funnel id="foreign" src="rows.txt"></pipeline-funnel>
  <pipeline-funnel id="empty" src="nothing.json"></pipeline-funnel>
  <pipeline-funnel id="error" src="page.txt"></pipeline-funnel>
  <pipeline-funnel id="loading" source="later"></pipeline-funnel>
`;

interface Page {
  readonly frame: StrictFrame;
  readonly widget: (id: string) => PipelineFunnelElement;
  readonly part: (id: string, selector: string) => HTMLElement | null;
}

async function open(options: Pick<StrictFrameOptions, 'policy' | 'script' | 'shadow'>): Promise<Page> {
  const frame = await strictFrame({ ...options, body, files });
  const widget = (id: string): PipelineFunnelElement => {
    const found = frame.document.getElementById(id);
    if (!found) throw new Error(`no element: ${id}`);
    return found as PipelineFunnelElement;
  };
  const part = (id: string, selector: string): HTMLElement | null =>
    frame.root(widget(id))?.querySelector<HTMLElement>(selector) ?? null;
  return { frame, widget, part };
}

/** Does something in the page, then waits until what it changes was drawn. */
async function step({ frame }: Page, act: () => unknown): Promise<void> {
  await frame.run(async (window) => {
    await act();
    for (let i = 0; i < 2; i += 1)
      await new Promise((resolve) => {
        window.requestAnimationFrame(resolve);
      });
  });
}

function words({ part }: Page, id: string, selector: string): string {
  return (part(id, selector)?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}

function press(page: Page, id: string, selector: string): Promise<void> {
  return step(page, () => page.part(id, selector)?.click());
}

for (const policy of policies)
  for (const script of scripts)
    for (const shadow of shadows)
      it(`a page with the policy ${policy}, the ${script} file and ${shadow} shadow roots draws and works, and nothing is forbidden`, async () => {
        const page = await open({ policy, script, shadow });
        const { frame, widget, part } = page;
        const ids = ['funnel', 'summary', 'child', 'foreign', 'empty', 'error'];
        await step(page, () => Promise.all(ids.map((id) => widget(id).loaded)));

        expect(widget('funnel').shadowRoot === null).to.equal(shadow === 'closed');
        expect(ids.map((id) => widget(id).status)).to.deep.equal([
          'ready',
          'ready',
          'ready',
          'ready',
          'empty',
          'error',
        ]);
        for (const id of ['funnel', 'child']) {
          expect(words(page, id, '.finding')).to.equal('Proposal to Negotiation: 60%, the lowest step');
          expect(part(id, '.drawing [data-mark="s4/fail"]') !== null).to.equal(true);
        }
        expect(part('foreign', '.drawing [data-mark]') !== null).to.equal(true);
        expect(words(page, 'summary', '.finding')).to.match(/^€\d/);
        expect(words(page, 'error', '.error')).to.contain('could not be loaded');

        // Adopted sheets are in force, and so is what was set by CSSOM: a mark's button lies on its mark.
        const { color } = frame.window.getComputedStyle(part('funnel', '.name') as Element);
        expect(color).to.equal('rgb(100, 106, 118)');
        const button = part('funnel', '.marks [data-key="s1"]');
        expect(button?.getBoundingClientRect().height).to.be.greaterThan(20);

        await step(page, () => button?.focus());
        await press(page, 'funnel', '.marks [data-key="s4"]');
        expect(words(page, 'funnel', '.chip')).to.equal('Proposal');
        await press(page, 'funnel', '.foot .link');
        expect(words(page, 'funnel', '.panel strong')).to.contain('64 opportunities');
        await press(page, 'funnel', '.panel button');
        await press(page, 'funnel', '.chip');
        await press(page, 'funnel', '.foot .end');
        expect(words(page, 'funnel', '.methods')).to.contain('Wilson');
        await press(page, 'funnel', '.foot .end');
        await press(page, 'funnel', '[part=menu-button]');
        await step(page, async () => {
          expect(await widget('funnel').toCSV()).to.contain('Proposal,64,32');
          expect(await widget('funnel').toSVG()).to.contain('<svg');
          expect((await widget('funnel').toPNG()).type).to.equal('image/png');
        });
        await press(page, 'funnel', '[part=table-button]');
        expect(words(page, 'funnel', 'tbody')).to.contain('Proposal6432211160%47–72%');
        await step(page, () => widget('funnel').setAttribute('lang', 'de'));
        expect(words(page, 'funnel', '.name')).to.equal('Trichter');
        await step(
          page,
          () => ((frame.document.getElementById('summary') as PipelineSummaryElement).figure = 'won'),
        );
        await step(page, () => widget('funnel').remove());

        expect(frame.violations).to.deep.equal([]);
        expect(frame.messages).to.deep.equal([]);
        frame.remove();
      });

for (const policy of policies)
  it(`a page with the policy ${policy} counts what a widget would do wrong in a closed shadow root`, async () => {
    const frame = await strictFrame({
      policy,
      script: 'classic',
      shadow: 'closed',
      body: '<pipeline-funnel></pipeline-funnel>',
      quiet: true,
    });
    const root = frame.root(frame.document.querySelector('pipeline-funnel') as Element);
    await frame.run(() => root?.querySelector('.card')?.setAttribute('style', 'color: red'));
    expect(frame.violations.map(({ directive }) => directive)).to.deep.equal(['style-src-attr']);
    expect(frame.messages).to.have.length(0);
    frame.remove();
  });

it('a widget works in a shadow root that its own class closed', async () => {
  const { PipelineFunnelElement: Open } = await import('@pipeline-kit/elements');
  class Closed extends Open {
    static override shadowRootOptions: ShadowRootInit = { ...Open.shadowRootOptions, mode: 'closed' };
  }
  customElements.define('closed-funnel', Closed);
  const element = document.createElement('closed-funnel') as PipelineFunnelElement;
  element.data = year;
  document.body.append(element);
  await element.loaded;
  expect(element.shadowRoot === null).to.equal(true);
  expect(element.renderRoot.querySelector('.finding')?.textContent).to.contain('lowest step');
  element.remove();
});
