import type { Box, Chart } from './chart.js';
import { penFor } from './svg.js';
import { ink } from './tokens.js';

/** Which marks a reader is at; keys that a chart does not know are ignored. */
export interface MarkState {
  /** The mark with the keyboard focus: a ring with a gap around it. */
  readonly focused?: string | null;
  /** Marks under a pointer, here or in another widget: an outline. */
  readonly hovered?: readonly string[];
  /** Chosen marks: an outline, and the others fade. */
  readonly selected?: readonly string[];
}

/** Shows the state on a chart: rings in its overlay, attributes on its nodes. Called again, it replaces the last one. */
export function showMarkState({ svg, marks }: Chart, state: MarkState): void {
  const draw = penFor(svg.ownerDocument);
  const boxes = new Map(marks.map(({ key, box }) => [key, box]));
  const chosen = new Set((state.selected ?? []).filter((key) => boxes.has(key)));
  const rings: SVGElement[] = [];
  const ring = (box: Box, gap: number, width: number, color: string): void => {
    rings.push(
      draw('rect', {
        x: box.x - gap,
        y: box.y - gap,
        width: box.width + 2 * gap,
        height: box.height + 2 * gap,
        rx: gap > 1.5 ? 3 : 1.5,
        fill: 'none',
        stroke: color,
        'stroke-width': width,
      }),
    );
  };

  for (const key of new Set([...chosen, ...(state.hovered ?? [])])) {
    const box = boxes.get(key);
    if (box) ring(box, 1.5, 1.5, ink('text-1'));
  }
  const focus = boxes.get(state.focused ?? '');
  if (focus) {
    ring(focus, 1, 2, ink('surface'));
    ring(focus, 3, 2, ink('focus'));
  }

  svg.toggleAttribute('data-selecting', chosen.size > 0);
  for (const node of svg.querySelectorAll('[data-mark]')) {
    node.toggleAttribute('data-selected', chosen.has(node.getAttribute('data-mark') ?? ''));
  }
  svg.querySelector('.overlay')?.replaceChildren(...rings);
}
