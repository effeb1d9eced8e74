import { expect } from '@open-wc/testing';
import { stageInk } from '../../packages/charts/src/stage-ramp.js';

const ramp = (count: number): string =>
  Array.from({ length: count }, (_, i) => stageInk(i, count).slice(-1)).join('');

describe('stageInk', () => {
  it('stageInk(index, count) spreads the stages over the seven steps', () => {
    expect(ramp(7)).to.equal('1234567');
    expect(ramp(5)).to.equal('12457');
    expect(ramp(2)).to.equal('17');
  });

  it('stageInk(index, count) never goes back with more stages than steps', () => {
    const steps = ramp(12).split('').map(Number);
    expect(steps).to.deep.equal(steps.toSorted((a, b) => a - b));
    expect([steps[0], steps.at(-1)]).to.deep.equal([1, 7]);
  });

  it('stageInk(0, 1) takes the middle for a single stage', () => {
    expect(stageInk(0, 1)).to.equal('stage-4');
  });
});
