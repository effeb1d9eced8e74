import { expect } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import type {
  PipelineFunnelElement,
  PipelineRangeElement,
  PipelineSourceElement,
} from '@pipeline-kit/elements';
import type { Clause, PipelineDocument } from '@pipeline-kit/model';
import { passages, storyClock, typicalYear, withoutHistory } from '../../../stories/data.js';
import { happened } from '../../fixtures/happened.js';
import { strictFrame, type Policy } from '../../support/strict-frame.js';
import { clean, frames, html, inside, settled, show, sourceOf, textOf } from '../support.js';

const tag = 'pipeline-range';

/** Ten opportunities of 5, 15, … 95 thousand, one of 2 million and one without an amount; half of them in region A. */
const document = ofAmounts([5, 15, 25, 35, 45, 55, 65, 75, 85, 95].map((thousand) => thousand * 100_000));

function ofAmounts(amounts: readonly (number | null)[]): PipelineDocument {
  return {
    ...passages({ stages: [{ name: 'Alone', lost: 0, pending: 0 }], won: 0 }),
    opportunities: amounts.map((amount, i) =>
      happened(
        `O${i}`,
        [
          [
            `2026-0${1 + (i % 4)}-10`,
            { stage: 's1', amount, currency: 'EUR', closeDate: `2026-0${5 + (i % 4)}-20` },
          ],
        ],
        { region: i % 2 === 0 ? 'A' : 'B' },
      ),
    ),
  };
}

async function range(
  data: unknown = document,
  facts: Partial<PipelineRangeElement> = {},
): Promise<{ element: PipelineRangeElement; source: PipelineSourceElement; place: HTMLElement }> {
  const place = show(html`
    <pipeline-source .data=${data} .clock=${storyClock}>
      <pipeline-range bins="10"></pipeline-range>
      <pipeline-funnel></pipeline-funnel>
    </pipeline-source>
  `);
  const element = place.querySelector<PipelineRangeElement>(tag);
  Object.assign(element ?? {}, facts);
  await settled(place, tag);
  await settled(place, 'pipeline-funnel');
  return { element: element as PipelineRangeElement, source: sourceOf(place), place };
}

function handle(element: PipelineRangeElement, end: 'from' | 'to'): HTMLElement {
  return inside(element, `.handle.${end}`) as HTMLElement;
}

function clause(source: PipelineSourceElement): Omit<Clause, 'source'> | undefined {
  const [found] = source.selection.value;
  if (!found) return undefined;
  const { source: _, ...choice } = found;
  return choice;
}

/** The middle of the picture at a share of its width, as the mouse sees it. */
function at(element: PipelineRangeElement, share: number): [number, number] {
  const { left, top, width, height } = (inside(element, '.area') as HTMLElement).getBoundingClientRect();
  return [Math.round(left + share * width), Math.round(top + height / 2)];
}

async function drag(element: PipelineRangeElement, ...shares: readonly number[]): Promise<void> {
  await sendMouse({ type: 'move', position: at(element, shares[0] ?? 0) });
  await sendMouse({ type: 'down' });
  for (const share of shares.slice(1)) {
    await sendMouse({ type: 'move', position: at(element, share) });
    await frames(2);
  }
  await sendMouse({ type: 'up' });
  await frames(2);
}

async function shift(key: string): Promise<void> {
  await sendKeys({ down: 'Shift' });
  await sendKeys({ press: key });
  await sendKeys({ up: 'Shift' });
}

function funnelOf(place: HTMLElement): PipelineFunnelElement {
  return place.querySelector('pipeline-funnel') as PipelineFunnelElement;
}

