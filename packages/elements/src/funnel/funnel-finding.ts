import type { FunnelResult, FunnelStep } from '@pipeline-kit/model';

/** A step compared with the period before; the interval is of the difference. */
export interface StepChange {
  readonly from: string;
  readonly to: string;
  readonly diff: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
}

/** What there is to say first about a funnel. */
export type FunnelFinding =
  | { readonly kind: 'fell' | 'rose'; readonly step: FunnelStep; readonly change: StepChange }
  | { readonly kind: 'lowest' | 'unchanged' | 'only' | 'floor'; readonly step: FunnelStep }
  | { readonly kind: 'undecided' | 'today' | 'entered'; readonly stage: string; readonly count: number };

/**
 * The finding: the step that fell most beyond chance, else the one that rose most, else the lowest one;
 * below the floor the step with most behind it; without history, or as a snapshot, where most stand.
 */
export function funnelFinding(
  result: FunnelResult,
  by: 'count' | 'amount',
  changes: readonly StepChange[] | null,
): FunnelFinding {
  const { stages, steps, definition } = result;
  const fullest = stages.reduce((a, b) => (b.count > a.count ? b : a), stages[0] ?? NO_STAGE);
  if (definition === 'snapshot') return { kind: 'today', stage: fullest.stage, count: fullest.count };
  const rated = steps.filter((step) => cellOf(step, by).rate !== null);
  const lowest = least(rated, (step) => cellOf(step, by).rate ?? 1);
  if (!lowest) return withoutRates(result);
  if (by === 'count' && changes) {
    const fall = least(
      changes.filter(({ hi }) => hi !== null && hi < 0),
      ({ diff }) => diff ?? 0,
    );
    const rise = least(
      changes.filter(({ lo }) => lo !== null && lo > 0),
      ({ diff }) => -(diff ?? 0),
    );
    const change = fall ?? rise;
    const step = steps.find(({ from, to }) => from === change?.from && to === change.to);
    if (change && step) return { kind: fall ? 'fell' : 'rose', step, change };
    if (changes.some(({ diff }) => diff !== null)) return { kind: 'unchanged', step: lowest };
  }
  return { kind: rated.length > 1 ? 'lowest' : 'only', step: lowest };
}

/** The figures of a step as it is read. */
export function cellOf(step: FunnelStep, by: 'count' | 'amount'): FunnelStep['byAmount'] | FunnelStep {
  return by === 'amount' ? step.byAmount : step;
}

const NO_STAGE = { stage: '', count: 0 };

function withoutRates({ stages, steps }: FunnelResult): FunnelFinding {
  const most = least(
    steps.filter(({ den }) => den > 0),
    ({ den }) => -den,
  );
  if (most) return { kind: 'floor', step: most };
  const first = stages.find(({ count }) => count > 0) ?? NO_STAGE;
  return { kind: steps.length > 0 ? 'undecided' : 'entered', stage: first.stage, count: first.count };
}

/** The first of the items with the smallest measure; undefined where there are none. */
function least<T>(items: readonly T[], measure: (item: T) => number): T | undefined {
  let best: T | undefined;
  for (const item of items) if (best === undefined || measure(item) < measure(best)) best = item;
  return best;
}
