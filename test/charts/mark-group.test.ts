import { expect } from '@open-wc/testing';
import { pressableSpans, TARGET } from '../../packages/charts/src/mark-group.js';

describe('pressableSpans', () => {
  it('pressableSpans(spans) leaves wide neighbours as they are', () => {
    const spans = [
      { at: 10, length: 100 },
      { at: 110, length: 40 },
    ];
    expect(pressableSpans(spans)).to.deep.equal(spans);
  });

  it('pressableSpans(spans) gives each the target, in their order, none over another', () => {
    const spans = pressableSpans([
      { at: 0, length: 3 },
      { at: 3, length: 0.5 },
      { at: 3.5, length: 60 },
    ]);
    expect(spans).to.deep.equal([
      { at: 0, length: TARGET },
      { at: TARGET, length: TARGET },
      { at: 2 * TARGET, length: TARGET },
    ]);
  });

  it('pressableSpans([]) is empty', () => {
    expect(pressableSpans([])).to.deep.equal([]);
  });
});
