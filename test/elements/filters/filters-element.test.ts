import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type {
  PipelineFiltersElement,
  PipelineFunnelElement,
  PipelineSourceElement,
} from '@pipeline-kit/elements';
import type { Selection } from '@pipeline-kit/model';
import { SourceController } from '../../../packages/elements/src/controllers/source-controller.js';
import { storyClock } from '../../../stories/data.js';
import { spread } from '../../../stories/spread.js';
import { strictFrame, type Policy } from '../../support/strict-frame.js';
import { clean, html, settled, show, sourceOf, textOf, wait } from '../support.js';

const tag = 'pipeline-filters';
const document = spread(60);

/** One clause of each widget that could have chosen, and one of the page's own. */
const chosen: Selection = [
  { source: 'pipeline-funnel-9', field: 'stage', in: ['s4', 's5'] },
  { field: 'amount', from: 2_000_000, to: 20_000_000 },
];

interface Scene {
  readonly bar: PipelineFiltersElement;
  readonly source: PipelineSourceElement;
  readonly place: HTMLElement;
}

async function scene(selection: Selection = [], facts: Partial<PipelineFiltersElement> = {}): Promise<Scene> {
  const place = show(html`
    <pipeline-source .data=${document} .clock=${storyClock}>
      <pipeline-filters></pipeline-filters>
      <pipeline-funnel></pipeline-funnel>
    </pipeline-source>
  `);
  const bar = place.querySelector(tag) as PipelineFiltersElement;
  Object.assign(bar, facts);
  const source = sourceOf(place);
  await source.loaded;
  source.selection.set(selection);
  await turns();
  return { bar, source, place };
}

/** Lets what was asked be answered and drawn: a few turns of the loop, however busy the machine is. */
async function turns(): Promise<void> {
  for (let i = 0; i < 4; i += 1) await wait(4);
}

function find(bar: PipelineFiltersElement, selector: string): HTMLElement {
  const found = bar.renderRoot.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`nothing: ${selector}`);
  return found;
}

function all(bar: PipelineFiltersElement, selector: string): HTMLElement[] {
  return [...bar.renderRoot.querySelectorAll<HTMLElement>(selector)];
}

