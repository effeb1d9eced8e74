import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse, resetMouse } from '@web/test-runner-commands';
import type {
  PipelineDrillEvent,
  PipelineExportEvent,
  PipelineFunnelElement,
  PipelineSelectEvent,
} from '@pipeline-kit/elements';
import {
  passages,
  storyClock,
  typicalYear,
  undated,
  withoutHistory,
  yearBefore,
} from '../../../stories/data.js';
import { clean, frames, html, inside, settled, show, sourceOf, textOf } from '../support.js';

const year = passages(typicalYear);
const tag = 'pipeline-funnel';

async function funnel(data: unknown = year): Promise<PipelineFunnelElement> {
  return settled(show(html`<pipeline-funnel .data=${data} .clock=${storyClock}></pipeline-funnel>`), tag);
}

function marks(element: PipelineFunnelElement): HTMLButtonElement[] {
  return [...element.renderRoot.querySelectorAll<HTMLButtonElement>('.marks button')];
}

/** The key of what has the focus in the list of marks. */
function focused(element: PipelineFunnelElement): string | undefined {
  return marks(element).find((button) => button.matches(':focus'))?.dataset['key'];
}

function has(element: PipelineFunnelElement, selector: string): boolean {
  return inside(element, selector) !== null;
}

async function shiftEnter(): Promise<void> {
  await sendKeys({ down: 'Shift' });
  await sendKeys({ press: 'Enter' });
  await sendKeys({ up: 'Shift' });
}

