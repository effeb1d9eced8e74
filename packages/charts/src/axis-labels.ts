import type { Frame } from './frame.js';
import type { Ink } from './tokens.js';

/** A place on an axis and what is written there. */
export interface AxisLabel {
  readonly at: number;
  readonly text: string;
}

/** Room kept free between two labels, in px. */
const GAP = 6;

/**
 * The labels of an axis from `from` to `to`, centred on their places but kept between both ends.
 * The first and the last always stand; of the others those that meet no neighbour.
 */
export function axisLabels(
  frame: Frame,
  labels: readonly AxisLabel[],
  y: number,
  from: number,
  to: number,
  size = 11,
  color: Ink = 'text-3',
): SVGTextElement[] {
  const placed = labels.map(({ at, text }) => {
    const length = frame.measure(text, size);
    const start = Math.max(from, Math.min(at - length / 2, to - length));
    return { text, start, end: start + length };
  });
  const last = placed.at(-1);
  const kept: typeof placed = [];
  for (const label of placed) {
    const before = kept.at(-1);
    const free = !before || before.end + GAP <= label.start;
    if (label === last ? free || kept.length <= 1 : free && (!last || label.end + GAP <= last.start)) {
      kept.push(label);
    }
  }
  if (kept.length === 2 && kept[0] && kept[1] && kept[0].end > kept[1].start) kept.pop();
  return kept
    .map(({ text, start }) => frame.text(text, start, y, { size, ink: color }))
    .filter((node) => node !== null);
}
