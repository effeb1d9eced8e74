import { round } from './svg.js';

/** Distance between strokes along the inline axis: 4.5 px across, drawn at 45°. */
const STEP = 4.5 * Math.SQRT2;

/**
 * Path data of rising strokes inside a rectangle, all on one lattice, so that neighbouring
 * hatches join. Strokes instead of a pattern: no id that another chart could share, no `url(#…)`
 * that a `<base href>` could break. Empty where nothing of the rectangle is left to draw in.
 */
export function hatch(x: number, y: number, width: number, height: number): string {
  const [left, right, top, bottom] = [x + 0.5, x + width - 0.5, y + 0.5, y + height - 0.5];
  if (left >= right || top >= bottom) return '';
  let path = '';
  for (let sum = Math.ceil((left + top) / STEP) * STEP; sum < right + bottom; sum += STEP) {
    const from = Math.max(left, sum - bottom);
    const to = Math.min(right, sum - top);
    if (to - from > 0.05) path += `M${round(from)} ${round(sum - from)}L${round(to)} ${round(sum - to)}`;
  }
  return path;
}
