/** The colour names of the seven steps; deeper is nearer to won. */
export type StageInk = `stage-${1 | 2 | 3 | 4 | 5 | 6 | 7}`;

/**
 * The step of the ramp for the stage at `index` of `count`: the stages spread over all seven, a
 * single one takes the middle. More than seven share steps with a neighbour.
 */
export function stageInk(index: number, count: number): StageInk {
  if (count <= 1) return 'stage-4';
  return `stage-${(Math.floor((index / (count - 1)) * 6) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7}`;
}
