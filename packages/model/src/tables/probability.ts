/** Probabilities are read to four decimals and kept as whole ten-thousandths. */
export const PROBABILITY_SCALE = 10_000;

/**
 * Ten-thousandths of a probability, halves away from zero, decided on its decimal text:
 * 0.12345 is a half although its double lies below it.
 */
export function tenThousandths(probability: number): number {
  const text = String(Math.abs(probability));
  if (text.includes('e')) return 0;
  const [whole = '0', decimals = ''] = text.split('.');
  const kept = Number(whole) * PROBABILITY_SCALE + Number(decimals.slice(0, 4).padEnd(4, '0'));
  const up = (decimals[4] ?? '0') >= '5';
  const scaled = up ? kept + 1 : kept;
  return probability < 0 ? 0 - scaled : scaled;
}

/** `amount` × the probability, to the nearest minor unit, halves away from zero. */
export function weigh(amount: number, tenThousandthsOfOne: number): number {
  const size = Math.abs(amount);
  const product = size * tenThousandthsOfOne;
  const weighted =
    product < 2 ** 52
      ? Math.floor((product + PROBABILITY_SCALE / 2) / PROBABILITY_SCALE)
      : Number((BigInt(size) * BigInt(tenThousandthsOfOne) + 5000n) / 10_000n);
  return amount < 0 ? 0 - weighted : weighted;
}
