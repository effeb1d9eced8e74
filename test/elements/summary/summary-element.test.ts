import { expect } from '@open-wc/testing';
import type { PipelineSummaryElement } from '@pipeline-kit/elements';
import { createPipeline } from '@pipeline-kit/model';
import { passages, storyClock, typicalYear } from '../../../stories/data.js';
import { clean, html, inside, settled, show, textOf } from '../support.js';

const year = passages(typicalYear);

const files = import.meta.glob<string>(
  [
    '../../../packages/elements/src/summary/*.ts',
    '../../../packages/elements/src/define/pipeline-summary.ts',
    '../../../packages/elements/src/messages/summary-messages.ts',
  ],
  { eager: true, query: '?raw', import: 'default' },
);

const catalogues = import.meta.glob<string>('../../../packages/elements/src/messages/{en,de}.ts', {
  eager: true,
  query: '?raw',
  import: 'default',
});

async function summary(figure: string, data: unknown = year): Promise<PipelineSummaryElement> {
  const place = show(html`
    <pipeline-summary .data=${data} .clock=${storyClock} figure=${figure}></pipeline-summary>
  `);
  return settled(place, 'pipeline-summary');
}

describe('<pipeline-summary>', () => {
  afterEach(clean);

  it('shows what is open by default, with what it rests on, and is accessible', async () => {
    expect(document.createElement('pipeline-summary').figure).to.equal('open');
    const element = await summary('open');
    const { totals } = await createPipeline(year, { asOf: '2026-05-20' }).query('leaderboard');
    expect(totals.openCount).to.equal(65);
    expect(textOf(element, '.finding')).to.equal(`€${(totals.openAmount / 1e8).toPrecision(3)}M`);
    expect(textOf(element, '.evidence')).to.equal('65 opportunities');
    await expect(element).to.be.accessible();
  });

  it('shows what was won, what is weighted, and the win rate', async () => {
    const pipeline = createPipeline(year, { asOf: '2026-05-20' });
    const { won } = await pipeline.query('weightedForecast');
    expect(textOf(await summary('won'), '.evidence')).to.contain(`${won.count} opportunit`);
    clean();
    expect(textOf(await summary('weighted'), '.finding')).to.match(/^€/);
    clean();
    const rate = await summary('winRate');
    expect(textOf(rate, '.finding')).to.equal('16%');
    expect(textOf(rate, '.evidence')).to.equal('23 of 140, 11–23%');
  });

  it('says no rate below the floor', async () => {
    const few = passages({ stages: [{ name: 'Open', lost: 1, pending: 3 }], won: 1 });
    const element = await summary('winRate', few);
    expect(textOf(element, '.finding')).to.equal('–');
    expect(textOf(element, '.evidence')).to.equal('1 of 2: too few for a rate');
  });

  it('says how it counts, in German too', async () => {
    const place = show(html`
      <div lang="de">
        <pipeline-summary .data=${year} .clock=${storyClock} figure="winRate"></pipeline-summary>
      </div>
    `);
    const element = await settled<PipelineSummaryElement>(place, 'pipeline-summary');
    inside(element, '.foot .end')?.click();
    await element.updateComplete;
    expect(textOf(element, '.methods')).to.contain('Gewonnen ÷ (gewonnen + verloren)');
  });

  it('takes no more than 120 lines of code over all floors, words included: a widget needs little', () => {
    const words = Object.values(catalogues).map((text) => /^function summary[^]*?^\}/m.exec(text)?.[0] ?? '');
    const code = [...Object.values(files), ...words].join('\n').replaceAll(/\/\*\*[^]*?\*\//g, '');
    const lines = code.split('\n').filter((line) => line.trim() !== '' && !line.trim().startsWith('//'));
    expect([Object.keys(files).length, words.every(Boolean)]).to.deep.equal([4, true]);
    expect(lines.length).to.be.within(60, 120);
  });
});
