import { expect } from '@open-wc/testing';
import type { PipelineFunnelElement } from '@pipeline-kit/elements';
import { passages, storyClock, typicalYear } from '../../../stories/data.js';
import { clean, html, inside, settled, show, textOf } from '../support.js';

const year = passages(typicalYear);

/** The lines that a step writes to the console. */
async function warned(step: () => Promise<void>): Promise<string[]> {
  const lines: string[] = [];
  const { warn } = console;
  console.warn = (line: string) => lines.push(line);
  try {
    await step();
  } finally {
    console.warn = warn;
  }
  return lines;
}

async function funnel(attribute: string, ...values: readonly string[]): Promise<PipelineFunnelElement> {
  const place = show(html`<pipeline-funnel .data=${year} .clock=${storyClock}></pipeline-funnel>`);
  const element = await settled<PipelineFunnelElement>(place, 'pipeline-funnel');
  for (const value of values) {
    element.setAttribute(attribute, value);
    await element.loaded;
  }
  return element;
}

describe('an attribute that cannot be read', () => {
  afterEach(clean);

  for (const value of ['2026', '2026-01-01', '2026-04-01/2026-01-01', '2026-01-01/2026-02-30', 'a/b/c', '/'])
    it(`period="${value}" is all of time, and the console says so once`, async () => {
      const lines = await warned(async () => {
        const element = await funnel('period', value, value);
        expect(element.period).to.equal(null);
        expect(textOf(element, '.foot > span')).to.equal('205 counted');
      });
      expect(lines).to.have.length(1);
      expect(lines[0]).to.contain(JSON.stringify(value)).and.contain('2026-01-01/2026-04-01');
    });

  it('period="" is no period, and nothing to warn of', async () => {
    expect(await warned(async () => void (await funnel('period', '')))).to.deep.equal([]);
  });

  for (const value of ['0', '7', '2.5', 'two'])
    it(`heading-level="${value}" is 3, and the console says so once`, async () => {
      const lines = await warned(async () => {
        const element = await funnel('heading-level', value);
        element.requestUpdate();
        await element.updateComplete;
        expect(inside(element, '[role=heading]')?.getAttribute('aria-level')).to.equal('3');
      });
      expect(lines).to.deep.equal([`<pipeline-funnel>: invalid heading-level: "${value}"; 3 is used`]);
    });
});
