import type { ForecastColumn } from './forecast-columns.js';
import type { ForecastTexts } from './forecast-texts.js';
import type { ForecastWords } from './forecast-words.js';

/** A label beside the bar of the running period. */
export interface StackLabel {
  readonly name: string;
  /** With the blank before it. */
  readonly amount: string;
  /** The amount at whose height it belongs. */
  readonly value: number;
  readonly won: boolean;
}

/** The labels from the foot upwards: at the middle of each part, or, cumulative, at its upper end with all up to there. */
export function stackLabels(
  { parts, weighted, top, won }: ForecastColumn,
  mode: 'single' | 'cumulative',
  texts: ForecastTexts,
  words: ForecastWords,
): readonly StackLabel[] {
  const labels = parts.flatMap(({ part, from, amount }): StackLabel[] => {
    if (part === 'overdue' || part === 'noCloseDate') return [];
    const isWon = part === 'won';
    const all = mode === 'cumulative';
    return [
      {
        name: isWon ? `✓ ${texts.won}` : texts.category(part, mode),
        amount: `\u00a0${words.amount(all ? from + amount : amount)}`,
        value: all ? from + amount : from + amount / 2,
        won: isWon,
      },
    ];
  });
  if (weighted !== null && top > won) {
    labels.push({
      name: texts.weighted,
      amount: `\u00a0${words.amount(weighted)}`,
      value: weighted,
      won: false,
    });
  }
  return labels.toSorted((a, b) => a.value - b.value);
}

/**
 * Places for labels in a column, lowest first: each as near to its own as the one below allows, and
 * all between both ends. `y` counts downwards, as in SVG.
 */
export function spreadLabels(
  wanted: readonly number[],
  { top, foot, step }: { readonly top: number; readonly foot: number; readonly step: number },
): readonly number[] {
  const up: number[] = [];
  for (const y of wanted) up.push(Math.min(y, foot, (up.at(-1) ?? Infinity) - step));
  let below = top;
  return up
    .toReversed()
    .map((y) => {
      const place = Math.max(y, below);
      below = place + step;
      return place;
    })
    .toReversed();
}