describe('<pipeline-range>', () => {
  afterEach(async () => {
    clean();
    await resetMouse();
  });

  it('has the expected defaults', () => {
    const { field, outcome, bins, table, status } = globalThis.document.createElement(tag);
    expect([field, outcome, bins, table, status]).to.deep.equal(['amount', 'open', 40, false, 'loading']);
  });

  it('every attribute has its property', () => {
    const element = globalThis.document.createElement(tag);
    const names = (customElements.get(tag) as typeof PipelineRangeElement).observedAttributes;
    for (const name of names) element.setAttribute(name, '7');
    const { source, src, table, noTable, headingLevel, field, outcome, bins } = element;
    expect([source, src, table, noTable, headingLevel, field, outcome, bins]).to.deep.equal([
      '7',
      '7',
      true,
      true,
      7,
      '7',
      '7',
      7,
    ]);
    expect(names).to.have.length(8);
  });

  it('says where half of them are, while nothing is chosen', async () => {
    const { element } = await range();
    expect(textOf(element, '.finding')).to.equal('5 of 10 open are below €50K');
    expect(textOf(element, '.evidence')).to.equal('Drag over the bars, or use the arrow keys.');
    expect(textOf(element, '.foot')).to.equal('How this is counted');
    expect([handle(element, 'from').ariaValueText, handle(element, 'to').ariaValueText]).to.deep.equal([
      'no lower limit',
      'no upper limit',
    ]);
    await expect(element).to.be.accessible();
  });

  it('says what lies beside the axis and what has no value', async () => {
    const many = Array.from({ length: 30 }, (_, i) => (i + 1) * 100_000);
    const { element } = await range(ofAmounts([...many, 900_000_000, null, null]));
    expect(textOf(element, '.foot span')).to.equal('1 above €35K, 2 without amount');
  });

  it('says so where none has a value', async () => {
    const { element } = await range(withoutHistory(passages(typicalYear)), { field: 'createdDate' });
    expect(textOf(element, '.finding')).to.equal('None of the 65 open has a created date');
    expect(inside(element, '.area')).to.equal(null);
    expect(textOf(element, '.foot span')).to.equal('65 without created date');
  });

  it('speaks German', async () => {
    const { element, source } = await range();
    element.lang = 'de';
    source.selection.set([{ source: 'other', field: 'region', in: ['A'] }]);
    await settled(source, tag);
    expect(textOf(element, '.finding')).to.equal('3 von 5 offenen liegen unter 50.000 €');
    expect(textOf(element, '.name')).to.equal('Betrag');
  });

  it('the dates say periods', async () => {
    const { element } = await range(document, { field: 'closeDate' });
    handle(element, 'from').focus();
    await sendKeys({ press: 'ArrowRight' });
    await frames(2);
    expect(textOf(element, '.finding')).to.match(/^\d+ of 10 open have a close date on .*2026 or later$/);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'ArrowLeft' });
    await frames(2);
    expect(textOf(element, '.finding')).to.match(/^\d+ of 10 open have a close date .* – .*, 2026$/);
  });

  it('one tab stop for each end; arrows move by a bin, Page by five, Home and End as far as it goes', async () => {
    const { element, source } = await range();
    handle(element, 'from').focus();
    const press = async (key: string): Promise<unknown> => {
      await sendKeys({ press: key });
      await frames(1);
      return clause(source);
    };
    expect(await press('ArrowRight')).to.deep.equal({ field: 'amount', from: 1_000_000 });
    expect(await press('ArrowUp')).to.deep.equal({ field: 'amount', from: 2_000_000 });
    expect(await press('PageUp')).to.deep.equal({ field: 'amount', from: 7_000_000 });
    expect(await press('ArrowDown')).to.deep.equal({ field: 'amount', from: 6_000_000 });
    expect(await press('End')).to.deep.equal({ field: 'amount', from: 9_000_000 });
    expect(await press('PageDown')).to.deep.equal({ field: 'amount', from: 4_000_000 });
    expect(handle(element, 'from').ariaValueNow).to.equal('4');
    expect(handle(element, 'from').ariaValueText).to.equal('€40K');
    await sendKeys({ press: 'Tab' });
    expect(handle(element, 'to').matches(':focus')).to.equal(true);
    expect(await press('ArrowLeft')).to.deep.equal({ field: 'amount', from: 4_000_000, to: 9_000_000 });
    expect(await press('Home')).to.deep.equal({ field: 'amount', from: 4_000_000, to: 5_000_000 });
    await shift('Tab');
    expect(await press('Home')).to.deep.equal({ field: 'amount', to: 5_000_000 });
    expect(await press('a')).to.deep.equal({ field: 'amount', to: 5_000_000 });
  });

  it('Shift and an arrow move both ends', async () => {
    const { element, source } = await range();
    handle(element, 'from').focus();
    await sendKeys({ press: 'PageUp' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'PageDown' });
    await frames(2);
    expect(clause(source)).to.deep.equal({ field: 'amount', from: 5_000_000, to: 6_000_000 });
    await shift('ArrowLeft');
    await frames(2);
    expect(clause(source)).to.deep.equal({ field: 'amount', from: 4_000_000, to: 5_000_000 });
  });

  it('Escape clears, and the finding is spoken', async () => {
    const { element, source } = await range();
    handle(element, 'from').focus();
    await sendKeys({ press: 'ArrowRight' });
    await frames(2);
    expect(textOf(element, '[role=status]')).to.equal('9 of 10 open are €10K or more');
    await sendKeys({ press: 'Escape' });
    await frames(2);
    expect(source.selection.value).to.deep.equal([]);
    expect(textOf(element, '[role=status]')).to.contain('Filter removed');
  });

  it('from the right to the left, the right arrow goes down', async () => {
    const { element, source, place } = await range();
    place.dir = 'rtl';
    element.requestUpdate();
    await frames(3);
    handle(element, 'from').focus();
    await sendKeys({ press: 'ArrowLeft' });
    await sendKeys({ press: 'ArrowLeft' });
    await sendKeys({ press: 'ArrowRight' });
    await frames(2);
    expect(clause(source)).to.deep.equal({ field: 'amount', from: 1_000_000 });
    await drag(element, 0.01, 0.6);
    expect(clause(source)).to.deep.equal({ field: 'amount', from: 1_000_000, to: 4_000_000 });
  });

  it('is drawn over, from edge to edge', async () => {
    const { element, source } = await range();
    await drag(element, 0.22, 0.4, 0.58);
    expect(clause(source)).to.deep.equal({ field: 'amount', from: 2_000_000, to: 6_000_000 });
    expect(textOf(element, '.finding')).to.equal('4 of 10 open are between €20K and €60K');
    expect(textOf(element, '.chip')).to.equal('€20K to €60K');
    expect(textOf(element, '.evidence')).to.equal('Drag the edges, or use the arrow keys.');
    const chosen = [...element.renderRoot.querySelectorAll('.bins > rect')].map(
      (bar) => bar.getAttribute('fill')?.includes('stage') ?? false,
    );
    expect(chosen).to.deep.equal([false, false, true, true, true, true, false, false, false, false]);
    await expect(element).to.be.accessible();
  });

  it('an edge is dragged, then the span, then to both ends of the axis, which is no choice', async () => {
    const { element, source } = await range();
    await drag(element, 0.22, 0.58);
    await drag(element, 0.6, 0.81);
    expect(clause(source)).to.deep.equal({ field: 'amount', from: 2_000_000, to: 8_000_000 });
    await drag(element, 0.5, 0.61);
    expect(clause(source)).to.deep.equal({ field: 'amount', from: 3_000_000, to: 9_000_000 });
    await drag(element, 0.9, 1);
    expect(clause(source)).to.deep.equal({ field: 'amount', from: 3_000_000 });
    await drag(element, 0.3, 0);
    expect(source.selection.value).to.deep.equal([]);
  });

  it('a press chooses the bin under it', async () => {
    const { element, source } = await range();
    await sendMouse({ type: 'click', position: at(element, 0.37) });
    await frames(2);
    expect(clause(source)).to.deep.equal({ field: 'amount', from: 3_000_000, to: 4_000_000 });
  });

  it('a press inside the span leaves it', async () => {
    const { element, source } = await range();
    await drag(element, 0.22, 0.78);
    const before = clause(source);
    await sendMouse({ type: 'click', position: at(element, 0.5) });
    await frames(2);
    expect(clause(source)).to.deep.equal(before);
  });

  it('a finger that the page scrolls with takes everything back', async () => {
    const { element, source } = await range();
    const touch = (type: string, share: number): boolean => {
      const [clientX, clientY] = at(element, share);
      const facts = { pointerId: 7, pointerType: 'touch', isPrimary: true, bubbles: true, composed: true };
      return (inside(element, '.area') as HTMLElement).dispatchEvent(
        new PointerEvent(type, { ...facts, clientX, clientY }),
      );
    };
    // A pointer that a script made up cannot be captured.
    const area = inside(element, '.area') as HTMLElement;
    area.setPointerCapture = () => {};
    touch('pointerdown', 0.22);
    touch('pointermove', 0.58);
    await frames(2);
    expect(clause(source)).to.deep.equal({ field: 'amount', from: 2_000_000, to: 6_000_000 });
    touch('pointercancel', 0.58);
    await frames(2);
    expect(source.selection.value).to.deep.equal([]);
    touch('pointerdown', 0.22);
    touch('pointermove', 0.58);
    touch('pointerup', 0.58);
    expect(clause(source)).to.deep.equal({ field: 'amount', from: 2_000_000, to: 6_000_000 });
  });

  it('of the moves within a frame the newest counts', async () => {
    const { element, source } = await range();
    const told: unknown[] = [];
    element.addEventListener('pipeline-select', (event) => {
      const [one] = event.choice.clauses;
      told.push(one && 'to' in one ? one.to : null);
    });
    const brush = inside(element, '.area') as HTMLElement;
    await sendMouse({ type: 'move', position: at(element, 0.12) });
    await sendMouse({ type: 'down' });
    const pointerId = 1;
    for (const share of [0.2, 0.3, 0.4, 0.5]) {
      const [clientX, clientY] = at(element, share);
      brush.dispatchEvent(new PointerEvent('pointermove', { pointerId, clientX, clientY, bubbles: true }));
    }
    expect(told).to.deep.equal([]);
    await frames(2);
    expect(told).to.deep.equal([5_000_000]);
    expect(clause(source)).to.deep.equal({ field: 'amount', from: 1_000_000, to: 5_000_000 });
    await sendMouse({ type: 'up' });
  });

  it('counts whom the others have chosen, and keeps its axis', async () => {
    const { element, source } = await range();
    const axis = inside(element, '.drawing svg')?.querySelectorAll('.bins > rect').length;
    source.selection.set([{ source: 'other', field: 'region', in: ['A'] }]);
    await settled(source, tag);
    expect(textOf(element, '.finding')).to.equal('3 of 5 open are below €50K');
    expect(inside(element, '.drawing svg')?.querySelectorAll('.bins > rect').length).to.equal(axis);
  });

  it('counts exactly where its own bounds are no edges', async () => {
    const { element, source } = await range();
    handle(element, 'from').focus();
    await sendKeys({ press: 'ArrowRight' });
    const [own] = source.selection.value;
    source.selection.set([{ source: own?.source ?? '', field: 'amount', from: 1_600_000, to: 5_000_000 }]);
    await settled(source, tag);
    await frames(3);
    expect(textOf(element, '.finding')).to.equal('3 of 10 open are between €16K and €50K');
  });

  it('a page can cancel the choice', async () => {
    const { element, source } = await range();
    let told = 0;
    element.addEventListener('pipeline-select', (event) => {
      told += 1;
      event.preventDefault();
    });
    handle(element, 'from').focus();
    await sendKeys({ press: 'ArrowRight' });
    await frames(2);
    expect(source.selection.value).to.deep.equal([]);
    expect(told).to.equal(1);
  });

  it('is the same as a table, with what is chosen', async () => {
    const { element } = await range();
    handle(element, 'to').focus();
    await sendKeys({ press: 'PageDown' });
    element.table = true;
    await settled(element.parentElement as Element, tag);
    const rows = [...element.renderRoot.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent?.trim()),
    );
    expect(rows).to.have.length(10);
    expect(rows[0]).to.deep.equal(['€0 to €10K', '1', 'chosen']);
    expect(rows[9]).to.deep.equal(['€90K to €100K', '1', '']);
    expect(await element.toCSV()).to.contain('€0 to €10K,1,chosen');
    await expect(element).to.be.accessible();
  });

  it('says how it is counted', async () => {
    const { element } = await range(ofAmounts([100_000, null]));
    inside(element, '.foot .end')?.click();
    await element.updateComplete;
    const methods = textOf(element, '.methods');
    expect(methods).to.contain('Open opportunities by their amount in the reporting currency.');
    expect(methods).to.contain('Counted 1');
    expect(methods).to.contain('Left out 1 without amount');
    expect(methods).to.contain('In steps of €200');
  });

  it('another field takes back what was chosen of the one before', async () => {
    const { element, source } = await range();
    handle(element, 'from').focus();
    await sendKeys({ press: 'ArrowRight' });
    element.field = 'createdDate';
    await settled(source, tag);
    expect(source.selection.value).to.deep.equal([]);
    expect(textOf(element, '.finding')).to.match(/open were created before/);
  });

  it('a field, an outcome and a number of bins that it does not know are those by default', async () => {
    const { warn } = console;
    console.warn = () => {};
    const { element } = await range(document, {
      field: 'colour' as 'amount',
      outcome: 'gone' as 'open',
      bins: 3,
    });
    console.warn = warn;
    expect(textOf(element, '.finding')).to.contain('of 10 open are below');
  });

  it('a funnel follows while the brush is dragged, not only when it is let go', async () => {
    const { element, place } = await range();
    const seen = new Set<string>();
    const funnel = funnelOf(place);
    await sendMouse({ type: 'move', position: at(element, 0.02) });
    await sendMouse({ type: 'down' });
    for (const share of [0.3, 0.5, 0.7]) {
      await sendMouse({ type: 'move', position: at(element, share) });
      await frames(4);
      seen.add(textOf(funnel, '.finding'));
    }
    expect([...seen]).to.deep.equal([
      '3 opportunities entered Alone, none is decided yet',
      '5 opportunities entered Alone, none is decided yet',
      '7 opportunities entered Alone, none is decided yet',
    ]);
    await sendMouse({ type: 'up' });
  });

  for (const policy of ['plain', 'tt', 'none', 'nonce'] as const satisfies readonly Policy[]) {
    it(`draws and is brushed under the policy ${policy}, and nothing is forbidden`, async () => {
      const frame = await strictFrame({
        policy,
        script: 'source',
        body: '<pipeline-range id="range" src="data.json"></pipeline-range>',
        files: { 'data.json': JSON.stringify(document) },
      });
      const element = frame.document.getElementById('range') as PipelineRangeElement;
      await frame.run(() => element.loaded);
      const root = frame.root(element);
      await frame.run(async (window) => {
        root
          ?.querySelector('.handle.from')
          ?.dispatchEvent(new window.KeyboardEvent('keydown', { key: 'PageUp', bubbles: true }));
        await element.loaded;
        await new Promise((resolve) => {
          window.requestAnimationFrame(resolve);
        });
      });
      expect(root?.querySelector('.finding')?.textContent).to.contain('or more');
      expect(frame.violations).to.deep.equal([]);
      expect(frame.messages).to.deep.equal([]);
      frame.remove();
    });
  }
});
