import { expect } from '@open-wc/testing';
import { hatch } from '../../packages/charts/src/hatch.js';

const points = (path: string): number[][] =>
  [...path.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);

describe('hatch', () => {
  it('hatch(x, y, width, height) stays inside the rectangle', () => {
    const drawn = points(hatch(10, 20, 61.3, 18));
    expect(drawn.length).to.be.above(10);
    for (const [x = 0, y = 0] of drawn) {
      expect(x).to.be.within(10, 71.3);
      expect(y).to.be.within(20, 38);
    }
  });

  it('hatch(…) strokes of neighbours lie on one lattice', () => {
    const step = 4.5 * Math.SQRT2;
    for (const [x = 0, y = 0] of [...points(hatch(0, 0, 50, 24)), ...points(hatch(50, 0, 33, 24))]) {
      expect(Math.abs((x + y) / step - Math.round((x + y) / step))).to.be.below(0.01);
    }
  });

  it('hatch(…) of nothing is empty', () => {
    expect(hatch(5, 5, 0, 24)).to.equal('');
    expect(hatch(5, 5, 0.4, 24)).to.equal('');
  });
});
