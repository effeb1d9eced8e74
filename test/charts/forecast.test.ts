import { expect } from '@open-wc/testing';
import { forecastChart, type ForecastChartOptions, type ForecastPeriod } from '@pipeline-kit/charts';
import { spreadLabels } from '../../packages/charts/src/forecast-labels.js';
import { forecastTexts as texts } from '../fixtures/chart-texts.js';
import { forecastPeriod, usualForecast } from '../fixtures/forecast-periods.js';
import { brokenNumbers, markKeys, measureInPage, textFaults } from '../support/chart-page.js';

const small = [
  forecastPeriod({
    label: 'May 26',
    from: '2026-05-01',
    when: 'present',
    won: 1200,
    single: { commit: 300, mostLikely: 12, bestCase: 9, pipeline: 6, none: 3, omitted: 500 },
    undated: 400,
  }),
  forecastPeriod({ label: 'Jun 26', from: '2026-06-01', when: 'future', single: { pipeline: 5000 } }),
];
const empty = [forecastPeriod({ label: 'Q2 26', from: '2026-04-01', when: 'present', quota: 100_000 })];

function draw(
  periods: readonly ForecastPeriod[],
  options: Partial<ForecastChartOptions> = {},
): ReturnType<typeof forecastChart> {
  return forecastChart(periods, {
    document,
    width: 640,
    locale: 'en-GB',
    texts,
    currency: 'EUR',
    ...options,
  });
}

const said = (svg: SVGElement): string[] =>
  [...svg.querySelectorAll('text')].map((node) => (node.textContent ?? '').replaceAll('\u00a0', ' '));
const heights = (chart: ReturnType<typeof forecastChart>): Record<string, number> =>
  Object.fromEntries(chart.marks.map(({ key, box }) => [key, box.height]));

