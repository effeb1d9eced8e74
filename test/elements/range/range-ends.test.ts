import { expect } from '@open-wc/testing';
import { edgeAt, moveEnd, moveSpan, spanOver } from '../../../packages/elements/src/range/range-ends.js';

describe('moveEnd(ends, end, edge, last)', () => {
  it('moves one end, and keeps a bin between both', () => {
    expect(moveEnd({ from: 2, to: 5 }, 'from', 3, 9)).to.deep.equal({ from: 3, to: 5 });
    expect(moveEnd({ from: 2, to: 5 }, 'from', 7, 9)).to.deep.equal({ from: 4, to: 5 });
    expect(moveEnd({ from: 2, to: 5 }, 'to', 1, 9)).to.deep.equal({ from: 2, to: 3 });
  });

  it('stays on the axis', () => {
    expect(moveEnd({ from: 2, to: 5 }, 'from', -4, 9)).to.deep.equal({ from: 0, to: 5 });
    expect(moveEnd({ from: 2, to: 5 }, 'to', 40, 9)).to.deep.equal({ from: 2, to: 9 });
  });
});

describe('moveSpan(ends, by, last)', () => {
  it('moves both ends, as far as the axis goes', () => {
    expect(moveSpan({ from: 2, to: 5 }, 2, 9)).to.deep.equal({ from: 4, to: 7 });
    expect(moveSpan({ from: 2, to: 5 }, 20, 9)).to.deep.equal({ from: 6, to: 9 });
    expect(moveSpan({ from: 2, to: 5 }, -20, 9)).to.deep.equal({ from: 0, to: 3 });
  });
});

describe('spanOver(start, end, last)', () => {
  it('goes from edge to edge, whichever way it is drawn', () => {
    expect(spanOver(1.4, 4.6, 9)).to.deep.equal({ from: 1, to: 5 });
    expect(spanOver(4.6, 1.4, 9)).to.deep.equal({ from: 1, to: 5 });
  });

  it('is the bin under the press, where there is nothing between', () => {
    expect(spanOver(3.2, 3.3, 9)).to.deep.equal({ from: 3, to: 4 });
    expect(spanOver(3.9, 3.9, 9)).to.deep.equal({ from: 3, to: 4 });
    expect(spanOver(9, 9, 9)).to.deep.equal({ from: 8, to: 9 });
  });
});

describe('edgeAt(share, edges)', () => {
  it('is the place among edges that lie apart unequally', () => {
    const edges = [0, 10, 40, 50];
    expect([0, 0.1, 0.2, 0.5, 0.9, 1].map((share) => edgeAt(share, edges))).to.deep.equal([
      0, 0.5, 1, 1.5, 2.5, 3,
    ]);
    expect(edgeAt(0.5, [])).to.equal(0);
  });
});