function words(node: Element): string {
  return (node.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}

function chips(bar: PipelineFiltersElement): string[] {
  return all(bar, '.label').map(words);
}

function spoken(bar: PipelineFiltersElement): string {
  return words(find(bar, '[role=status]'));
}

async function press(bar: PipelineFiltersElement, selector: string): Promise<void> {
  find(bar, selector).click();
  await turns();
}

/** Presses what has this text among the choices. */
async function choose(bar: PipelineFiltersElement, text: string): Promise<void> {
  const option = all(bar, '.option').find((one) => words(one).startsWith(text));
  if (!option) throw new Error(`no option: ${text}`);
  (option.querySelector('input') ?? option).click();
  await turns();
}

async function type(bar: PipelineFiltersElement, name: string, value: string): Promise<void> {
  const input = find(bar, `input[name=${name}], input[type=${name}]`) as HTMLInputElement;
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await turns();
}

function withoutSource({ selection }: PipelineSourceElement): object[] {
  return selection.value.map(
    (clause) => JSON.parse(JSON.stringify({ ...clause, source: undefined })) as object,
  );
}

describe('<pipeline-filters>', () => {
  const { patience } = SourceController;
  before(() => (SourceController.patience = 30));
  after(() => (SourceController.patience = patience));
  afterEach(clean);

  it('has the expected defaults', () => {
    const { source, noPeriod, noAsOf } = globalThis.document.createElement(tag);
    expect([source, noPeriod, noAsOf]).to.deep.equal([null, false, false]);
  });

  it('every attribute has its property', () => {
    const bar = globalThis.document.createElement(tag);
    const names = (customElements.get(tag) as typeof PipelineFiltersElement).observedAttributes;
    for (const name of names) bar.setAttribute(name, 'x');
    expect([bar.source, bar.noPeriod, bar.noAsOf]).to.deep.equal(['x', true, true]);
    expect(names).to.have.length(3);
  });

  it('says the period, the filters and the day, and is accessible', async () => {
    const { bar } = await scene(chosen);
    expect(all(bar, '.pick').map(words)).to.deep.equal(['Period each widget’s own']);
    expect(chips(bar)).to.deep.equal(['Stage Proposal, Negotiation', 'Amount €20K to €200K']);
    expect(words(find(bar, '.as-of'))).to.equal('As of May 20, 2026, Berlin');
    await expect(bar).to.be.accessible();
  });

  it('speaks German', async () => {
    const { bar } = await scene(chosen);
    bar.lang = 'de';
    await turns();
    expect(chips(bar)).to.deep.equal(['Phase Proposal, Negotiation', 'Betrag 20.000 € bis 200.000 €']);
    expect(words(find(bar, '.as-of'))).to.equal('Stand 20.05.2026, Berlin');
    expect(words(find(bar, '.clear'))).to.equal('Alle aufheben');
  });

  it('names every kind of clause', async () => {
    const { bar } = await scene([
      { field: 'partner', in: [null] },
      { field: 'stage', in: ['s1', 's2', 's3', 's4', 's5'] },
      { field: 'product', in: [] },
      { field: 'owner', contains: 'an' },
      { field: 'closeDate', from: '2026-04-01', to: '2026-07-01' },
      { field: 'createdDate', to: '2026-04-01' },
      { field: 'outcome', in: ['won'] },
      { field: 'registered', in: [false] },
      { field: 'category', in: ['bestCase'] },
      { field: 'attributes.seats', from: 50 },
    ]);
    expect(chips(bar)).to.deep.equal([
      'Partner none',
      'Stage Qualify, Discovery, Solution and 2 more',
      'Product nothing',
      'Owner contains “an”',
      'Close date Apr 1 – Jun 30, 2026',
      'Created below Apr 1, 2026',
      'Outcome won',
      'Registered no',
      'Forecast category best case',
      'Seats from 50',
    ]);
  });

  it('removes a clause, whoever chose it', async () => {
    const { bar, source } = await scene(chosen);
    await press(bar, '.remove');
    expect(source.selection.value).to.deep.equal(chosen.slice(1));
    expect(spoken(bar)).to.equal('Filter Stage Proposal, Negotiation removed, 1 left');
  });

  it('Delete and Backspace remove the chip that has the focus, and the next one has it then', async () => {
    const { bar, source } = await scene([...chosen, { field: 'owner', contains: 'a' }]);
    find(bar, '.label').focus();
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'Delete' });
    await turns();
    expect(chips(bar)).to.deep.equal(['Stage Proposal, Negotiation', 'Owner contains “a”']);
    expect(words(all(bar, '.label').find((label) => label.matches(':focus')) as HTMLElement)).to.contain(
      'Owner',
    );
    await sendKeys({ press: 'Backspace' });
    await turns();
    await sendKeys({ press: 'Backspace' });
    await turns();
    expect(source.selection.value).to.deep.equal([]);
    expect(find(bar, '.add').matches(':focus')).to.equal(true);
  });

  it('has one tab stop for all chips', async () => {
    const { bar } = await scene(chosen);
    expect(all(bar, '.chips [tabindex="0"]')).to.have.length(1);
    find(bar, '.label').focus();
    await sendKeys({ press: 'End' });
    await turns();
    expect(all(bar, '.label').map(({ tabIndex }) => tabIndex)).to.deep.equal([-1, 0]);
  });

  it('Clear all takes everything back, the chosen mark too', async () => {
    const { bar, source } = await scene(chosen);
    source.holder.choose({ source: 'x', metric: 'funnel', params: {}, mark: {}, label: 'x', clauses: [] });
    await press(bar, '.clear');
    expect([source.selection.value, source.holder.choice]).to.deep.equal([[], null]);
    expect(spoken(bar)).to.equal('All filters removed');
  });

  it('Escape closes what is open, then clears', async () => {
    const { bar, source } = await scene(chosen);
    find(bar, '.add').focus();
    await sendKeys({ press: 'Enter' });
    await turns();
    expect(find(bar, '.choices').matches(':popover-open')).to.equal(true);
    await sendKeys({ press: 'Escape' });
    await turns();
    expect(find(bar, '.choices').matches(':popover-open')).to.equal(false);
    expect(find(bar, '.add').matches(':focus')).to.equal(true);
    expect(source.selection.value).to.deep.equal(chosen);
    await sendKeys({ press: 'Escape' });
    await turns();
    expect(source.selection.value).to.deep.equal([]);
  });

  it('adds a filter: fields that have values, then their values with counts', async () => {
    const { bar, source } = await scene();
    await press(bar, '.add');
    const fields = all(bar, '.option').map((option) => words(option.querySelector('bdi') as Element));
    expect(fields).to.include.members([
      'Stage',
      'Partner',
      'Amount',
      'Close date',
      'Registered',
      'Campaign',
      'Seats',
    ]);
    expect(fields).not.to.include('Tier');
    await expect(bar).to.be.accessible();
    await choose(bar, 'Region');
    const counts = all(bar, '.option').map(words);
    expect(counts.toSorted()).to.deep.equal([
      'Benelux 15',
      'DACH 15',
      'Iberia 10',
      'Nordics 10',
      'UK and Ireland 10',
    ]);
    await choose(bar, 'DACH');
    await choose(bar, 'Benelux');
    expect(withoutSource(source)).to.deep.equal([{ field: 'region', in: ['DACH', 'Benelux'] }]);
    expect(source.selection.value[0]?.source).to.match(/^pipeline-filters-\d+$/);
    expect(spoken(bar)).to.equal('Filtered by Region DACH, Benelux');
    await choose(bar, 'DACH');
    await choose(bar, 'Benelux');
    expect(source.selection.value).to.deep.equal([]);
  });

  it('counts the values of a field without its own choice, and with everyone else’s', async () => {
    const { bar } = await scene([
      { field: 'region', in: ['DACH'] },
      { field: 'segment', in: ['enterprise'] },
    ]);
    await press(bar, '.label');
    const counts = all(bar, '.option').map(words);
    expect(counts).to.have.length(5);
    const sum = counts.reduce((total, text) => total + Number(text.split(' ').at(-1)), 0);
    expect(sum).to.equal(20);
  });

  it('changes a clause in its place, in the name of whoever chose it', async () => {
    const { bar, source } = await scene(chosen);
    await press(bar, '.label');
    await choose(bar, 'Negotiation');
    expect(source.selection.value[0]).to.deep.equal({
      source: 'pipeline-funnel-9',
      field: 'stage',
      in: ['s4'],
    });
  });

  it('takes an amount in the currency, and says where the end lies before the beginning', async () => {
    const { bar, source } = await scene(chosen);
    all(bar, '.label')[1]?.click();
    await turns();
    expect((find(bar, 'input[name=from]') as HTMLInputElement).value).to.equal('20000');
    await type(bar, 'from', '300000');
    expect(words(find(bar, '.wrong'))).to.equal('The end must lie after the beginning');
    expect(find(bar, 'input[name=from]').ariaInvalid).to.equal('true');
    expect(source.selection.value[1]).to.deep.equal(chosen[1]);
    await type(bar, 'to', '');
    expect(source.selection.value[1]).to.deep.equal({ field: 'amount', from: 30_000_000 });
    await type(bar, 'from', '');
    expect(source.selection.value).to.deep.equal(chosen.slice(0, 1));
  });

  it('takes dates with the last day in them, and numbers of an attribute', async () => {
    const { bar, source } = await scene();
    await press(bar, '.add');
    await choose(bar, 'Close date');
    await type(bar, 'from', '2026-06-01');
    await type(bar, 'to', '2026-06-30');
    await press(bar, '.choices .link');
    await choose(bar, 'Seats');
    await type(bar, 'from', '50');
    expect(withoutSource(source)).to.deep.equal([
      { field: 'closeDate', from: '2026-06-01', to: '2026-07-01' },
      { field: 'attributes.seats', from: 50 },
    ]);
  });

  it('looks for a text', async () => {
    const many = {
      ...document,
      opportunities: document.opportunities.map((one, i) => ({ ...one, region: `Area ${i}` })),
    };
    const { bar, source } = await scene();
    source.data = many;
    await source.updateComplete;
    await turns();
    await press(bar, '.add');
    await choose(bar, 'Region');
    await type(bar, 'search', 'area 1');
    expect(all(bar, '.option').map(words)).to.include('Contains “area 1”');
    expect(all(bar, '.option')).to.have.length(12);
    await choose(bar, 'Contains');
    expect(withoutSource(source)).to.deep.equal([{ field: 'region', contains: 'area 1' }]);
  });

  it('a period that follows the day moves with it, and so does what it is compared with', async () => {
    const { bar, source } = await scene();
    await press(bar, '.pick');
    expect(all(bar, '.option').map(words)).to.deep.equal([
      'Each widget’s own',
      'This quarter Apr 1 – Jun 30, 2026',
      'Previous quarter Jan 1 – Mar 31, 2026',
      'This year Jan 1 – Dec 31, 2026',
      'Last 12 months May 21, 2025 – May 20, 2026',
      'Days of your own',
    ]);
    await choose(bar, 'This quarter');
    expect(spoken(bar)).to.equal('Period: Q2 26, to May 20');
    await press(bar, '.pick + .pick');
    await choose(bar, 'The period before');
    expect(source.holder.periods).to.deep.equal({
      period: { from: '2026-04-01', to: '2026-07-01' },
      priorPeriod: { from: '2026-01-01', to: '2026-02-19' },
    });
    expect(all(bar, '.pick').map(words)).to.deep.equal([
      'Period Q2 26, to May 20',
      'Compared with Q1 26, same share',
    ]);
    await press(bar, '.as-of');
    await type(bar, 'date', '2026-08-15');
    await turns();
    expect(source.pipeline?.asOf).to.equal('2026-08-15');
    expect(source.holder.periods.period).to.deep.equal({ from: '2026-07-01', to: '2026-10-01' });
    expect(all(bar, '.pick').map(words)).to.deep.equal([
      'Period Q3 26, to Aug 15',
      'Compared with Q2 26, same share',
    ]);
    await press(bar, '.choices .link');
    expect([source.pipeline?.asOf, source.holder.asOf]).to.deep.equal(['2026-05-20', null]);
  });

  it('days of the reader’s own are a period when both are there', async () => {
    const { bar, source } = await scene();
    await press(bar, '.pick');
    await choose(bar, 'Days of your own');
    expect(source.holder.periods.period).to.equal(null);
    await type(bar, 'from', '2026-03-10');
    await type(bar, 'to', '2026-03-19');
    expect(source.holder.periods.period).to.deep.equal({ from: '2026-03-10', to: '2026-03-20' });
    expect(words(find(bar, '.pick'))).to.equal('Period Mar 10 – 19, 2026');
    await type(bar, 'to', '2026-03-01');
    expect(source.holder.periods.period).to.deep.equal({ from: '2026-03-10', to: '2026-03-20' });
  });

  it('a year that is typed digit by digit moves nothing before it is one', async () => {
    const { bar, source } = await scene();
    await press(bar, '.as-of');
    await type(bar, 'date', '0202-08-15');
    expect(source.pipeline?.asOf).to.equal('2026-05-20');
  });

  it('another day moves the widgets', async () => {
    const { bar, place } = await scene();
    const funnel = await settled<PipelineFunnelElement>(place, 'pipeline-funnel');
    const before = textOf(funnel, '.card');
    await press(bar, '.as-of');
    await type(bar, 'date', '2025-08-15');
    await settled(place, 'pipeline-funnel');
    expect(textOf(funnel, '.card')).not.to.equal(before);
  });

  it('a page can cancel what the reader chooses', async () => {
    const { bar, source } = await scene(chosen);
    const told: boolean[] = [];
    bar.addEventListener('pipeline-select', (event) => {
      told.push(event.selected);
      event.preventDefault();
    });
    await press(bar, '.remove');
    await press(bar, '.clear');
    await press(bar, '.label');
    await choose(bar, 'Qualify');
    expect(source.selection.value).to.deep.equal(chosen);
    expect(told).to.deep.equal([false, false, true]);
  });

  it('no-period and no-as-of leave those out', async () => {
    const { bar } = await scene([], { noPeriod: true, noAsOf: true });
    expect([...all(bar, '.pick'), ...all(bar, '.as-of')]).to.have.length(0);
  });

  it('says that there is no source, and works when one comes', async () => {
    const place = show(html`<pipeline-filters source="later"></pipeline-filters>`);
    const bar = place.querySelector(tag) as PipelineFiltersElement;
    await wait(80);
    expect(words(find(bar, '.problem'))).to.equal('No <pipeline-source id="later"> is on this page.');
    await expect(bar).to.be.accessible();
    show(html`<pipeline-source id="later" .data=${document} .clock=${storyClock}></pipeline-source>`);
    await turns();
    expect(words(find(bar, '.pick'))).to.equal('Period each widget’s own');
  });

  it('says why there are no data, and tries again', async () => {
    let asked = 0;
    const fetcher = (): Promise<Response> => {
      asked += 1;
      return Promise.resolve(asked === 1 ? new Response(null, { status: 503 }) : Response.json(document));
    };
    const place = show(html`
      <pipeline-source src="https://crm.example/x.json" .fetcher=${fetcher} .clock=${storyClock}>
        <pipeline-filters></pipeline-filters>
      </pipeline-source>
    `);
    const bar = place.querySelector(tag) as PipelineFiltersElement;
    await wait(30);
    expect(words(find(bar, '.problem'))).to.equal('crm.example answered 503.');
    await press(bar, '.link');
    await turns();
    expect(all(bar, '.pick')).to.have.length(1);
  });

  for (const policy of ['plain', 'tt', 'none', 'nonce'] as const satisfies readonly Policy[]) {
    it(`opens and filters under the policy ${policy}, and nothing is forbidden`, async () => {
      const frame = await strictFrame({
        policy,
        script: 'source',
        body: '<pipeline-source src="data.json" as-of="2026-05-20"><pipeline-filters></pipeline-filters></pipeline-source>',
        files: { 'data.json': JSON.stringify(document) },
      });
      const bar = frame.document.querySelector(tag) as PipelineFiltersElement;
      const source = frame.document.querySelector('pipeline-source') as PipelineSourceElement;
      await frame.run(() => source.loaded);
      const root = frame.root(bar) as ShadowRoot;
      const turn = (act: () => void): Promise<void> =>
        frame.run(async (window) => {
          act();
          await new Promise((resolve) => {
            window.setTimeout(resolve, 60);
          });
        });
      await turn(() => {});
      for (const selector of ['.pick', '.as-of', '.add', '.option', '.option input']) {
        await turn(() => root.querySelector<HTMLElement>(selector)?.click());
      }
      expect(source.selection.value).to.have.length(1);
      await turn(() => root.querySelector<HTMLElement>('.remove')?.click());
      expect(source.selection.value).to.have.length(0);
      expect(frame.violations).to.deep.equal([]);
      expect(frame.messages).to.deep.equal([]);
      frame.remove();
    });
  }
});
