import { aalenJohansen, finalIncidence } from './competing-risks.js';
import { exitsAt, sizeOf, type DurationCount } from './durations.js';
import { histogramQuantile } from './histogram-quantile.js';
import type { NaiveVelocity, StageVelocity } from './stage-velocity-result.js';
import { EXIT_KINDS } from './stay-cells.js';
import { kaplanMeier, NOT_REACHED, restrictedMean, survivalQuantile } from './survival.js';
import { suppression } from './wilson.js';

/** Everything about the time in a stage that follows from its durations alone. */
export type StayTimes = Omit<StageVelocity, 'stage' | 'basis' | 'unit' | 'passThrough' | 'excluded'>;

/** Durations (causes: `EXIT_KINDS`) → curve, quantiles and shares; below the floor of ended ones only counts. */
export function stayTimes(durations: readonly DurationCount[], floor: number): StayTimes {
  const n = sizeOf(durations);
  const ended = durations.reduce((sum, row) => sum + exitsAt(row), 0);
  const suppressed = suppression(ended, floor);
  const survival = kaplanMeier(durations);
  const counts = {
    n,
    nOpen: n - ended,
    exits: byExit((cause) => durations.reduce((sum, { exits }) => sum + (exits[cause] ?? 0), 0)),
    tau: survival.tau,
    suppressed,
  };
  if (suppressed) {
    const unsaid = { median: NOT_REACHED, p25: NOT_REACHED, p75: NOT_REACHED, p90: NOT_REACHED };
    return { ...counts, ...unsaid, rmst: null, naive: null, curve: [], cif: null };
  }
  const risks = aalenJohansen(durations);
  const shares = Object.entries(byExit((cause) => finalIncidence(risks, cause)));
  return {
    ...counts,
    median: survivalQuantile(survival, 0.5),
    p25: survivalQuantile(survival, 0.25),
    p75: survivalQuantile(survival, 0.75),
    p90: survivalQuantile(survival, 0.9),
    rmst: restrictedMean(survival),
    naive: naiveTimes(durations, ended, n),
    curve: survival.points,
    cif: Object.fromEntries(shares.filter(([, share]) => share > 0)),
  };
}

function byExit(of: (cause: number) => number): StageVelocity['exits'] {
  return Object.fromEntries(
    EXIT_KINDS.map((kind, cause) => [kind, of(cause)]),
  ) as unknown as StageVelocity['exits'];
}

function naiveTimes(durations: readonly DurationCount[], ended: number, n: number): NaiveVelocity {
  const sum = (weight: (row: DurationCount) => number): number =>
    durations.reduce((all, row) => all + row.t * weight(row), 0);
  return {
    completedMean: sum(exitsAt) / ended,
    completedMedian: histogramQuantile(
      durations.map((row) => ({ value: row.t, count: exitsAt(row) })),
      0.5,
    ),
    openAsDoneMean: sum((row) => exitsAt(row) + row.censored) / n,
  };
}
