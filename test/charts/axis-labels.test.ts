import { expect } from '@open-wc/testing';
import { axisLabels } from '../../packages/charts/src/axis-labels.js';
import { frameFor } from '../../packages/charts/src/frame.js';

/** Ten px a letter. */
const frame = frameFor({ document, width: 200, locale: 'en', measure: (text) => text.length * 10 });

function placed(labels: readonly (readonly [number, string])[]): string[] {
  return axisLabels(
    frame,
    labels.map(([at, text]) => ({ at, text })),
    10,
    0,
    200,
  ).map((node) => `${node.textContent}@${node.getAttribute('x')}`);
}

describe('axisLabels', () => {
  it('axisLabels(…) centres labels on their places and keeps both ends inside', () => {
    expect(
      placed([
        [0, '0'],
        [100, '50'],
        [200, '100%'],
      ]),
    ).to.deep.equal(['0@0', '50@90', '100%@160']);
  });

  it('axisLabels(…) drops an inner label that meets a neighbour or the last', () => {
    expect(
      placed([
        [0, 'begin'],
        [40, '20'],
        [100, '50'],
        [150, '75'],
        [200, '100%'],
      ]),
    ).to.deep.equal(['begin@0', '50@90', '100%@160']);
  });

  it('axisLabels(…) keeps the first alone where both ends meet', () => {
    expect(
      placed([
        [0, 'a long beginning'],
        [200, 'a long end'],
      ]),
    ).to.deep.equal(['a long beginning@0']);
  });
});
