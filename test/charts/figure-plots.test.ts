import { expect } from '@open-wc/testing';
import { intervalPlot, progressPlot, sparkline } from '@pipeline-kit/charts';
import { brokenNumbers } from '../support/chart-page.js';

const options = { document, width: 100 };
const rects = (svg: SVGElement): number[][] =>
  [...svg.querySelectorAll('rect')].map((node) =>
    ['x', 'width'].map((name) => Number(node.getAttribute(name))),
  );

describe('progressPlot', () => {
  it('progressPlot({ value, quota, max }) is a bar from 0 and the line to reach', () => {
    expect(rects(progressPlot({ value: 1, quota: 3, max: 4 }, options).svg)).to.deep.equal([
      [0, 100],
      [0, 25],
      [73, 4],
      [74, 2],
    ]);
  });

  it('progressPlot({ open }) hatches what may come on top', () => {
    const { svg } = progressPlot({ value: 1, open: 2, quota: null, max: 4 }, options);
    expect(rects(svg)).to.deep.equal([
      [0, 100],
      [0, 25],
      [25.5, 49],
    ]);
    expect(svg.querySelectorAll('path')).to.have.length(1);
  });

  it('progressPlot({ value: 0, quota: null }) is the empty line', () => {
    const { svg } = progressPlot({ value: 0, quota: null }, options);
    expect(brokenNumbers(svg)).to.deep.equal([]);
    expect(rects(svg)[1]).to.deep.equal([0, 0]);
  });
});

describe('intervalPlot', () => {
  it('intervalPlot({ value, lo, hi, prior }) is a dot on its whisker over the ring before', () => {
    const { svg } = intervalPlot({ value: 0.2, lo: 0.1, hi: 0.3, prior: 0.25, max: 0.5 }, options);
    expect([...svg.querySelectorAll('circle')].map((node) => node.getAttribute('cx'))).to.deep.equal([
      '50',
      '40',
      '40',
    ]);
    expect(rects(svg)[1]).to.deep.equal([20, 40]);
  });

  it('intervalPlot({ need }) is the band of what is needed', () => {
    const { svg } = intervalPlot({ value: 2, need: { lo: 2.5, hi: 4 }, max: 5 }, options);
    expect(rects(svg).slice(1)).to.deep.equal([
      [50, 30],
      [50, 1],
      [79, 1],
    ]);
  });

  it('intervalPlot({ value: null }) is the empty line', () => {
    const { svg } = intervalPlot({ value: null }, options);
    expect(svg.querySelectorAll('circle')).to.have.length(0);
    expect(brokenNumbers(svg)).to.deep.equal([]);
  });
});

describe('sparkline', () => {
  const ys = (values: readonly (number | null)[]): number[][] =>
    [...sparkline({ values }, options).svg.querySelectorAll('path')].map((path) =>
      [...(path.getAttribute('d') ?? '').matchAll(/ (-?[\d.]+)/g)].map(([, y]) => Number(y)),
    );

  it('sparkline({ values }) rises where they rise, and ends in a dot', () => {
    const [line = []] = ys([1, 2, 3]);
    expect(line).to.deep.equal([...line].toSorted((a, b) => b - a));
    expect(
      sparkline({ values: [1, 2, 3] }, options)
        .svg.querySelector('circle')
        ?.getAttribute('cx'),
    ).to.equal('97');
  });

  it('sparkline({ values }) leaves a gap where one is unknown', () => {
    expect(ys([1, 2, null, 4, 5])).to.have.length(2);
  });

  it('sparkline({ values }) keeps a small change small', () => {
    const [line = []] = ys([100, 101]);
    expect((line[0] ?? 0) - (line[1] ?? 0)).to.be.within(0.1, 1);
  });

  it('sparkline({ values }) without values, or with one, or with zeros, holds numbers alone', () => {
    for (const values of [[], [null], [7], [0, 0]]) {
      expect(brokenNumbers(sparkline({ values }, options).svg)).to.deep.equal([]);
    }
  });
});
