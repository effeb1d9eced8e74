import { expect } from '@open-wc/testing';
import type { PipelineVelocityElement } from '@pipeline-kit/elements';
import type { PipelineDocument } from '@pipeline-kit/model';
import { happened } from '../fixtures/happened.js';
import { pipelineDocument } from '../fixtures/pipeline-document.js';
import { strictFrame } from '../support/strict-frame.js';
import { clean, html, inside, settled, show, textOf } from './support.js';

const clock = (): number => Date.UTC(2026, 2, 31, 12);

/** Ten quick visits to the first stage, ten slow ones to the second, of which some still run. */
const document = pipelineDocument({
  opportunities: Array.from({ length: 10 }, (_, i) =>
    happened(`O${i}`, [
      ['2026-01-01', 's1'],
      [`2026-01-${11 + i}`, 's2'],
      ...(i < 8 ? ([[`2026-02-${10 + i}`, i % 2 ? 'won' : 'lost']] as const) : []),
    ]),
  ),
});

async function velocity(data: PipelineDocument, attributes = ''): Promise<PipelineVelocityElement> {
  const place = show(html`<pipeline-velocity .data=${data} .clock=${clock}></pipeline-velocity>`);
  const element = place.querySelector('pipeline-velocity');
  for (const one of attributes.split(' ').filter(Boolean)) {
    const [name = '', value = ''] = one.split('=');
    element?.setAttribute(name, value);
  }
  return settled<PipelineVelocityElement>(place, 'pipeline-velocity');
}

describe('<pipeline-velocity>', () => {
  afterEach(clean);

  it('starts from its defaults', async () => {
    const { basis, unit, naive, noFactors, period } = await velocity(document);
    expect({ basis, unit, naive, noFactors, period }).to.deep.equal({
      basis: 'visit',
      unit: 'days',
      naive: false,
      noFactors: false,
      period: null,
    });
  });

  it('says the slowest stage first, and that running visits count', async () => {
    const element = await velocity(document);
    expect(textOf(element, '.finding')).to.equal('Half leave Stage 2 within 30 days, the slowest stage');
    expect(textOf(element, '.evidence')).to.match(
      /^The median counts the visits that still run\. 95% interval 30/,
    );
  });

  it('speaks German', async () => {
    const place = show(
      html`<div lang="de"><pipeline-velocity .data=${document} .clock=${clock}></pipeline-velocity></div>`,
    );
    const element = await settled<PipelineVelocityElement>(place, 'pipeline-velocity');
    expect(textOf(element, '.finding')).to.equal(
      'Die Hälfte verlässt Stage 2 binnen 30 Tagen, die langsamste Phase',
    );
  });

  it('says that half are still there where the median lies beyond what was seen', async () => {
    const waiting = pipelineDocument({
      opportunities: Array.from({ length: 12 }, (_, i) =>
        happened(`O${i}`, [['2026-01-01', 's1'], ...(i < 5 ? ([['2026-01-11', 'lost']] as const) : [])]),
      ),
    });
    const element = await velocity(waiting);
    expect(textOf(element, '.finding')).to.equal('More than half are still in Stage 1');
    expect(textOf(element, '.evidence')).to.contain('at least 89 days');
  });

  it('shows sales velocity as a product, and leaves it out on request', async () => {
    const won = pipelineDocument({
      opportunities: Array.from({ length: 12 }, (_, i) =>
        happened(`O${i}`, [
          ['2026-01-01', 's1'],
          ...(i < 10 ? ([['2026-01-31', i < 5 ? 'won' : 'lost']] as const) : []),
        ]),
      ),
    });
    expect(textOf(await velocity(won), '.factors p')).to.match(
      /^Sales velocity .+ a day: 2 open, times a win rate of 50%/,
    );
    clean();
    expect(inside(await velocity(won, 'no-factors'), '.factors') === null).to.equal(true);
  });

  it('is the same as a table', async () => {
    const element = await velocity(document, 'table');
    const rows = [...element.renderRoot.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent?.trim()),
    );
    expect(rows[0]?.slice(0, 2)).to.deep.equal(['Stage 1', '14']);
    expect(rows[1]?.slice(-2)).to.deep.equal(['8', '2']);
    expect(await element.toCSV()).to.contain('Stage 2');
  });

  it('filters the others by those that still stand in a stage', async () => {
    const element = await velocity(document);
    const open = element.renderRoot.querySelector<HTMLElement>('.marks button[data-key="s2/open"]');
    let clause: unknown;
    element.addEventListener('pipeline-select', ({ choice }) => (clause = choice.clauses));
    open?.click();
    await element.updateComplete;
    expect(JSON.stringify(clause)).to.contain('s2');
  });

  it('says that it needs stage history, and draws nothing', async () => {
    const element = await velocity({ ...document, meta: { history: 'current-only' } });
    expect(textOf(element, '.finding')).to.match(/^How long stages take needs the stage changes/);
    expect(inside(element, 'svg.pipeline-chart') === null).to.equal(true);
  });

  it('a bad attribute falls back and never throws', async () => {
    const warned: unknown[] = [];
    const { warn } = console;
    console.warn = (text: unknown) => warned.push(text);
    try {
      const element = await velocity(document, 'basis=sometimes');
      expect(element.status).to.equal('ready');
    } finally {
      console.warn = warn;
    }
    expect(warned).to.have.length(1);
  });

  it('is accessible', async () => {
    await expect(await velocity(document)).to.be.accessible();
  });

  for (const policy of ['plain', 'tt', 'none', 'nonce'] as const) {
    it(`draws in a page with the policy ${policy}, without a violation`, async () => {
      const frame = await strictFrame({
        policy,
        script: 'module',
        body: '<pipeline-velocity src="pipeline.json"></pipeline-velocity>',
        files: { 'pipeline.json': JSON.stringify(document) },
      });
      const widget = frame.document.querySelector('pipeline-velocity');
      await frame.run(async (window) => {
        await widget?.loaded;
        for (let i = 0; i < 4; i += 1)
          await new Promise((resolve) => {
            window.requestAnimationFrame(resolve);
          });
      });
      expect(widget && frame.root(widget)?.querySelector('svg.pipeline-chart')).to.be.instanceOf(
        frame.window.SVGElement,
      );
      expect(frame.violations).to.deep.equal([]);
      frame.remove();
    });
  }
});
