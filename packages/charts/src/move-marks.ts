import type { Chart } from './chart.js';

/** How marks move; a duration of 0, as under reduced motion or while brushing, moves at once. */
export interface Motion {
  /** Milliseconds. */
  readonly duration: number;
  readonly easing?: string;
}

/**
 * Lets the marks of a chart arrive from where the chart before had them; call it once `next` is in
 * the page. Bars change place and size, what cannot change size slides with its mark; texts are
 * swapped, never tweened, and marks without a predecessor are simply there.
 */
export function moveMarks(previous: Chart, next: Chart, { duration, easing = 'ease' }: Motion): void {
  if (duration <= 0) return;
  const [before, after] = [nodesByKey(previous), nodesByKey(next)];
  const boxes = new Map(previous.marks.map(({ key, box }) => [key, box]));
  for (const { key, box } of next.marks) {
    const [old, from] = [before.get(key), boxes.get(key)];
    const now = after.get(key);
    if (!old || !from || !now) continue;
    const oldShapes = shapes(old);
    shapes(now).forEach((shape, i) => {
      const frame = shape.nodeName === 'rect' ? geometry(oldShapes[i]) : null;
      const start = frame ?? { transform: `translate(${from.x - box.x}px, ${from.y - box.y}px)` };
      const end = frame ? geometry(shape) : { transform: 'none' };
      if (end) shape.animate([start, end], { duration, easing });
    });
  }
}

function nodesByKey({ svg }: Chart): ReadonlyMap<string | null, Element> {
  return new Map(
    [...svg.querySelectorAll('[data-mark]')].map((node) => [node.getAttribute('data-mark'), node]),
  );
}

function shapes(mark: Element): readonly Element[] {
  return [...mark.children].filter((node) => node.nodeName !== 'text' && !node.classList.contains('hit'));
}

/** The place and size of a rectangle as an animation takes them; null of anything else. */
function geometry(node: Element | undefined): Record<string, string> | null {
  if (node?.nodeName !== 'rect') return null;
  return Object.fromEntries(
    ['x', 'y', 'width', 'height'].map((name) => [name, `${node.getAttribute(name) ?? 0}px`]),
  );
}
