import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { PipelineForecastElement, PipelineSummaryElement } from '@pipeline-kit/elements';
import { createPipeline, NO_CURRENCY, type Pipeline } from '@pipeline-kit/model';
import { storyClock } from '../../../stories/data.js';
import { forecastClauses } from '../../../packages/elements/src/forecast/forecast-marks.js';
import { quarterDay, quarterDocument } from '../../fixtures/quarter.js';
import { strictFrame, type Policy } from '../../support/strict-frame.js';
import { clean, frames, html, inside, settled, show, sourceOf, textOf } from '../support.js';

const tag = 'pipeline-forecast';
const quarter = quarterDocument();

async function forecast(data: unknown = quarter, width = 640): Promise<PipelineForecastElement> {
  const place = show(html`<pipeline-forecast .data=${data} .clock=${storyClock}></pipeline-forecast>`);
  place.style.width = `${width}px`;
  return settled(place, tag);
}

function marks(element: PipelineForecastElement): HTMLButtonElement[] {
  return [...element.renderRoot.querySelectorAll<HTMLButtonElement>('.marks button')];
}

function mark(element: PipelineForecastElement, key: string): HTMLButtonElement {
  const found = marks(element).find(({ dataset }) => dataset['key'] === key);
  if (!found) throw new Error(`no mark: ${key}`);
  return found;
}

function rows(element: PipelineForecastElement): string[][] {
  return [...element.renderRoot.querySelectorAll('[part=table] tr')].map((row) =>
    [...row.children].map(({ textContent }) => (textContent ?? '').trim()),
  );
}

const idsBehind = async (pipeline: Pipeline, asked: Parameters<Pipeline['opportunities']>[0]) =>
  (await pipeline.opportunities(asked)).map(({ id }) => id);

