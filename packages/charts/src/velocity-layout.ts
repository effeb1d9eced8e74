import type { Frame } from './frame.js';
import type { Span } from './mark-group.js';
import type { VelocityRow } from './velocity-rows.js';
import type { VelocityTexts } from './velocity-texts.js';

/** Where things stand in stage velocity, in px. */
export interface VelocityLayout {
  readonly narrow: boolean;
  /** The end of the medians, and what the longest name may take. */
  readonly median: number;
  readonly name: number;
  readonly track: Span;
  /** The counts of visits. */
  readonly counts: Span;
  readonly head: number;
  readonly row: number;
  /** From the upper edge of a row to the middle of its names and of its track. */
  readonly nameY: number;
  readonly trackY: number;
}

/** The layout for a width: columns measured from the texts that stand in them. */
export function velocityLayout(
  frame: Frame,
  rows: readonly VelocityRow[],
  texts: VelocityTexts,
): VelocityLayout {
  const { width } = frame;
  const widest = (list: readonly string[], size: number, weight?: 400 | 600): number =>
    Math.max(0, ...list.map((text) => frame.measure(text, size, weight)));
  const unit = frame.measure(`\u00a0${texts.unit}`, 13);
  const figure =
    widest(
      rows.map(({ text }) => text),
      15,
      600,
    ) + unit;
  const below = rows.some(({ naive }) => naive !== null) ? NAIVE : 0;
  const count = widest(
    rows.map(({ countText }) => countText),
    11,
  );
  if (width >= NARROW) {
    const name = Math.min(
      widest(
        rows.map((row) => row.name),
        13,
      ),
      width * 0.22,
      220,
    );
    const median = name + 12 + Math.max(figure, frame.measure(texts.median, 11));
    const counts = Math.max(count, frame.measure(texts.counts, 11), width < 820 ? 80 : 140);
    const track = { at: median + 14, length: width - median - counts - 30 };
    if (track.length >= SHORTEST_TRACK) {
      const shape = { head: 22, row: 45 + below, nameY: 22.5, trackY: 22.5 };
      return { ...shape, narrow: false, median, name, track, counts: { at: width - counts, length: counts } };
    }
  }
  const counts = { at: width - figure - 12 - count, length: count };
  return {
    narrow: true,
    median: width,
    name: counts.at - 10,
    track: { at: 0, length: width },
    counts,
    head: 0,
    row: 66 + below,
    nameY: 16,
    trackY: 41,
  };
}

/** What the mean of the ended visits takes below the track. */
const NAIVE = 16;
const NARROW = 420;
const SHORTEST_TRACK = 110;
