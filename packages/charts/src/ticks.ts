/** Round values from `from` to `to`: multiples of 1, 2 or 5 times a power of ten, about `count` of them. */
export function roundTicks(from: number, to: number, count: number): readonly number[] {
  if (!(to > from) || count < 1) return [];
  const rough = (to - from) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10);
  return multiples(from, to, step);
}

/** Durations a reader counts in: weeks and months for days, quarters of a day for hours. */
export function durationTicks(to: number, count: number, unit: 'days' | 'hours'): readonly number[] {
  const steps = unit === 'days' ? DAYS : HOURS;
  const step = steps.find((each) => to / each <= count);
  return step === undefined ? roundTicks(0, to, count) : multiples(0, to, step);
}

const DAYS: readonly number[] = [1, 2, 5, 7, 14, 30, 60, 90, 180, 360];
const HOURS: readonly number[] = [1, 2, 6, 12, 24, 48, 120, 240];

function multiples(from: number, to: number, step: number): readonly number[] {
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  // Counted in steps, so that no rounding adds up.
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  );
}