describe('forecastChart', () => {
  it('forecastChart(periods) draws every part from 0 on one scale', () => {
    const high = heights(draw(usualForecast));
    const unit = (high['2025-07-01/won'] ?? 0) / 1_660_000;
    expect(high['2026-04-01/won']).to.be.closeTo(1_248_300 * unit, 0.01);
    expect(high['2026-04-01/bestCase']).to.be.closeTo(641_000 * unit, 0.01);
    expect(high['2026-07-01/pipeline']).to.be.closeTo(3_210_000 * unit, 0.01);
    expect(high['overdue']).to.equal(undefined);
    expect(high['overdue/overdue']).to.be.closeTo(512_000 * unit, 0.01);
    const boxes = new Map(draw(usualForecast).marks.map(({ key, box }) => [key, box]));
    const feet = ['2025-07-01/won', '2026-04-01/won', '2026-07-01/commit', 'overdue/overdue'].map((key) => {
      const box = boxes.get(key);
      return (box?.y ?? 0) + (box?.height ?? 0);
    });
    expect(new Set(feet.map((foot) => foot.toFixed(2))).size).to.equal(1);
  });

  it('forecastChart(periods) draws the running period twice as wide, and labels it', () => {
    const { svg, marks } = draw(usualForecast);
    const width = (key: string): number => marks.find((mark) => mark.key === key)?.box.width ?? 0;
    expect(width('2026-04-01/won')).to.be.above(2 * width('2025-07-01/won'));
    expect(said(svg)).to.include.members([
      '✓ Won 1.25',
      'Commit 0.39',
      'Best case 0.64',
      'Pipeline 1.21',
      'Weighted 2.27',
    ]);
    expect(said(svg)).to.include.members([
      'EUR million',
      '52%',
      'of 2.4 won',
      '2.4×',
      'of 2.2',
      '0.51',
      '13 open',
    ]);
  });

  it('forecastChart(periods, { mode: "cumulative" }) labels each boundary with all up to it', () => {
    expect(said(draw(usualForecast, { mode: 'cumulative' }).svg)).to.include.members([
      '✓ Won 1.25',
      'To commit 1.63',
      'To most likely 2.11',
      'To best case 2.75',
      'To pipeline 3.96',
    ]);
  });

  it('forecastChart(periods) marks groups and categories, and asks in the period of the bar', () => {
    const { marks } = draw(usualForecast);
    const asked = (key: string): unknown => {
      const mark = marks.find((each) => each.key === key);
      return mark && [mark.mark, mark.params, mark.label];
    };
    expect(asked('2026-07-01/bestCase')).to.deep.equal([
      { group: 'open', category: 'bestCase' },
      { period: { from: '2026-07-01', to: '2026-07-01' } },
      'Q3 26: bestCase, €1.31m',
    ]);
    expect(asked('noCloseDate/noCloseDate')).to.deep.equal([
      { group: 'noCloseDate' },
      undefined,
      'No date: noCloseDate, €204k',
    ]);
  });

  it('forecastChart(periods) says "Quota" once', () => {
    expect(said(draw(usualForecast).svg).filter((text) => text === 'Quota')).to.have.length(1);
    expect(said(draw(small).svg)).to.not.include('Quota');
    expect(said(draw(small).svg)).to.include.members(['no quota', '1.53', 'EUR thousand']);
  });

  it('forecastChart(periods) leaves omitted amounts out of the stack', () => {
    expect(draw(small).marks.some(({ key }) => key.endsWith('omitted'))).to.equal(false);
  });

  it('forecastChart(periods) where there is little room drops the oldest, then what stands apart, then the farthest', () => {
    const shown = (width: number): readonly string[] => draw(usualForecast, { width }).shown;
    expect(shown(900)).to.have.length(8);
    expect(shown(480)).to.deep.equal([
      '2026-01-01',
      '2026-04-01',
      '2026-07-01',
      '2026-10-01',
      'overdue',
      'noCloseDate',
    ]);
    expect(shown(300)).to.deep.equal(['2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01']);
    expect(shown(150)).to.deep.equal(['2026-04-01']);
  });

  it('forecastChart([]) is an empty picture', () => {
    expect(draw([]).marks).to.deep.equal([]);
    expect(brokenNumbers(draw([]).svg)).to.deep.equal([]);
  });

  for (const [name, periods, options] of [
    ['usual', usualForecast, {}],
    ['cumulative', usualForecast, { mode: 'cumulative' }],
    ['in German', usualForecast, { locale: 'de' }],
    ['small', small, {}],
    ['of nothing', empty, {}],
  ] as const) {
    it(`forecastChart(${name}) cuts no text, overlaps none, and has each mark on its nodes, at any width`, () => {
      for (const width of [240, 280, 320, 480, 640, 900, 1200]) {
        for (const direction of ['ltr', 'rtl'] as const) {
          for (const measure of [undefined, measureInPage]) {
            const at = `${width} ${direction} ${measure ? 'measured' : 'estimated'}`;
            const chart = draw(periods, { ...options, width, direction, ...(measure && { measure }) });
            expect(brokenNumbers(chart.svg), at).to.deep.equal([]);
            const keys = chart.marks.map(({ key }) => key);
            expect(new Set(keys).size, at).to.equal(keys.length);
            expect(markKeys(chart.svg).toSorted(), at).to.deep.equal(keys.toSorted());
            expect(textFaults(chart.svg), at).to.deep.equal([]);
          }
        }
      }
    });
  }
});

describe('spreadLabels', () => {
  const room = { top: 10, foot: 200, step: 15 };

  it('spreadLabels(places, …) leaves labels that are clear of each other', () => {
    expect(spreadLabels([180, 100, 20], room)).to.deep.equal([180, 100, 20]);
  });

  it('spreadLabels(places, …) pushes upwards what is too near, in its order', () => {
    expect(spreadLabels([100, 98, 96], room)).to.deep.equal([100, 85, 70]);
  });

  it('spreadLabels(places, …) stays between both ends', () => {
    expect(spreadLabels([250, 12, 11, 9], room)).to.deep.equal([200, 40, 25, 10]);
  });
});
