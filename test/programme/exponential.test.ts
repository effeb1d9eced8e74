import { expect } from '@open-wc/testing';
import { exponential, shifted } from '../../packages/tools/programme/exponential.js';

describe('exponential', () => {
  it('exponential(x) agrees with Math.exp to fourteen digits', () => {
    for (let x = -40; x <= 40; x += 0.37) expect(exponential(x) / Math.exp(x)).to.be.closeTo(1, 1e-13);
  });

  it('exponential(0) is 1', () => {
    expect(exponential(0)).to.equal(1);
  });

  it('shifted(probability, shift) moves the logarithm of the odds', () => {
    expect(shifted(0.3, 0)).to.be.closeTo(0.3, 1e-15);
    expect(shifted(0.5, Math.log(3))).to.be.closeTo(0.75, 1e-12);
    expect(shifted(shifted(0.62, 1.5), -1.5)).to.be.closeTo(0.62, 1e-12);
  });
});
