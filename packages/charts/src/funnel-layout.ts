import type { Frame } from './frame.js';
import type { FunnelRow } from './funnel-rows.js';
import type { Span } from './mark-group.js';

/** Where things stand in a funnel, in px. */
export interface FunnelLayout {
  /** Names above full-width bars, and the rate in one line below. */
  readonly narrow: boolean;
  /** The end of the column of names and counts. */
  readonly label: number;
  readonly track: Span;
  /** The plot of the rates; null where no rate is drawn. */
  readonly plot: Span | null;
  /** The texts of the rates. */
  readonly rate: Span;
  /** Block sizes: the head, a bar with what stands above it, the bar alone, what hangs below it. */
  readonly head: number;
  readonly above: number;
  readonly bar: number;
  readonly below: number;
}

/** The layout for a width: columns measured from the texts that stand in them. */
export function funnelLayout(frame: Frame, rows: readonly FunnelRow[]): FunnelLayout {
  const { width } = frame;
  const rates = rows.flatMap(({ rate }) => (rate ? [rate] : []));
  const widest = (texts: readonly (string | null)[], size: number, weight?: 400 | 600): number =>
    Math.max(0, ...texts.map((text) => (text === null ? 0 : frame.measure(text, size, weight))));
  const main = widest(
    rates.map((rate) => rate.main),
    15,
    600,
  );
  const note = widest(
    rates.map((rate) => rate.note),
    11,
  );
  const wide = width >= NARROW ? wideLayout() : null;
  return wide && wide.track.length >= SHORTEST_TRACK ? wide : narrowLayout();

  function wideLayout(): FunnelLayout {
    const size = width < 580 ? 'small' : width < 820 ? 'middle' : 'large';
    const count = widest(
      rows.map((row) => row.text),
      13,
      600,
    );
    const name =
      widest(
        rows.map((row) => row.name),
        13,
      ) + (rows.some((row) => row.won) ? CHECK : 0);
    const open = widest(
      rows.map((row) => row.openText),
      12,
    );
    const label = Math.max(Math.min(name, width * 0.22, LONGEST_NAME) + 10 + count, open);
    const track = label + 12;
    const shape = { narrow: false, label, head: 22, above: 0, bar: 24 };
    if (rates.length === 0) {
      const rest = { at: track, length: width - track };
      return { ...shape, track: rest, plot: null, rate: { at: width, length: 0 }, head: 4, below: 10 };
    }
    const text = Math.max(main, note);
    const plot = size === 'middle' ? Math.min(128, Math.max(90, width * 0.18)) : PLOTS[size];
    const rate = width - text;
    const at = rate - RATE_GAP[size] - plot;
    return {
      ...shape,
      track: { at: track, length: at - PLOT_GAP[size] - track },
      plot: { at, length: plot },
      rate: { at: rate, length: text },
      below: 31,
    };
  }

  function narrowLayout(): FunnelLayout {
    const text = main + 14;
    const length = width - text - note - 16;
    const hangs = rows.some((row) => row.lostText !== null) ? 27 : 6;
    return {
      narrow: true,
      label: width,
      track: { at: 0, length: width },
      plot: rates.length > 0 && length >= 40 ? { at: text, length } : null,
      rate: { at: 0, length: width },
      head: 0,
      above: 23,
      bar: 18,
      below: rates.length > 0 ? hangs + RATE_LINE : 8,
    };
  }
}

/** The block size of the line that holds a rate in the narrow layout. */
export const RATE_LINE = 28;

/** What the tick before "Won" takes. */
export const CHECK = 14;

const NARROW = 420;
const SHORTEST_TRACK = 96;
const LONGEST_NAME = 220;
const PLOTS = { small: 64, large: 280 } as const;
const PLOT_GAP = { small: 14, middle: 24, large: 40 } as const;
const RATE_GAP = { small: 10, middle: 14, large: 16 } as const;
