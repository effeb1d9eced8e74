import type { Chart, ChartMark } from './chart.js';
import type { Frame } from './frame.js';

/** The chart around its nodes: hidden from readers of the page, who get the same as a list and a table. */
export function svgOf<M>(
  { draw, width }: Frame,
  height: number,
  nodes: readonly (SVGElement | null)[],
  marks: readonly ChartMark<M>[],
): Chart<M> {
  const overlay = draw('g', { class: 'overlay', 'pointer-events': 'none' });
  const svg = draw(
    'svg',
    {
      class: 'pipeline-chart',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      direction: 'ltr',
      'aria-hidden': 'true',
      focusable: 'false',
    },
    ...nodes,
    overlay,
  );
  return { svg, marks, width, height };
}
