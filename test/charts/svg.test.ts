import { expect } from '@open-wc/testing';
import { penFor } from '../../packages/charts/src/svg.js';

describe('penFor', () => {
  it('penFor(document)(name, attributes, …) makes an SVG element with children, rounded to hundredths', () => {
    const draw = penFor(document);
    const node = draw(
      'g',
      { class: 'row' },
      draw('rect', { x: 1.23456, y: -0.001, width: undefined }),
      null,
      'text',
    );
    expect(node.outerHTML).to.equal('<g class="row"><rect x="1.23" y="0"></rect>text</g>');
    expect(node.namespaceURI).to.equal('http://www.w3.org/2000/svg');
  });

  it('penFor(document) draws with that document alone', () => {
    const other = document.implementation.createHTMLDocument();
    const node = penFor(other)('g', {}, penFor(other)('rect'), 'text');
    expect([node, ...node.childNodes].every((child) => child.ownerDocument === other)).to.equal(true);
  });

  it('penFor(document)(name, { x: NaN }) names the attribute that has no number', () => {
    const draw = penFor(document);
    expect(() => draw('rect', { x: Number.NaN })).to.throw(RangeError, 'not a number: x of rect');
    expect(() => draw('rect', { width: Infinity })).to.throw(RangeError, 'not a number: width of rect');
  });

  it('penFor(document)(name, { style }) refuses what a strict page would block', () => {
    const draw = penFor(document);
    // @ts-expect-error a style attribute is refused by type as well
    expect(() => draw('rect', { style: 'fill: red' })).to.throw(RangeError, 'refused attribute: style');
    expect(() => draw('rect', { onclick: 'alert()' })).to.throw(RangeError, 'refused attribute: onclick');
  });
});
