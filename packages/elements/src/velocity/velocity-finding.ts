import type { StageVelocity } from '@pipeline-kit/model';

/** What the widget says first. */
export type VelocityFinding =
  | { readonly kind: 'tooFew' }
  | { readonly kind: 'notReached'; readonly row: StageVelocity }
  | { readonly kind: 'slowest' | 'noClearChange'; readonly row: StageVelocity; readonly median: number }
  | {
      readonly kind: 'slower' | 'faster';
      readonly row: StageVelocity;
      readonly median: number;
      /** How much, without a sign. */
      readonly change: number;
    };

/**
 * The slowest stage: one whose median lies beyond what was seen comes before every other. With the period
 * before, its change, when the old median lies outside the new interval.
 */
export function velocityFinding(
  stages: readonly StageVelocity[],
  prior: readonly StageVelocity[] | null,
): VelocityFinding {
  const said = stages.filter(({ suppressed }) => suppressed === null);
  const beyond = said
    .filter(({ median }) => median.value === null)
    .toSorted((a, b) => (b.tau ?? 0) - (a.tau ?? 0))[0];
  if (beyond) return { kind: 'notReached', row: beyond };
  const row = said.toSorted((a, b) => (b.median.value ?? 0) - (a.median.value ?? 0))[0];
  const median = row?.median.value;
  if (!row || median == null) return { kind: 'tooFew' };
  if (!prior) return { kind: 'slowest', row, median };
  const before = prior.find(({ stage }) => stage === row.stage)?.median.value;
  if (before == null) return { kind: 'slowest', row, median };
  const { lo, hi } = row.median;
  const isClear = (lo !== null && before < lo) || (hi !== null && before > hi);
  if (!isClear) return { kind: 'noClearChange', row, median };
  return { kind: before < median ? 'slower' : 'faster', row, median, change: Math.abs(median - before) };
}
