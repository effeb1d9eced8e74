/** One way to do a piece of work; the result is consumed, and compared with the other way's. */
export interface Way {
  readonly name: string;
  /** Made anew before each run, and not timed. */
  readonly before?: () => Promise<void> | void;
  readonly run: () => Promise<unknown>;
}

/** What was measured of one way, in ms. */
export interface Measured {
  readonly name: string;
  readonly median: number;
  readonly p95: number;
  readonly runs: number;
}

/**
 * Runs the ways in turn, so that whatever else the machine does meets all of them alike, and checks each
 * time that their answers are equal.
 *
 * @throws {Error} when they differ: a fast wrong answer is no result
 */
export async function measure(ways: readonly Way[], runs: number): Promise<Measured[]> {
  const times = ways.map((): number[] => []);
  // The first two rounds warm up and are not kept.
  for (let round = -2; round < runs; round += 1) {
    const answers: string[] = [];
    for (const [index, way] of ways.entries()) {
      await way.before?.();
      const start = performance.now();
      const answer = await way.run();
      const time = performance.now() - start;
      answers.push(JSON.stringify(answer));
      if (round >= 0) times[index]?.push(time);
    }
    const other = answers.findIndex((answer) => answer !== answers[0]);
    if (other !== -1)
      throw new Error(
        `different answers: ${ways[0]?.name} ${answers[0]}, ${ways[other]?.name} ${answers[other]}`,
      );
  }
  return ways.map(({ name }, index) => {
    const sorted = (times[index] ?? []).toSorted((a, b) => a - b);
    return { name, median: quantile(sorted, 0.5), p95: quantile(sorted, 0.95), runs };
  });
}

/** Linear interpolation between the sorted values. */
function quantile(sorted: readonly number[], q: number): number {
  const at = (sorted.length - 1) * q;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? Number.NaN;
  return low + (high - low) * (at - Math.floor(at));
}
