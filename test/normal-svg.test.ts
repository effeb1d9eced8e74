import { expect } from '@open-wc/testing';
import { normalSvg } from './support/normal-svg.js';

/** A host with a picture in its shadow root. */
function host(svg: string): HTMLElement {
  const parsed = new DOMParser().parseFromString(
    `<svg xmlns="http://www.w3.org/2000/svg">${svg}</svg>`,
    'image/svg+xml',
  );
  const element = document.createElement('div');
  const inner = document.createElement('p');
  inner.attachShadow({ mode: 'open' }).append(document.importNode(parsed.documentElement, true));
  element.append(inner);
  return element;
}

const picture =
  '<g transform="translate(1.04,-0.01)"><path id="a" d="M0.123,4"/><use href="#a" fill="url(#b)"/></g>';

it('normalSvg(node) enters shadow roots, rounds numbers, sorts attributes and renumbers ids', () => {
  expect(normalSvg(host(picture))).to.equal(
    [
      '<svg xmlns="http://www.w3.org/2000/svg">',
      '  <g transform="translate(1,0)">',
      '    <path d="M0.1,4" id="id-1"/>',
      '    <use fill="url(#id-2)" href="#id-1"/>',
      '  </g>',
      '</svg>',
    ].join('\n'),
  );
});

it('normalSvg(node) is the same for other ids and tiny moves, and differs for a move, a word or a colour', () => {
  const normal = normalSvg(host(picture));
  expect(normalSvg(host(picture.replaceAll('a"', 'z"').replace('0.123', '0.121')))).to.equal(normal);
  expect(normalSvg(host(picture.replace('M0.123', 'M0.323')))).not.to.equal(normal);
  expect(normalSvg(host(`<text>a</text>`))).not.to.equal(normalSvg(host(`<text>b</text>`)));
  expect(normalSvg(host(`<path fill="red"/>`))).not.to.equal(normalSvg(host(`<path fill="blue"/>`)));
});

it('normalSvg(node) is empty where there is no picture', () => {
  expect(normalSvg(document.createElement('div'))).to.equal('');
  const icon = host('');
  icon.querySelector('p')?.shadowRoot?.querySelector('svg')?.classList.add('icon');
  expect(normalSvg(icon)).to.equal('');
});
