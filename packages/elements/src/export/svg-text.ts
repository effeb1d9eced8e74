/** What a picture needs from its page to look the same without it. */
const PAINT = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'display',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
] as const;

/** A drawn chart as SVG text that stands alone: every colour and font as it is computed now. */
export function svgText(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const drawn = [svg, ...svg.querySelectorAll('*')];
  const copied = [copy, ...copy.querySelectorAll('*')];
  for (const [i, node] of drawn.entries()) {
    const style = getComputedStyle(node);
    for (const name of PAINT) {
      const value = style.getPropertyValue(name);
      if (value) copied[i]?.setAttribute(name, value);
    }
    copied[i]?.removeAttribute('class');
  }
  for (const hidden of copy.querySelectorAll('[display="none"]')) hidden.remove();
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.removeAttribute('aria-hidden');
  return new XMLSerializer().serializeToString(copy);
}
