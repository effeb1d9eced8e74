/**
 * e to the power of x, for |x| < 700. `Math.exp` may differ between engines in its last bit; this one
 * uses only operations that IEEE 754 rounds exactly, so a seed gives the same bytes everywhere.
 */
export function exponential(x: number): number {
  const halvings = Math.round(x / Math.LN2);
  const rest = x - halvings * Math.LN2;
  let term = 1;
  let sum = 1;
  for (let n = 1; n < 18; n += 1) {
    term = (term * rest) / n;
    sum += term;
  }
  let power = 1;
  for (let n = 0; n < Math.abs(halvings); n += 1) power *= 2;
  return halvings < 0 ? sum / power : sum * power;
}

/** The probability whose odds are those of `probability` times e to the `shift`. */
export function shifted(probability: number, shift: number): number {
  const odds = (probability / (1 - probability)) * exponential(shift);
  return odds / (1 + odds);
}
