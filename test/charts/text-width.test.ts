import { expect } from '@open-wc/testing';
import { estimateWidth, fitText } from '../../packages/charts/src/text-width.js';
import { measureInPage } from '../support/chart-page.js';

const SAMPLES = ['Qualify', '1,236', '804 of 1,092', '138 still open', 'Moved on, of those decided', '74%'];
const LONG = 'Technical qualification, security review and partner fit assessment';

describe('estimateWidth', () => {
  it('estimateWidth(text, size, weight) is at least the width in Arial, and not a third more', () => {
    for (const text of [...SAMPLES, LONG, '€1.25m', 'Angebotsverhandlungsvorbereitung']) {
      for (const weight of [400, 600] as const) {
        const real = measureInPage(text, 13, weight);
        const estimate = estimateWidth(text, 13, weight);
        expect(estimate, `${text} ${weight}`).to.be.at.least(real * 0.985);
        expect(estimate, `${text} ${weight}`).to.be.below(real * 1.33);
      }
    }
  });

  it('estimateWidth(text, …) counts no marks and no isolates', () => {
    expect(estimateWidth('\u2068e\u0301\u2069', 10, 400)).to.equal(estimateWidth('e', 10, 400));
  });
});

describe('fitText', () => {
  const fit = (text: string, space: number): string => fitText(text, space, 13, 400, estimateWidth, 'en');

  it('fitText(text, space, …) is the text itself where it fits', () => {
    expect(fit('Qualify', 200)).to.equal('Qualify');
  });

  it('fitText(text, space, …) is the longest beginning that fits with an ellipsis', () => {
    for (const space of [30, 60, 90, 150, 222]) {
      const text = fit(LONG, space);
      expect(text).to.match(/…$/);
      expect(LONG.startsWith(text.slice(0, -1))).to.equal(true);
      expect(estimateWidth(text, 13, 400)).to.be.at.most(space);
      const more = `${LONG.slice(0, text.length + 1)}…`;
      expect(estimateWidth(more, 13, 400)).to.be.above(space);
    }
  });

  it('fitText(text, space, …) never parts a letter from its marks, nor a joined emoji', () => {
    const family = '👨‍👩‍👧‍👦';
    const cut = fit(`${family}${'e\u0301'.repeat(40)}`, 80);
    expect(cut.startsWith(family)).to.equal(true);
    expect(cut.slice(family.length, -1).length % 2).to.equal(0);
  });

  it('fitText(text, space, …) is empty where not even one letter fits', () => {
    expect(fit('Qualify', 3)).to.equal('');
  });
});
