import { expect } from '@open-wc/testing';
import { funnelChart, moveMarks } from '@pipeline-kit/charts';
import { funnelTexts as texts } from '../fixtures/chart-texts.js';
import { funnelResult } from '../fixtures/funnel-result.js';
import { shown } from '../support/chart-page.js';

const chart = (success: number): ReturnType<typeof funnelChart> =>
  funnelChart(funnelResult([{ stage: 'q', success, fail: 4, pending: 20 - success }], { won: success }), {
    document,
    width: 640,
    locale: 'en',
    texts,
    names: {},
  });

/** The first key frame of each animated shape, by its mark. */
function moved(from: number, to: number, duration: number): Record<string, Keyframe[]> {
  const next = chart(to);
  return shown(next.svg, (svg) => {
    moveMarks(chart(from), next, { duration });
    const found: Record<string, Keyframe[]> = {};
    for (const node of svg.querySelectorAll('[data-mark] *')) {
      for (const { effect } of node.getAnimations()) {
        const key = node.closest('[data-mark]')?.getAttribute('data-mark') ?? '';
        const [first] = effect instanceof KeyframeEffect ? effect.getKeyframes() : [];
        if (first) (found[key] ??= []).push(first);
      }
    }
    return found;
  });
}

describe('moveMarks', () => {
  it('moveMarks(previous, next, motion) starts each bar at its size before', () => {
    const box = chart(6).marks.find(({ key }) => key === 'q/success')?.box;
    expect(moved(6, 12, 240)['q/success']?.[0]?.['width']).to.equal(
      `${Math.round((box?.width ?? 0) * 100) / 100}px`,
    );
  });

  it('moveMarks(previous, next, motion) slides what cannot change its size', () => {
    expect(moved(6, 12, 240)['q/pending']?.[0]?.['transform']).to.match(/^translate\(-[\d.]+px(, 0px)?\)$/);
  });

  it('moveMarks(previous, next, motion) lets marks without a predecessor simply be there', () => {
    expect(moved(20, 12, 240)).to.not.have.property('q/pending');
  });

  it('moveMarks(previous, next, { duration: 0 }) moves at once', () => {
    expect(moved(6, 12, 0)).to.deep.equal({});
  });
});
