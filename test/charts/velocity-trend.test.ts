import { expect } from '@open-wc/testing';
import { velocityTrendChart, type VelocityTrendOptions } from '@pipeline-kit/charts';
import { brokenNumbers, measureInPage, textFaults } from '../support/chart-page.js';

type Periods = Parameters<typeof velocityTrendChart>[0]['periods'];

const period = (value: number | null, suppressed: 'floor' | null = null): Periods[number] => ({
  period: { from: '2026-01-01', to: '2026-04-01' },
  n: 20,
  nOpen: 4,
  median: { value, lo: value === null ? null : value - 4, hi: value === null ? null : value + 6 },
  suppressed,
});
const periods = [period(20), period(24), period(null, 'floor'), period(38), period(null), period(null)];
const labels = ['Q1 25', 'Q2 25', 'Q3 25', 'Q4 25', 'Q1 26', 'Q2 26'];
const texts = { zero: '0 days', notReachedShort: 'not reached', tooFew: 'too few' };
const draw = (options: Partial<VelocityTrendOptions> = {}): SVGSVGElement =>
  velocityTrendChart({ periods }, { document, width: 480, locale: 'en', labels, texts, ...options }).svg;

describe('velocityTrendChart', () => {
  it('velocityTrendChart(result) puts a slower period higher, from 0', () => {
    const ys = [...draw().querySelectorAll('circle[r="4.5"]')].map((node) => Number(node.getAttribute('cy')));
    expect(ys).to.have.length(3);
    expect(ys).to.deep.equal(ys.toSorted((a, b) => b - a));
    const foot = 18 + 160;
    expect((foot - (ys[1] ?? 0)) / (foot - (ys[0] ?? 0))).to.be.closeTo(24 / 20, 0.001);
  });

  it('velocityTrendChart(result) hatches a young period and says so once, and says where there are too few', () => {
    const said = [...draw().querySelectorAll('text')].map((node) => node.textContent);
    expect(said.filter((text) => text === 'not reached')).to.have.length(1);
    expect(said).to.include.members(['too few', '0 days', 'Q1 25', 'Q2 26']);
    expect([...draw().querySelectorAll('path')].filter((node) => node.getAttribute('d'))).to.have.length(2);
  });

  it('velocityTrendChart(result) cuts no text and overlaps none', () => {
    for (const width of [240, 320, 480, 900]) {
      for (const direction of ['ltr', 'rtl'] as const) {
        for (const measure of [undefined, measureInPage]) {
          const svg = draw({ width, direction, ...(measure && { measure }) });
          expect(brokenNumbers(svg)).to.deep.equal([]);
          expect(textFaults(svg), `${width} ${direction}`).to.deep.equal([]);
        }
      }
    }
  });

  it('velocityTrendChart({ periods: [] }) holds numbers alone', () => {
    const { svg } = velocityTrendChart(
      { periods: [] },
      { document, width: 320, locale: 'en', labels: [], texts },
    );
    expect(brokenNumbers(svg)).to.deep.equal([]);
  });
});
