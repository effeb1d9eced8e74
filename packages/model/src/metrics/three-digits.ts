/**
 * A whole number, down to the next one with three significant digits: 123,456 is 123,000 and −1,234 is −1,240.
 * Against any bound of three significant digits it stands where the number itself does, and there are only nine
 * hundred of them for each power of ten, however many numbers there are.
 */
export function threeDigits(value: number): number {
  const unit = 10 ** Math.max(0, String(Math.abs(value)).length - 3);
  return Math.floor(value / unit) * unit;
}
