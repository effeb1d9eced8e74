/**
 * Lit without an HTML sink: the `<template>` that lit-html prepares its parts from, built node by node.
 * lit-html writes `template.innerHTML`, which a page under `require-trusted-types-for 'script'` forbids
 * without a policy; creating nodes needs none.
 *
 * The result equals the HTML parser's for templates that follow three rules: close every tag, write
 * `<tbody>`, write SVG names in their own case. Nothing is guessed: what breaks the rules throws.
 */
export function fillTemplate(template: HTMLTemplateElement, html: string): void {
  const content = template.content;
  // The inert document of template contents: custom elements in it stay as they are until they are cloned.
  const inert = content.ownerDocument;
  const open: Open[] = [{ name: '', namespace: XHTML, node: content }];
  TOKEN.lastIndex = 0;

  for (let at = 0; at < html.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(html);
    if (!token) throw new SyntaxError(`invalid template at: ${html.slice(at, at + 40)}`);
    const [, comment, bogus, closing, name, attributes = '', selfClosing, text] = token;
    const top = open.at(-1) as Open;
    if (text !== undefined) top.node.append(inert.createTextNode(decode(text)));
    else if (comment !== undefined) top.node.append(inert.createComment(comment));
    else if (bogus !== undefined) top.node.append(inert.createComment(bogus));
    else if (closing !== undefined) {
      if (closing !== top.name || open.length === 1) throw new SyntaxError(`unexpected end tag: ${closing}`);
      open.pop();
    } else if (name !== undefined) {
      const namespace = namespaceOf(name, top);
      const local = namespace === XHTML ? name.toLowerCase() : name;
      const element = inert.createElementNS(namespace, local);
      setAttributes(element, attributes);
      top.node.append(element);
      const isVoid = namespace === XHTML ? VOID.has(local) : selfClosing === '/';
      if (isVoid) continue;
      if (RAW.has(local) && namespace === XHTML) {
        TOKEN.lastIndex = readRaw(element, html, TOKEN.lastIndex);
        continue;
      }
      open.push({
        name,
        namespace,
        node: element instanceof HTMLTemplateElement ? element.content : element,
      });
    }
  }
  if (open.length > 1) throw new SyntaxError(`unclosed tag: ${open.at(-1)?.name}`);
}

/** A new template with that content. */
export function templateFromHtml(document: Document, html: string): HTMLTemplateElement {
  const template = document.createElement('template');
  fillTemplate(template, html);
  return template;
}

interface Open {
  readonly name: string;
  readonly namespace: string;
  readonly node: Node & ParentNode;
}

const XHTML = 'http://www.w3.org/1999/xhtml';
const SVG = 'http://www.w3.org/2000/svg';
const MATHML = 'http://www.w3.org/1998/Math/MathML';

const VOID: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);
const RAW: ReadonlySet<string> = new Set(['script', 'style', 'textarea', 'title']);
/** Children of these SVG elements are HTML again. */
const HTML_INSIDE: ReadonlySet<string> = new Set(['foreignObject', 'desc', 'title']);

const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;
/** Comment, bogus comment (lit's `<?marker>`), end tag, start tag with its attributes, or text. */
const TOKEN =
  /<!--([\s\S]*?)-->|<(\?[^>]*)>|<\/([a-zA-Z][^\s>]*)\s*>|<([a-zA-Z][^\s/>]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*(\/?)>|([^<]+)/y;

function namespaceOf(name: string, parent: Open): string {
  if (name === 'svg') return SVG;
  if (name === 'math') return MATHML;
  return parent.namespace === SVG && HTML_INSIDE.has(parent.name) ? XHTML : parent.namespace;
}

function setAttributes(element: Element, source: string): void {
  const isHtml = element.namespaceURI === XHTML;
  for (const [, name = '', double, single, bare] of source.matchAll(ATTRIBUTE)) {
    const written = isHtml ? name.toLowerCase() : name;
    // The parser keeps the first of two equal names.
    if (!element.hasAttribute(written))
      setAttribute(element, written, decode(double ?? single ?? bare ?? ''));
  }
}

/**
 * Engines from before the relaxed names of 2025 refuse `@click` and `?hidden`, which the parser takes. lit
 * reads the real name of a bound attribute elsewhere and removes this one, so any other name will do.
 */
function setAttribute(element: Element, name: string, value: string): void {
  try {
    element.setAttribute(name, value);
  } catch {
    element.setAttribute(`_${name.replace(/[^\w.-]/g, (sign) => `${sign.charCodeAt(0)}_`)}`, value);
  }
}

/** Fills an element whose text is not markup; returns the position after its end tag. */
function readRaw(element: Element, html: string, from: number): number {
  const end = new RegExp(`</${element.localName}\\s*>`, 'gi');
  end.lastIndex = from;
  const found = end.exec(html);
  if (!found) throw new SyntaxError(`unclosed tag: ${element.localName}`);
  const text = html.slice(from, found.index);
  const isDecoded = element.localName === 'textarea' || element.localName === 'title';
  if (text) element.append(isDecoded ? decode(text) : text);
  return end.lastIndex;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

function decode(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (hex || decimal) return String.fromCodePoint(Number.parseInt(hex ?? decimal, hex ? 16 : 10));
    const character = ENTITIES[name];
    if (character === undefined) throw new SyntaxError(`unknown entity: ${whole}`);
    return character;
  });
}