describe('<pipeline-funnel>', () => {
  afterEach(async () => {
    clean();
    await resetMouse();
  });

  it('has the expected defaults', () => {
    const element = document.createElement(tag);
    const { definition, by, table, noTable, headingLevel, cohortAxis, period, source, status } = element;
    expect([definition, by, table, noTable, headingLevel, cohortAxis, period, source, status]).to.deep.equal([
      'entered-cohort',
      'count',
      false,
      false,
      3,
      'stageEntry',
      null,
      null,
      'loading',
    ]);
  });

  it('every attribute has its property', () => {
    const element = document.createElement(tag);
    const names = (customElements.get(tag) as typeof PipelineFunnelElement).observedAttributes;
    const values: Record<string, string> = {
      period: '2026-01-01/2026-04-01',
      'prior-period': '2025-01-01/2025-04-01',
    };
    for (const name of names) element.setAttribute(name, values[name] ?? '2');
    const {
      source,
      src,
      table,
      noTable,
      headingLevel,
      definition,
      by,
      pipelineId,
      cohortAxis,
      period,
      priorPeriod,
    } = element;
    expect([source, src, table, noTable, headingLevel, definition, by, pipelineId, cohortAxis]).to.deep.equal(
      ['2', '2', true, true, 2, '2', '2', '2', '2'],
    );
    expect(period).to.deep.equal({ from: '2026-01-01', to: '2026-04-01' });
    expect(priorPeriod).to.deep.equal({ from: '2025-01-01', to: '2025-04-01' });
    expect(names).to.have.length(11);
    expect(element.attributes).to.have.length(11);
  });

  it('draws a picture, says the finding, and is accessible', async () => {
    const element = await funnel();
    expect(textOf(element, '.finding')).to.equal('Proposal to Negotiation: 60%, the lowest step');
    expect(textOf(element, '.evidence')).to.equal('32 of 53 moved on, 95% interval 47–72%.');
    expect(inside(element, '.drawing > svg')?.getAttribute('aria-hidden')).to.equal('true');
    expect(inside(element, '[role=heading]')?.getAttribute('aria-level')).to.equal('3');
    await expect(element).to.be.accessible();
  });

  it('is accessible in every other state, as a table and with its panels open', async () => {
    for (const data of [passages({ stages: [], won: 0 }), { deals: 1 }, withoutHistory(year)]) {
      await expect(await funnel(data)).to.be.accessible();
      clean();
    }
    const element = await funnel();
    element.table = true;
    inside(element, '.foot .end')?.click();
    await element.updateComplete;
    await expect(element).to.be.accessible();
    inside(element, '.foot .end')?.click();
    await element.updateComplete;
    expect(has(element, 'table')).to.equal(true);
    await expect(element).to.be.accessible();
  });

  it('keeps properties that were set before its tag was known', async () => {
    const { PipelineFunnelElement: Class } = await import('@pipeline-kit/elements');
    const early = document.createElement('early-funnel') as unknown as PipelineFunnelElement;
    early.data = year;
    early.clock = storyClock;
    early.by = 'amount';
    show(html`${early}`);
    customElements.define('early-funnel', class extends Class {});
    const element = await settled<PipelineFunnelElement>(document, 'early-funnel');
    expect(textOf(element, '.finding')).to.contain('62%');
  });

  it('compares with the period before and says what changed', async () => {
    const place = show(html`
      <pipeline-funnel
        .data=${passages(typicalYear, yearBefore)}
        .clock=${storyClock}
        period="2025-05-21/2026-05-21"
        prior-period="2024-05-21/2025-05-21"
      ></pipeline-funnel>
    `);
    const element = await settled<PipelineFunnelElement>(place, tag);
    expect(textOf(element, '.finding')).to.equal('Proposal to Negotiation fell 29 points to 60%');
    expect(textOf(element, '.evidence')).to.equal(
      '32 of 53 moved on; in the period before 70 of 78. More than chance: 15 to 44 points.',
    );
  });

  it('says what it cannot say: without history, below the floor, undated', async () => {
    const flat = await funnel(withoutHistory(year));
    expect(textOf(flat, '.finding')).to.equal('23 stand in Qualify today');
    expect(textOf(flat, '.evidence')).to.contain('this export holds only today’s stage');
    clean();
    const few = await funnel(passages({ stages: [{ name: 'Proposal', lost: 1, pending: 3 }], won: 2 }));
    expect(textOf(few, '.finding')).to.equal('2 of 3 moved on from Proposal');
    expect(textOf(few, '.evidence')).to.contain('at least 5 decided are needed');
    clean();
    const place = show(html`
      <pipeline-funnel
        .data=${undated(year, 4)}
        .clock=${storyClock}
        period="2025-05-21/2026-05-21"
      ></pipeline-funnel>
    `);
    expect(textOf(await settled(place, tag), '.foot')).to.contain('52 undated');
  });

  it('has four states, each to be styled, with a slot in place of what it shows', async () => {
    const loading = document.createElement(tag);
    document.body.append(loading);
    await loading.updateComplete;
    expect([loading.status, loading.matches(':state(loading)')]).to.deep.equal(['loading', true]);
    loading.remove();
    for (const [data, state] of [
      [passages({ stages: [], won: 0 }), 'empty'],
      [{ deals: 1 }, 'error'],
      [year, 'ready'],
    ] as const) {
      const element = await funnel(data);
      expect([element.status, element.matches(`:state(${state})`)]).to.deep.equal([state, true]);
      for (const name of ['title', 'summary', 'toolbar', 'footer', 'loading', 'empty', 'error'])
        expect(has(element, `slot[name=${name}]`), name).to.equal(true);
      clean();
    }
  });

  it('shows the same as a table, and leaves the button out where it is not wanted', async () => {
    const element = await funnel();
    inside(element, '[part=table-button]')?.click();
    await element.updateComplete;
    expect(element.table).to.equal(true);
    const rows = [...element.renderRoot.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map(({ textContent }) => textContent?.trim()).join(' '),
    );
    expect(rows[3]).to.equal('Proposal 64 32 21 11 60% 47–72%');
    expect(rows.at(-1)).to.match(/^Won 23/);
    element.table = false;
    element.noTable = true;
    await element.updateComplete;
    expect(has(element, '[part=table-button]')).to.equal(false);
  });

  it('switches between count and amount', async () => {
    const element = await funnel();
    const [, amount] = element.renderRoot.querySelectorAll<HTMLElement>('.segmented button');
    amount?.click();
    await element.updateComplete;
    expect([element.by, amount?.getAttribute('aria-pressed')]).to.deep.equal(['amount', 'true']);
    expect(textOf(element, '.evidence')).to.contain('€');
  });

  it('falls back from a bad attribute and says so once', async () => {
    const lines: string[] = [];
    const { warn } = console;
    console.warn = (line: string) => lines.push(line);
    try {
      const place = show(
        html`<pipeline-funnel
          .data=${year}
          .clock=${storyClock}
          by="volume"
          definition="magic"
        ></pipeline-funnel>`,
      );
      const element = await settled<PipelineFunnelElement>(place, tag);
      element.requestUpdate();
      await element.updateComplete;
      expect(textOf(element, '.finding')).to.contain('60%');
    } finally {
      console.warn = warn;
    }
    expect(lines).to.deep.equal([
      '<pipeline-funnel>: invalid definition: "magic"; entered-cohort is used',
      '<pipeline-funnel>: invalid by: "volume"; count is used',
    ]);
  });

  describe('by keyboard', () => {
    it('is one tab stop, and the arrow keys move, Home and End too', async () => {
      const element = await funnel();
      expect(marks(element).filter((button) => button.tabIndex === 0)).to.have.length(1);
      marks(element)[0]?.focus();
      await sendKeys({ press: 'ArrowDown' });
      const second = focused(element);
      await sendKeys({ press: 'ArrowRight' });
      const third = focused(element);
      await sendKeys({ press: 'ArrowLeft' });
      expect([second, third, focused(element)]).to.deep.equal(['s1/success', 's1/pending', 's1/success']);
      await sendKeys({ press: 'End' });
      expect(focused(element)).to.equal('won');
      await sendKeys({ press: 'Home' });
      expect(focused(element)).to.equal('s1');
      await element.updateComplete;
      expect(marks(element).filter((button) => button.tabIndex === 0)).to.have.length(1);
    });

    it('moves the other way where the writing does', async () => {
      const place = show(
        html`<div dir="rtl"><pipeline-funnel .data=${year} .clock=${storyClock}></pipeline-funnel></div>`,
      );
      const element = await settled<PipelineFunnelElement>(place, tag);
      marks(element)[0]?.focus();
      await sendKeys({ press: 'ArrowLeft' });
      expect(focused(element)).to.equal('s1/success');
      await sendKeys({ press: 'ArrowRight' });
      expect(focused(element)).to.equal('s1');
    });

    it('chooses with Enter, says so, keeps the focus, and clears with Escape', async () => {
      const element = await funnel();
      const events: [string, boolean][] = [];
      element.addEventListener('pipeline-select', (event: PipelineSelectEvent) => {
        events.push([event.choice.label, event.selected]);
      });
      marks(element)[0]?.focus();
      for (let i = 0; i < 3; i += 1) await sendKeys({ press: 'ArrowDown' });
      expect(focused(element)).to.equal('s1/fail');
      await sendKeys({ press: 'Enter' });
      await element.updateComplete;
      expect(textOf(element, '[role=status]')).to.equal('Chosen: Lost from Qualify, 48 opportunities');
      expect(textOf(element, '.chip')).to.equal('Lost from Qualify');
      expect(marks(element).find((one) => one.dataset['key'] === 's1/fail')?.ariaPressed).to.equal('true');
      expect(focused(element)).to.equal('s1/fail');
      await sendKeys({ press: 'Escape' });
      await element.updateComplete;
      expect(textOf(element, '[role=status]')).to.contain('Filter removed');
      expect(has(element, '.chip')).to.equal(false);
      expect(events).to.deep.equal([
        ['Lost from Qualify', true],
        ['Lost from Qualify', false],
      ]);
    });

    it('shows the tooltip of the mark, in the top layer, until Escape', async () => {
      const element = await funnel();
      marks(element)[0]?.focus();
      await sendKeys({ press: 'ArrowDown' });
      const tip = inside(element, '.tip') as HTMLElement;
      expect(tip.matches(':popover-open')).to.equal(true);
      expect(textOf(element, '.tip')).to.contain('Moved on from Qualify').and.contain('134').and.contain('€');
      await sendKeys({ press: 'Escape' });
      expect(tip.matches(':popover-open')).to.equal(false);
    });

    it('keeps the place and the focus when the picture is drawn again', async () => {
      const element = await funnel();
      marks(element)[0]?.focus();
      await sendKeys({ press: 'ArrowDown' });
      element.by = 'amount';
      await element.updateComplete;
      await frames(2);
      expect(focused(element)).to.equal('s1/success');
    });
  });

  it('chooses by mouse, and its tooltip follows the pointer', async () => {
    const element = await funnel();
    const bar = inside(element, '[data-mark="s2/success"] rect');
    const { x, y, width, height } = (bar as HTMLElement).getBoundingClientRect();
    const position: [number, number] = [Math.round(x + width / 2), Math.round(y + height / 2)];
    await sendMouse({ type: 'move', position });
    await frames(2);
    expect(inside(element, '.tip')?.matches(':popover-open')).to.equal(true);
    expect(textOf(element, '.tip strong')).to.equal('Moved on from Discovery');
    await sendMouse({ type: 'click', position });
    await element.updateComplete;
    expect(textOf(element, '.chip')).to.equal('Moved on from Discovery');
    expect(inside(element, '.drawing svg')?.hasAttribute('data-selecting')).to.equal(true);
    await sendKeys({ press: 'Escape' });
    await element.updateComplete;
    expect(has(element, '.chip')).to.equal(false);
  });

  it('leaves a choice to the page that cancels it', async () => {
    const place = show(html`
      <pipeline-source .data=${year} .clock=${storyClock}>
        <pipeline-funnel @pipeline-select=${(event: Event) => event.preventDefault()}></pipeline-funnel>
      </pipeline-source>
    `);
    const element = await settled<PipelineFunnelElement>(place, tag);
    marks(element)[0]?.click();
    await element.updateComplete;
    expect(sourceOf(place).selection.value).to.deep.equal([]);
    expect(has(element, '.chip')).to.equal(false);
  });

  it('filters the others by what stands in a stage, and not itself', async () => {
    const place = show(html`
      <pipeline-source .data=${year} .clock=${storyClock}>
        <pipeline-funnel class="one"></pipeline-funnel>
        <pipeline-funnel class="two" definition="snapshot"></pipeline-funnel>
      </pipeline-source>
    `);
    const one = await settled<PipelineFunnelElement>(place, '.one');
    const two = await settled<PipelineFunnelElement>(place, '.two');
    const proposal = marks(one).find(({ dataset }) => dataset['key'] === 's4');
    proposal?.click();
    await two.loaded;
    await frames(2);
    expect(textOf(two, '.finding')).to.equal('11 stand in Proposal today');
    expect(textOf(one, '.finding')).to.contain('60%');
    expect(textOf(one, '.chip')).to.equal('Proposal');
    inside(two, '.foot .end')?.click();
    await two.updateComplete;
    expect(textOf(two, '.methods')).to.contain('stage Proposal');
    sourceOf(place).selection.set([]);
    await two.loaded;
    await frames(2);
    expect(textOf(two, '.finding')).to.equal('23 stand in Qualify today');
    expect(has(one, '.chip')).to.equal(false);
  });

  it('opens the opportunities behind a mark, unless the page does', async () => {
    const element = await funnel();
    let drilled: PipelineDrillEvent | null = null;
    const cancel = (event: PipelineDrillEvent): void => {
      drilled = event;
      event.preventDefault();
    };
    element.addEventListener('pipeline-drill', cancel);
    marks(element)[0]?.focus();
    for (let i = 0; i < 3; i += 1) await sendKeys({ press: 'ArrowDown' });
    await shiftEnter();
    const rows = await (drilled as PipelineDrillEvent | null)?.rows();
    expect(rows).to.have.length(48);
    expect(rows?.every(({ outcome }) => outcome === 'lost')).to.equal(true);
    expect(has(element, '.panel')).to.equal(false);
    element.removeEventListener('pipeline-drill', cancel);
    await shiftEnter();
    await frames(3);
    expect(textOf(element, '.panel strong')).to.equal('Lost from Qualify: 48 opportunities');
    expect(element.renderRoot.querySelectorAll('.panel tbody tr')).to.have.length(48);
  });

  it('says how it counts, what was left out and what could not be read', async () => {
    const broken = { ...year, opportunities: [...year.opportunities, { id: 7 }] };
    const element = await funnel(broken);
    inside(element, '.foot .end')?.click();
    await element.updateComplete;
    const methods = textOf(element, '.methods');
    for (const words of [
      'Entered cohort',
      'advanced ÷ (advanced + lost)',
      '95%, Wilson',
      '205 opportunities',
      'Full',
      '1 record set aside: opportunities[205]',
    ])
      expect(methods).to.contain(words);
  });

  it('exports amounts in units of the currency, as they are read', async () => {
    const element = await funnel();
    element.by = 'amount';
    element.table = true;
    await element.updateComplete;
    const [, first = ''] = (await element.toCSV()).split(/\r?\n/);
    const read = textOf(element, 'tbody tr td:nth-of-type(1)').replaceAll(/[^\d.]/g, '');
    expect(Number(read)).to.be.greaterThan(0);
    expect(first.split(',')[1]).to.equal(String(Number(read)));
  });

  it('exports what it shows, unless the page does', async () => {
    const element = await funnel();
    expect(await element.toCSV()).to.contain('Proposal,64,32,21,11,0.6037735849056604,47–72%');
    const svg = await element.toSVG();
    expect(svg)
      .to.match(/^<svg[^>]* xmlns=/)
      .and.not.match(/var\(|class=|style=/);
    const png = await element.toPNG();
    expect([png.type, png.size > 5000]).to.deep.equal(['image/png', true]);
    let file: Promise<Blob> | null = null;
    element.addEventListener('pipeline-export', (event: PipelineExportEvent) => {
      event.preventDefault();
      file = event.file();
    });
    inside(element, '[part=menu-button]')?.click();
    await frames(2);
    const items = [...element.renderRoot.querySelectorAll<HTMLElement>('.menu button:not(.narrow)')];
    expect(items.map((item) => item.textContent?.trim())).to.deep.equal([
      'Download CSV',
      'Download SVG',
      'Download PNG',
    ]);
    items[0]?.click();
    expect(await (file as Promise<Blob> | null)?.then((blob) => blob.text())).to.contain('Proposal,64');
  });

  it('speaks the language around it, through shadow roots, and follows it', async () => {
    const place = show(html`<div lang="de" class="host"></div>`);
    const mode: ShadowRootMode = 'closed';
    const root = place.querySelector('.host')?.attachShadow({ mode }) as ShadowRoot;
    const element = document.createElement(tag);
    element.data = year;
    element.clock = storyClock;
    root.append(element);
    await settled(root, tag);
    expect(textOf(element, '.finding')).to.contain('60 % weiter');
    place.querySelector('.host')?.setAttribute('lang', 'en');
    await frames(2);
    expect(textOf(element, '.finding')).to.contain('the lowest step');
    element.messages = {
      terms: { opportunity: { one: 'deal', other: 'deals' } },
      funnel: { name: 'Sales funnel' },
    };
    await element.updateComplete;
    expect(textOf(element, '.name')).to.equal('Sales funnel');
    expect(marks(element)[0]?.getAttribute('aria-label')).to.equal('Qualify: 205 entered');
  });

  it('draws again only when its own inputs change', async () => {
    const element = await funnel();
    const drawn = inside(element, '.drawing svg');
    element.headingLevel = 2;
    element.title = 'other';
    element.requestUpdate();
    await element.updateComplete;
    expect(inside(element, '.drawing svg') === drawn).to.equal(true);
    element.by = 'amount';
    await element.updateComplete;
    expect(inside(element, '.drawing svg') === drawn).to.equal(false);
  });

  it('renders once for a hundred settings in one task, and the last one counts', async () => {
    const element = await funnel();
    let updates = 0;
    const { updated } = element as unknown as { updated: () => void };
    (element as unknown as { updated: () => void }).updated = function count() {
      updates += 1;
      updated.call(this);
    };
    for (let i = 0; i < 100; i += 1) element.by = i % 2 === 0 ? 'count' : 'amount';
    await element.updateComplete;
    expect([updates, element.by]).to.deep.equal([1, 'amount']);
    expect(textOf(element, '.evidence')).to.contain('€');
  });

  it('shows what anyone may write as text, and nothing else', async () => {
    const evil = '<img src=x onerror=alert(1)>"\'`${1}javascript:alert(1)\u202e';
    const data = passages({ stages: [{ name: evil, lost: 6, pending: 1 }], won: 6 });
    const element = await funnel(data);
    element.table = true;
    inside(element, '.foot .end')?.click();
    await element.updateComplete;
    const nodes = [...element.renderRoot.querySelectorAll('*')];
    expect(
      nodes.filter(({ localName }) => /^(img|script|iframe|a|object|style)$/.test(localName)),
    ).to.deep.equal([]);
    const attributes = nodes.flatMap((node) => [...node.attributes].map(({ name }) => name));
    expect(attributes.filter((name) => /^on|^srcdoc$|^href$/.test(name))).to.deep.equal([]);
    expect(textOf(element, '.finding')).to.contain('<img src=x').and.not.contain('\u202e');
  });
});
