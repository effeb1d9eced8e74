/** Presentation attributes by name; undefined leaves one out. A style attribute is refused: strict pages block it. */
export type Attributes = Readonly<Record<string, string | number | undefined>> & { readonly style?: never };

/** Makes an SVG element with its attributes and children, attached to nothing. */
export type Pen = <K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes?: Attributes,
  ...children: readonly (Node | string | null)[]
) => SVGElementTagNameMap[K];

const SVG = 'http://www.w3.org/2000/svg';

/**
 * A pen that draws with this document alone: no global, no HTML, no style attribute.
 * Numbers are rounded to a hundredth of a pixel; one that is not finite is a `RangeError`
 * that names it, so no picture can hold NaN. Null children are left out.
 */
export function penFor(document: Document): Pen {
  return (name, attributes = {}, ...children) => {
    const node = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== undefined) node.setAttribute(key, attributeText(name, key, value));
    }
    for (const child of children) {
      if (child !== null) node.append(typeof child === 'string' ? document.createTextNode(child) : child);
    }
    return node;
  };
}

function attributeText(element: string, name: string, value: string | number): string {
  if (name === 'style' || name.startsWith('on')) throw new RangeError(`refused attribute: ${name}`);
  if (typeof value === 'string') return value;
  return String(round(value, `${name} of ${element}`));
}

/** To a hundredth, without a negative zero; a `RangeError` that names `what` where there is no number. */
export function round(value: number, what = 'd of path'): number {
  if (!Number.isFinite(value)) throw new RangeError(`not a number: ${what}`);
  return Math.round(value * 100) / 100 || 0;
}
