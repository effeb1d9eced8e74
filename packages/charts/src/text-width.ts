/** The weights of the look: 400 for text, 600 for what is read first. */
export type Weight = 400 | 600;

/** The inline size of a text in px; an element passes one that asks a canvas for the real font. */
export type Measure = (text: string, size: number, weight: Weight) => number;

/**
 * An estimate without a DOM, from the widths of common sans-serif letters, a little on the wide
 * side: a label that fits by it fits in Arial, Helvetica, Segoe, Roboto and San Francisco.
 */
export const estimateWidth: Measure = (text, size, weight) => {
  let em = 0;
  for (const letter of text) em += letterWidth(letter);
  return em * size * (weight === 600 ? 1.1 : 1.03);
};

const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[\p{M}\u200b-\u200f\u2060-\u2069]/u, 0],
  [/[iljI.,:;'|!·’‘ıİ]/u, 0.27],
  [/[\sfrt()[\]\-/\\"“”]/u, 0.34],
  [/[mM@%—]/u, 0.88],
  [/[wWŒœ×÷✓→▲▼…]/u, 0.86],
  [/[\p{Lu}&€£$–#+=<>~]/u, 0.7],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u, 1],
];

function letterWidth(letter: string): number {
  for (const [letters, width] of WIDTHS) if (letters.test(letter)) return width;
  return 0.56;
}

/** The text if it fits into `space` px, else its longest beginning that fits with an ellipsis; '' if none does. */
export function fitText(
  text: string,
  space: number,
  size: number,
  weight: Weight,
  measure: Measure,
  locale: string,
): string {
  if (measure(text, size, weight) <= space) return text;
  const letters = [...new Intl.Segmenter(locale).segment(text)].map((part) => part.segment);
  let low = 0;
  let high = letters.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(shortened(letters, middle), size, weight) <= space) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? '' : shortened(letters, low);
}

function shortened(letters: readonly string[], count: number): string {
  return `${letters.slice(0, count).join('').trimEnd()}…`;
}
