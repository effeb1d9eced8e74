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
 * The first stands, then the last where it is clear of the first, then the others that meet no neighbour.
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
  const [first, last] = [placed[0], placed.at(-1)];
  if (!first || !last) return [];
  const clear = (a: typeof first, b: typeof first): boolean => a.end + GAP <= b.start;
  const kept = [first];
  for (const label of placed.slice(1, -1)) {
    if (clear(kept.at(-1) ?? first, label) && clear(label, last)) kept.push(label);
  }
  if (clear(first, last)) kept.push(last);
  return kept
    .map(({ text, start }) => frame.text(text, start, y, { size, ink: color }))
    .filter((node) => node !== null);
}
