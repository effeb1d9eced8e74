import type { DurationCount } from '../../packages/model/src/metrics/durations.js';

/** One stay: how long it was seen, and its cause of ending; null is still running. */
export interface Observed {
  readonly t: number;
  readonly cause: number | null;
}

/** Stays as the histogram that survival estimates are made from: ascending, exits by cause. */
export function durations(observed: readonly Observed[], causes = 2): DurationCount[] {
  const times = [...new Set(observed.map(({ t }) => t))].sort((a, b) => a - b);
  return times.map((t) => {
    const here = observed.filter((one) => one.t === t);
    return {
      t,
      exits: Array.from({ length: causes }, (_, cause) => here.filter((one) => one.cause === cause).length),
      censored: here.filter(({ cause }) => cause === null).length,
    };
  });
}
