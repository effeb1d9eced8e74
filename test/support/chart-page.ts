import { chartStyles, themeTokens, type Measure } from '@pipeline-kit/charts';

/** A font that the page surely has, so that positions are what a reader would see. */
export const FONT = "'Liberation Sans', Arial, Helvetica, sans-serif";

/** Shows a chart in a shadow root with the theme, and takes it away again. */
export function shown<T>(svg: SVGSVGElement, look: (svg: SVGSVGElement) => T): T {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${themeTokens}${chartStyles} :host { font-family: ${FONT}; }`);
  root.adoptedStyleSheets = [sheet];
  root.append(svg);
  document.body.append(host);
  try {
    return look(svg);
  } finally {
    host.remove();
  }
}

/** Measures in the font of {@link FONT}, as a widget does. */
export const measureInPage: Measure = (text, size, weight) => {
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen) throw new Error('no canvas to measure in');
  pen.font = `${weight} ${size}px ${FONT}`;
  return pen.measureText(text).width;
};

/** Every text that leaves the picture, and every two that lie over each other, by bounding boxes. */
export function textFaults(svg: SVGSVGElement): string[] {
  return shown(svg, () => {
    const { width, height } = svg.viewBox.baseVal;
    const texts = [...svg.querySelectorAll('text')].map((node) => ({
      text: node.textContent ?? '',
      box: node.getBBox(),
    }));
    const faults = texts
      .filter(
        ({ box }) => box.x < -SLACK || box.x + box.width > width + SLACK || box.y < -4 || box.y > height,
      )
      .map(({ text }) => `cut: ${text}`);
    texts.forEach((one, i) => {
      for (const other of texts.slice(i + 1)) {
        if (overlap(one.box, other.box)) faults.push(`overlap: ${one.text} / ${other.text}`);
      }
    });
    return faults;
  });
}

/** Letters stand a little inside their boxes; this much is none of the reader's business. */
const SLACK = 1;

function overlap(a: DOMRect, b: DOMRect): boolean {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  // A line box is higher than its letters.
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return across > SLACK && down > Math.min(a.height, b.height) * 0.3;
}

/** Attribute values that hold no number where one is due. */
export function brokenNumbers(svg: SVGElement): string[] {
  return [svg, ...svg.querySelectorAll('*')].flatMap((node) =>
    [...node.attributes]
      .filter(({ value }) => /NaN|Infinity|undefined|null/.test(value))
      .map(({ name, value }) => `${node.nodeName}.${name}: ${value}`),
  );
}

/** The keys on the nodes, in document order, each once. */
export function markKeys(svg: SVGElement): string[] {
  return [...svg.querySelectorAll('[data-mark]')].map((node) => node.getAttribute('data-mark') ?? '');
}
