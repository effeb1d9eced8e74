import { expect } from '@open-wc/testing';
import { funnelChart, showMarkState } from '@pipeline-kit/charts';
import { funnelTexts as texts } from '../fixtures/chart-texts.js';
import { funnelResult } from '../fixtures/funnel-result.js';

const result = funnelResult([{ stage: 'q', success: 8, fail: 4, pending: 2 }], { won: 8 });
const chart = (): ReturnType<typeof funnelChart> =>
  funnelChart(result, { document, width: 640, locale: 'en', texts, names: {} });

describe('showMarkState', () => {
  it('showMarkState(chart, { focused }) rings the mark with a gap of the ground', () => {
    const drawn = chart();
    showMarkState(drawn, { focused: 'q/pending' });
    const rings = [...drawn.svg.querySelectorAll('.overlay rect')];
    const box = drawn.marks.find(({ key }) => key === 'q/pending')?.box;
    expect(rings.map((ring) => ring.getAttribute('stroke'))).to.deep.equal([
      'var(--_surface, Canvas)',
      'var(--_focus, currentColor)',
    ]);
    expect(Number(rings[1]?.getAttribute('x'))).to.be.closeTo((box?.x ?? 0) - 3, 0.01);
    expect(Number(rings[1]?.getAttribute('width'))).to.be.closeTo((box?.width ?? 0) + 6, 0.01);
  });

  it('showMarkState(chart, { selected }) outlines the chosen and marks the others to fade', () => {
    const drawn = chart();
    showMarkState(drawn, { selected: ['q/fail', 'unknown'] });
    expect(drawn.svg.hasAttribute('data-selecting')).to.equal(true);
    const chosen = [...drawn.svg.querySelectorAll('[data-selected]')];
    expect(chosen.map((node) => node.getAttribute('data-mark'))).to.deep.equal(['q/fail']);
    expect(drawn.svg.querySelectorAll('.overlay rect')).to.have.length(1);
  });

  it('showMarkState(chart, {}) takes the last state away', () => {
    const drawn = chart();
    const before = drawn.svg.outerHTML;
    showMarkState(drawn, { focused: 'q', hovered: ['q/fail'], selected: ['q/pending'] });
    expect(drawn.svg.outerHTML).to.not.equal(before);
    showMarkState(drawn, {});
    expect(drawn.svg.outerHTML).to.equal(before);
  });

  it('showMarkState(chart, { selected }) with unknown keys alone fades nothing', () => {
    const drawn = chart();
    showMarkState(drawn, { selected: ['elsewhere'], hovered: ['elsewhere'], focused: 'elsewhere' });
    expect(drawn.svg.hasAttribute('data-selecting')).to.equal(false);
    expect(drawn.svg.querySelectorAll('.overlay rect')).to.have.length(0);
  });
});
