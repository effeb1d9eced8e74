/** The axis of a range: values to px of the picture and back. */
export interface RangeScale {
  readonly from: number;
  readonly to: number;
  /** Physical x of a value. */
  readonly x: (value: number) => number;
  /** The value at a physical x, kept between both ends. */
  readonly value: (x: number) => number;
  /** The bin edge nearest to a value: a brush moves from edge to edge. */
  readonly snap: (value: number) => number;
  /** The edge `steps` bins further (or back), for keys. */
  readonly step: (value: number, steps: number) => number;
}

/** The scale over bin edges, in rising order, at least two. */
export function rangeScale(edges: readonly number[], width: number, rtl: boolean): RangeScale {
  const [from, to] = [edges[0] ?? 0, edges.at(-1) ?? 0];
  const span = to - from || 1;
  const clamp = (value: number): number => Math.min(to, Math.max(from, value));
  const nearest = (value: number): number => {
    let best = 0;
    for (let i = 1; i < edges.length; i += 1) {
      if (Math.abs((edges[i] ?? to) - value) < Math.abs((edges[best] ?? from) - value)) best = i;
    }
    return best;
  };
  return {
    from,
    to,
    x: (value) => {
      const at = ((clamp(value) - from) / span) * width;
      return rtl ? width - at : at;
    },
    value: (x) => clamp(from + ((rtl ? width - x : x) / width) * span),
    snap: (value) => edges[nearest(value)] ?? from,
    step: (value, steps) => edges[Math.min(edges.length - 1, Math.max(0, nearest(value) + steps))] ?? from,
  };
}