describe('<pipeline-forecast>', () => {
  afterEach(clean);

  it('has the expected defaults', () => {
    const { mode, unit, periodsBefore, periodsAfter, period, table, status } = document.createElement(tag);
    expect([mode, unit, periodsBefore, periodsAfter, period, table, status]).to.deep.equal([
      'single',
      'quarter',
      3,
      2,
      null,
      false,
      'loading',
    ]);
  });

  it('says how far the open pipeline covers the rest, and what was needed', async () => {
    const element = await forecast();
    expect(textOf(element, '.finding')).to.equal(
      'Open pipeline covers the rest of Q2 1.8 times; 3.0 times was needed',
    );
    expect(textOf(element, '.evidence')).to.equal(
      '€900K due against €500K still to win. The last four quarters won 33% of what was due, 95% interval 18–53%.',
    );
    expect(textOf(element, '.foot')).to.contain('6 open and due, 1 not priced');
    expect(textOf(element, '.foot')).to.contain('1 due in other periods');
    expect(textOf(element, '.foot')).to.contain('€10.0K omitted, not drawn');
    await expect(element).to.be.accessible();
  });

  it('says the same in German', async () => {
    const place = show(html`
      <div lang="de"><pipeline-forecast .data=${quarter} .clock=${storyClock}></pipeline-forecast></div>
    `);
    const element = await settled(place, tag);
    expect(textOf(element, '.finding')).to.equal(
      'Die offene Pipeline deckt den Rest von Q2 1,8-fach; nötig war das 3,0-Fache',
    );
    expect(textOf(element, '.evidence').replaceAll('\u00a0', ' ')).to.equal(
      '900.000 € fällig, 500.000 € noch zu gewinnen. In den letzten vier Quartalen wurden 33 % des Fälligen gewonnen, 95-%-Intervall 18–53 %.',
    );
  });

  it('says what can be said without a quota, with one that is met or in no known currency, and without history', async () => {
    const cases = [
      [{ quotas: [] }, '€500K won in Q2; €900K is open and due', 'There is no quota for Q2'],
      [
        { quotas: [{ ...quarter.quotas?.[1], amount: 40_000_000 }] },
        'Q2 has met its quota: €500K won of €400K',
        '€900K more is open and due.',
      ],
      [
        { quotas: [{ ...quarter.quotas?.[1], currency: 'USD' }] },
        '€500K won in Q2; €900K is open and due',
        'without a rate',
      ],
      [
        { meta: { history: 'current-only' } },
        'Open pipeline covers the rest of Q2 1.8 times',
        'this export holds only today’s stage',
      ],
    ] as const;
    for (const [facts, finding, evidence] of cases) {
      const element = await forecast({ ...quarter, ...facts });
      expect(textOf(element, '.finding')).to.equal(finding);
      expect(textOf(element, '.evidence')).to.contain(evidence);
      clean();
    }
  });

  it('says that a period without anything due has nothing to cover it', async () => {
    const idle = { ...quarter, opportunities: quarter.opportunities.filter(({ id }) => id === 'won') };
    expect(textOf(await forecast(idle), '.finding')).to.equal(
      'Nothing open is due in Q2; €500K is still to win',
    );
  });

  it('speaks of the period it is given, or the one that the source’s widgets share', async () => {
    const place = show(html`
      <pipeline-source .data=${quarter} .clock=${storyClock} as-of=${quarterDay}>
        <pipeline-forecast></pipeline-forecast>
      </pipeline-source>
    `);
    const element = await settled<PipelineForecastElement>(place, tag);
    sourceOf(place).holder.setPeriods({
      period: { from: '2026-07-01', to: '2026-10-01' },
      priorPeriod: null,
    });
    await element.loaded;
    expect(textOf(element, '.finding')).to.equal('Open pipeline covers Q3 0.3 times');
    expect(textOf(element, '.evidence')).to.contain('18 were due before, 20 are needed.');
    element.setAttribute('period', '2026-01-01/2026-04-01');
    await element.loaded;
    expect(textOf(element, '.finding')).to.equal('Q1 ended at 100% of its quota');
    expect(textOf(element, '.evidence')).to.equal('€100K won of €100K.');
  });

  it('draws months as well as quarters, as many as are asked for', async () => {
    const element = await forecast();
    element.unit = 'month';
    element.periodsBefore = 1;
    element.periodsAfter = 1;
    element.table = true;
    await element.loaded;
    expect(rows(element).map(([name]) => name)).to.deep.equal([
      'Period',
      'Apr 26',
      'May 26',
      'Jun 26',
      'Overdue',
      'No date',
    ]);
  });

  it('names quarters by the fiscal year', async () => {
    const calendar = { kind: 'gregorian', fiscalYearStartMonth: 2 };
    const element = await forecast({ ...quarter, settings: { ...quarter.settings, calendar } });
    element.table = true;
    await element.updateComplete;
    expect(rows(element).map(([name]) => name)).to.include.members(['Q2 FY27', 'Q1 FY27', 'Q4 FY26']);
  });

  it('falls back from bad attributes and says so once', async () => {
    const lines: string[] = [];
    const { warn } = console;
    console.warn = (line: string) => lines.push(line);
    try {
      const place = show(html`
        <pipeline-forecast
          .data=${quarter}
          .clock=${storyClock}
          unit="week"
          periods-before="2.5"
          periods-after="99"
        ></pipeline-forecast>
      `);
      const element = await settled<PipelineForecastElement>(place, tag);
      element.requestUpdate();
      await element.updateComplete;
      expect(textOf(element, '.finding')).to.contain('Q2');
    } finally {
      console.warn = warn;
    }
    expect(lines).to.deep.equal([
      '<pipeline-forecast>: invalid unit: "week"; quarter is used',
      '<pipeline-forecast>: invalid periods-before: "2.5"; 3 is used',
      '<pipeline-forecast>: invalid periods-after: "99"; 2 is used',
    ]);
  });

  it('shows as a table what the metrics answer, single or added up', async () => {
    const element = await forecast();
    element.table = true;
    await element.updateComplete;
    const single = rows(element);
    expect(single[0]).to.deep.equal([
      'Period',
      'Won',
      'Commit',
      'Best case',
      'Pipeline',
      'Open',
      'Weighted',
      'Quota',
      'Won of quota',
      'Coverage',
    ]);
    expect(single.find(([name]) => name === 'Q2 26')).to.deep.equal([
      'Q2 26',
      '€500,000.00',
      '€300,000.00',
      '€200,000.00',
      '€390,000.00',
      '€900,000.00',
      '€950,000.00',
      '€1,000,000.00',
      '50%',
      '1.8×',
    ]);
    expect(single.find(([name]) => name === 'Overdue')).to.deep.equal([
      'Overdue',
      '–',
      '–',
      '–',
      '–',
      '€50,000.00',
      '€25,000.00',
      '–',
      '–',
      '–',
    ]);
    element.mode = 'cumulative';
    await element.updateComplete;
    expect(rows(element)[0]?.slice(2, 5)).to.deep.equal(['With commit', 'With best case', 'With pipeline']);
    const pipeline = createPipeline(quarter, { asOf: quarterDay });
    const { cumulative } = await pipeline.query('weightedForecast');
    const written = [cumulative.commit, cumulative.bestCase, cumulative.closed + cumulative.openPipeline];
    expect(
      rows(element)
        .find(([name]) => name === 'Q2 26')
        ?.slice(2, 5),
    ).to.deep.equal(written.map((minor) => `€${(minor / 100).toLocaleString('en')}.00`));
    expect(await element.toCSV()).to.contain('Q2 26,500000,800000,1000000,1390000,900000');
  });

  it('leaves the switch out where no category was ever said', async () => {
    const plain = quarter.opportunities.map((opportunity) => ({
      ...opportunity,
      history: opportunity.history.map(({ at, set }) => ({ at, set: { ...set, category: null } })),
    }));
    const element = await forecast({ ...quarter, opportunities: plain });
    expect(inside(element, '.segmented')).to.equal(null);
    expect(mark(element, '2026-04-01/none').getAttribute('aria-label')).to.equal(
      'Q2 26, to May 20: Open, €900K',
    );
    clean();
    expect(inside(await forecast(), '.segmented')).to.not.equal(null);
  });

  it('says in the foot what a narrow picture has no room for', async () => {
    const words = ['1 overdue, €50.0K', '1 without close date, €20.0K'];
    const wide = textOf(await forecast(quarter, 640), '.foot');
    for (const said of words) expect(wide).to.not.contain(said);
    clean();
    const narrow = await forecast(quarter, 300);
    await frames(3);
    for (const said of words) expect(textOf(narrow, '.foot')).to.contain(said);
    narrow.parentElement?.style.setProperty('width', '900px');
    await frames(4);
    for (const said of words) expect(textOf(narrow, '.foot')).to.not.contain(said);
  });

  it('writes amounts without a currency as plain numbers', async () => {
    const text = JSON.stringify(quarter).replaceAll('"EUR"', JSON.stringify(NO_CURRENCY));
    const element = await forecast(JSON.parse(text));
    expect(textOf(element, '.evidence')).to.contain('900K due against 500K still to win.');
    expect(textOf(element, '.drawing')).to.contain('million').and.not.contain('XXX');
  });

  it('is empty where there is nothing', async () => {
    expect((await forecast({ ...quarter, opportunities: [] })).status).to.equal('empty');
  });

  it('says how it counts and what it leaves out', async () => {
    const element = await forecast();
    inside(element, '.foot .end')?.click();
    await element.updateComplete;
    const methods = textOf(element, '.methods');
    for (const words of [
      'by the seller’s category',
      '1 ÷ the share that was won',
      '3.0 times, 95% interval 1.9–5.6',
      '6 open and due, 1 won',
      '1 not priced',
      '1 overdue, €50.0K',
      '1 without close date, €20.0K',
      '€10.0K omitted',
    ])
      expect(methods).to.contain(words);
    await expect(element).to.be.accessible();
  });

  describe('together with others', () => {
    const page = html`
      <pipeline-source .data=${quarter} .clock=${storyClock} as-of=${quarterDay}>
        <pipeline-forecast></pipeline-forecast>
        <pipeline-summary figure="open"></pipeline-summary>
      </pipeline-source>
    `;

    it('filters them by outcome, days and category with Enter, and gives all back with Escape', async () => {
      const place = show(page);
      const element = await settled<PipelineForecastElement>(place, tag);
      const summary = await settled<PipelineSummaryElement>(place, 'pipeline-summary');
      mark(element, '2026-04-01/commit').focus();
      await sendKeys({ press: 'Enter' });
      await summary.loaded;
      const [{ source } = {}] = sourceOf(place).selection.value;
      expect(sourceOf(place).selection.value).to.deep.equal([
        { source, field: 'outcome', in: ['open'] },
        { source, field: 'closeDate', from: '2026-05-20', to: '2026-07-01' },
        { source, field: 'category', in: ['commit'] },
      ]);
      expect(textOf(summary, '.finding')).to.equal('€300K');
      expect(textOf(element, '.chip')).to.equal('Q2 26: Commit');
      expect(textOf(element, '.finding')).to.contain('1.8 times');
      expect(mark(element, '2026-04-01/commit').ariaPressed).to.equal('true');
      await sendKeys({ press: 'Escape' });
      await summary.loaded;
      expect(sourceOf(place).selection.value).to.deep.equal([]);
    });

    it('tells the same part of two periods apart', async () => {
      const place = show(page);
      const element = await settled<PipelineForecastElement>(place, tag);
      mark(element, '2026-04-01/pipeline').click();
      await element.updateComplete;
      const pressed = marks(element).filter(({ ariaPressed }) => ariaPressed === 'true');
      expect(pressed.map(({ dataset }) => dataset['key'])).to.deep.equal(['2026-04-01/pipeline']);
    });

    it('chooses no more when one of its filters is taken away elsewhere', async () => {
      const place = show(page);
      const element = await settled<PipelineForecastElement>(place, tag);
      mark(element, '2026-04-01/commit').click();
      await element.updateComplete;
      sourceOf(place).selection.update((all) => all.filter(({ field }) => field !== 'category'));
      await element.loaded;
      expect(mark(element, '2026-04-01/commit').ariaPressed).to.equal('false');
      expect(sourceOf(place).selection.value).to.have.length(2);
    });

    it('says that no quota belongs to filters', async () => {
      const place = show(page);
      const element = await settled<PipelineForecastElement>(place, tag);
      sourceOf(place).selection.set([{ field: 'stage', in: ['s2'] }]);
      await element.loaded;
      expect(textOf(element, '.evidence')).to.contain('these filters are neither');
    });

    it('opens the opportunities of the mark’s own period', async () => {
      const element = await settled<PipelineForecastElement>(show(page), tag);
      mark(element, '2026-07-01/pipeline').focus();
      await sendKeys({ down: 'Shift' });
      await sendKeys({ press: 'Enter' });
      await sendKeys({ up: 'Shift' });
      await frames(3);
      expect(textOf(element, '.panel strong')).to.equal('Q3 26: Pipeline: 1 opportunity');
    });
  });

  describe('forecastClauses(mark, period, asOf)', () => {
    const pipeline = createPipeline(quarter, { asOf: quarterDay });
    const periods = [
      { from: '2026-01-01', to: '2026-04-01' },
      { from: '2026-04-01', to: '2026-07-01' },
      { from: '2026-07-01', to: '2026-10-01' },
    ];
    const asked = [
      { group: 'won' },
      { group: 'overdue' },
      { group: 'noCloseDate' },
      ...(['commit', 'mostLikely', 'bestCase', 'pipeline', 'none'] as const).map((category) => ({
        group: 'open' as const,
        category,
      })),
    ] as const;

    it('names the very opportunities that the metric counts', async () => {
      let counted = 0;
      for (const period of periods)
        for (const one of asked) {
          const behind = await idsBehind(pipeline, {
            metric: 'weightedForecast',
            params: { period },
            mark: one,
          });
          const selection = forecastClauses(one, period, quarterDay);
          const named = await pipeline.opportunities({}, { selection });
          expect(named.map(({ id }) => id)).to.deep.equal(behind);
          counted += behind.length;
        }
      expect(counted).to.be.greaterThan(10);
    });

    it('needs each of its clauses', async () => {
      const period = periods[1] ?? { from: '', to: '' };
      const clauses = forecastClauses({ group: 'open', category: 'commit' }, period, quarterDay);
      const all = (await pipeline.opportunities({}, { selection: clauses })).length;
      for (const clause of clauses.slice(1)) {
        const fewer = clauses.filter((other) => other !== clause);
        expect((await pipeline.opportunities({}, { selection: fewer })).length).to.be.greaterThan(all);
      }
    });
  });

  for (const policy of ['plain', 'tt', 'none', 'nonce'] satisfies Policy[])
    it(`works in a page with the policy ${policy}, and nothing is forbidden`, async () => {
      const frame = await strictFrame({
        policy,
        script: 'source',
        body: `
          <pipeline-source src="data.json" as-of="${quarterDay}"><pipeline-forecast></pipeline-forecast></pipeline-source>
        `,
        files: { 'data.json': JSON.stringify(quarter) },
      });
      const element = frame.document.querySelector(tag) as PipelineForecastElement;
      await frame.run(() => element.loaded);
      await frame.run(() => frames(3));
      await frame.run(() => mark(element, '2026-04-01/commit').click());
      await frame.run(() => inside(element, '.foot .end')?.click());
      await frame.run(() => (element.table = true));
      expect(textOf(element, '.chip')).to.equal('Q2 26: Commit');
      expect(frame.violations).to.deep.equal([]);
      frame.remove();
    });
});
