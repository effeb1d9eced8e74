import { expect } from '@open-wc/testing';
import { bandCell, barCell, whiskerCell } from '@pipeline-kit/charts';
import { brokenNumbers } from '../support/chart-page.js';

const options = { document, width: 101 };
const attributes = (node: Element | null, ...names: string[]): number[] =>
  names.map((name) => Number(node?.getAttribute(name)));

describe('barCell', () => {
  it('barCell({ value, max }) starts at 0 and is as long as its share', () => {
    const bar = (value: number): Element | null =>
      barCell({ value, max: 200 }, options).svg.querySelector('rect');
    expect(attributes(bar(200), 'x', 'width')).to.deep.equal([0, 100]);
    expect(attributes(bar(50), 'x', 'width')).to.deep.equal([0, 25]);
    expect(attributes(bar(0.01), 'x', 'width')).to.deep.equal([0, 1]);
    expect(bar(0)).to.equal(null);
  });

  it('barCell({ prior }) outlines the period before on the same scale', () => {
    const ghost = barCell({ value: 50, max: 200, prior: 100 }, options).svg.querySelector('path');
    expect(ghost?.getAttribute('d')).to.equal('M0 0.5L49.5 0.5L49.5 19.5L0 19.5');
    expect(barCell({ value: 50, max: 200, prior: null }, options).svg.querySelector('path')).to.equal(null);
  });

  it('barCell(…, { direction: "rtl" }) grows from the other side', () => {
    const { svg } = barCell({ value: 50, max: 200 }, { ...options, direction: 'rtl' });
    expect(attributes(svg.querySelector('rect'), 'x', 'width')).to.deep.equal([76, 25]);
  });

  it('barCell({ max: 0 }) holds numbers alone', () => {
    expect(brokenNumbers(barCell({ value: 0, max: 0, prior: 0 }, options).svg)).to.deep.equal([]);
  });
});

describe('whiskerCell', () => {
  const cell = { rate: 0.2, lo: 0.1, hi: 0.4, common: 0.3, max: 0.5 };

  it('whiskerCell({ rate, lo, hi, common }) puts the dot on its whisker, beside the common line', () => {
    const { svg } = whiskerCell(cell, options);
    const dot = svg.querySelectorAll('circle')[1] ?? null;
    const [common, whisker] = svg.querySelectorAll('rect');
    expect(attributes(dot, 'cx', 'cy')).to.deep.equal([41.4, 20]);
    expect(attributes(whisker ?? null, 'x', 'width')).to.deep.equal([23.2, 54.6]);
    expect(attributes(common ?? null, 'x', 'height')).to.deep.equal([59.1, 40]);
  });

  it('whiskerCell({ rate: null }) is the common line alone', () => {
    const { svg } = whiskerCell({ ...cell, rate: null, lo: null, hi: null }, options);
    expect(svg.querySelectorAll('circle')).to.have.length(0);
    expect(svg.querySelectorAll('rect')).to.have.length(1);
  });

  it('whiskerCell({ hi }) beyond the cell ends at its edge', () => {
    const whisker = whiskerCell({ ...cell, hi: 0.9, common: null }, options).svg.querySelector('rect');
    const [x = 0, width = 0] = attributes(whisker, 'x', 'width');
    expect(x + width).to.equal(96);
  });
});

describe('bandCell', () => {
  it('bandCell({ lo, hi, max }) is a band with two edges and no point', () => {
    const { svg } = bandCell({ lo: 50, hi: 150, max: 200 }, options);
    const boxes = [...svg.querySelectorAll('rect')].map((node) => attributes(node, 'x', 'width'));
    expect(boxes).to.deep.equal([
      [25, 51],
      [25, 1],
      [75, 1],
    ]);
  });
});
