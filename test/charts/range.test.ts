import { expect } from '@open-wc/testing';
import {
  amountTicks,
  dayTicks,
  formatsFor,
  rangeChart,
  showBrush,
  type RangeChartOptions,
} from '@pipeline-kit/charts';
import { rangeScale } from '../../packages/charts/src/range-scale.js';
import { brokenNumbers, measureInPage, textFaults } from '../support/chart-page.js';

const bins = { edges: [0, 10, 20, 30, 40], counts: [4, 8, 0, 2] };
const draw = (options: Partial<RangeChartOptions> = {}): ReturnType<typeof rangeChart> =>
  rangeChart(bins, { document, width: 200, locale: 'en', ticks: [], ...options });
const day = (date: string): number => Date.parse(`${date}T00:00Z`) / 86_400_000;
const bars = (svg: SVGElement): Element[] => [...svg.querySelectorAll('.bins > rect')];
const heights = (svg: SVGElement): number[] => bars(svg).map((bar) => Number(bar.getAttribute('height')));
const chosen = (svg: SVGElement): boolean[] =>
  bars(svg).map((bar) => bar.getAttribute('fill')?.includes('stage') ?? false);
const place = (svg: SVGElement, handle: string): string | null | undefined =>
  svg.querySelector(`[data-handle="${handle}"]`)?.getAttribute('transform');

describe('rangeChart', () => {
  it('rangeChart(bins) draws counts as bars from 0', () => {
    expect(heights(draw().svg)).to.deep.equal([48, 96, 0, 24]);
  });

  it('rangeChart(bins) without a choice has no brush and colours nothing', () => {
    expect(chosen(draw().svg)).to.deep.equal([false, false, false, false]);
    expect(draw().svg.querySelector('[data-handle]')).to.equal(null);
  });

  it('rangeChart(bins, { chosen }) colours the bars in it and places both handles', () => {
    const { svg } = draw({ chosen: { from: 10, to: 30 } });
    expect(chosen(svg)).to.deep.equal([false, true, true, false]);
    expect([place(svg, 'from'), place(svg, 'to')]).to.deep.equal(['translate(50 0)', 'translate(150 0)']);
  });

  it('rangeChart(bins, { direction: "rtl" }) runs from the other side', () => {
    const { svg } = draw({ chosen: { from: 10, to: 30 }, direction: 'rtl' });
    expect([place(svg, 'from'), place(svg, 'to')]).to.deep.equal(['translate(150 0)', 'translate(50 0)']);
    expect(Number(bars(svg)[0]?.getAttribute('x'))).to.equal(151);
  });

  it('rangeChart(bins, { chosen }) open at an end reaches that end', () => {
    const { svg } = draw({ chosen: { from: null, to: 20 } });
    expect(chosen(svg)).to.deep.equal([true, true, false, false]);
    expect(place(svg, 'from')).to.equal('translate(1 0)');
  });

  it('rangeChart(bins, { ticks }) cuts no text and overlaps none', () => {
    for (const width of [160, 280, 640]) {
      for (const direction of ['ltr', 'rtl'] as const) {
        const ticks = amountTicks(0, 40, 8, formatsFor('de', 'EUR'));
        const { svg } = draw({ width, direction, ticks, measure: measureInPage });
        expect(brokenNumbers(svg)).to.deep.equal([]);
        expect(textFaults(svg)).to.deep.equal([]);
      }
    }
  });
});

describe('showBrush', () => {
  it('showBrush(chart, chosen) moves what is there, without a new node', () => {
    const chart = draw({ chosen: { from: 0, to: 10 } });
    const nodes = [...chart.svg.querySelectorAll('*')];
    showBrush(chart, { from: 20, to: 40 });
    expect([...chart.svg.querySelectorAll('*')]).to.deep.equal(nodes);
    expect(chosen(chart.svg)).to.deep.equal([false, false, true, true]);
    expect(place(chart.svg, 'to')).to.equal('translate(199 0)');
  });

  it('showBrush(chart, null) takes the brush away', () => {
    const chart = draw({ chosen: { from: 0, to: 10 } });
    showBrush(chart, null);
    expect(chart.svg.outerHTML).to.equal(draw().svg.outerHTML);
  });
});

describe('rangeScale', () => {
  const scale = rangeScale(bins.edges, 200, false);

  it('rangeScale(edges, width, rtl) goes to px and back', () => {
    for (const rtl of [false, true]) {
      const { x, value } = rangeScale(bins.edges, 200, rtl);
      for (const each of [0, 7, 40]) expect(value(x(each))).to.be.closeTo(each, 1e-9);
    }
    expect(scale.value(-50)).to.equal(0);
    expect(scale.value(900)).to.equal(40);
  });

  it('rangeScale(…).snap(value) is the nearest edge, step(value, n) the edge n further', () => {
    expect([scale.snap(14), scale.snap(16), scale.snap(99)]).to.deep.equal([10, 20, 40]);
    expect([scale.step(10, 1), scale.step(10, -5), scale.step(40, 3)]).to.deep.equal([20, 0, 40]);
  });
});

describe('amountTicks', () => {
  it('amountTicks(from, to, count, formats) are round and say nothing needless', () => {
    const ticks = amountTicks(0, 28_000_000, 6, formatsFor('en-GB', 'EUR'));
    expect(ticks.map(({ text }) => text)).to.deep.equal(['0', '€50k', '€100k', '€150k', '€200k', '€250k']);
    expect(ticks.map(({ value }) => value)[1]).to.equal(5_000_000);
  });
});

describe('dayTicks', () => {
  const texts = (from: string, to: string, count: number): string[] =>
    dayTicks(day(from), day(to), count, 'en-GB').map(({ text }) => text);

  it('dayTicks(from, to, count, locale) are starts of months, quarters and years', () => {
    expect(texts('2025-11-20', '2026-05-10', 7)).to.deep.equal([
      'Dec 25',
      'Jan 26',
      'Feb',
      'Mar',
      'Apr',
      'May',
    ]);
    expect(texts('2025-02-01', '2026-05-10', 6)).to.deep.equal(['Apr 25', 'Jul', 'Oct', 'Jan 26', 'Apr']);
    expect(texts('2021-06-01', '2026-05-10', 6)).to.deep.equal(['2022', '2023', '2024', '2025', '2026']);
  });

  it('dayTicks(from, to, count, locale) of a short time are days', () => {
    expect(texts('2026-03-29', '2026-04-03', 6)).to.deep.equal([
      '29 Mar',
      '30 Mar',
      '31 Mar',
      '1 Apr',
      '2 Apr',
      '3 Apr',
    ]);
  });

  it('dayTicks(day, day, count, locale) are none', () => {
    expect(dayTicks(10, 10, 5, 'en')).to.deep.equal([]);
  });
});
