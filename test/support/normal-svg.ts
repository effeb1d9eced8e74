/**
 * The SVG pictures below a node as text that can be compared: shadow roots entered, one tag a line,
 * attributes sorted, numbers rounded, ids renumbered in the order they appear. Icons are no pictures.
 *
 * @returns the empty string where there is no picture
 */
export function normalSvg(node: ParentNode): string {
  const ids = new Map<string, string>();
  return pictures(node)
    .map((svg) => written(svg, ids, 0))
    .join('\n');
}

function pictures(node: ParentNode): Element[] {
  return [...node.children].flatMap((child) => [
    ...(child instanceof SVGSVGElement ? (child.matches('.icon') ? [] : [child]) : pictures(child)),
    ...(child.shadowRoot ? pictures(child.shadowRoot) : []),
  ]);
}

function written(element: Element, ids: Map<string, string>, depth: number): string {
  const indent = '  '.repeat(depth);
  const attributes = [...element.attributes]
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, value }) => ` ${name}="${escaped(rounded(renumbered(name, value, ids)))}"`)
    .join('');
  const inside = [...element.childNodes].flatMap((child) => {
    if (child instanceof Element) return [written(child, ids, depth + 1)];
    const text = child instanceof Text ? child.data.trim() : '';
    return text === '' ? [] : [`${'  '.repeat(depth + 1)}${escaped(text)}`];
  });
  const { localName } = element;
  if (inside.length === 0) return `${indent}<${localName}${attributes}/>`;
  return `${indent}<${localName}${attributes}>\n${inside.join('\n')}\n${indent}</${localName}>`;
}

/** One decimal: less than a person sees, more than two machines differ. */
function rounded(value: string): string {
  return value.replaceAll(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number) * 10) / 10 + 0));
}

function renumbered(name: string, value: string, ids: Map<string, string>): string {
  const number = (id: string) => {
    if (!ids.has(id)) ids.set(id, `id-${ids.size + 1}`);
    return ids.get(id) ?? id;
  };
  if (name === 'id' || name === 'aria-labelledby' || name === 'aria-describedby')
    return value.replaceAll(/\S+/g, number);
  return value
    .replace(/^#(.+)$/, (_, id: string) => `#${number(id)}`)
    .replaceAll(/url\(["']?#(.+?)["']?\)/g, (_, id: string) => `url(#${number(id)})`);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
