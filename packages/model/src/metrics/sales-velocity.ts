import { NO_DAY } from '../schema/calendar-date.js';
import { OPEN, WON } from '../tables/stage-runs.js';
import type { Tables } from '../tables/tables.js';
import { Contributions } from './contributions.js';
import type { AdditiveMetric } from './metric.js';
import { parameters, pipeline, quarterPeriod, shown, spanOf, whole, type Reader } from './parameters.js';
import { pipelineFate } from './pipeline-fate.js';
import { SALES, type SalesVelocityQuestion } from './sales-velocity-cells.js';
import { finishSalesVelocity } from './sales-velocity-finish.js';
import type { SalesVelocityResult } from './sales-velocity-result.js';
import { within } from './within.js';

const maybeText: Reader<string | null> = (value = null, name) => {
  if (value === null || typeof value === 'string') return value;
  throw new RangeError(`invalid ${name}: expected the id of a stage, got ${shown(value)}`);
};

const readQuestion = parameters('salesVelocity', {
  period: quarterPeriod,
  pipeline,
  qualifiedStage: maybeText,
  floor: whole(5),
});

/**
 * What a pipeline earns a day (METRICS.md B3), from one period and one pipeline. The classic form is N·W·A/L. The
 * throughput form λ·W·A counts what became qualified instead: by Little's law N = λ·L (Little 1961), so the length
 * of the cycle drops out, and with it the winners' bias in it.
 */
export const salesVelocity: AdditiveMetric<SalesVelocityQuestion, SalesVelocityResult> = {
  name: 'salesVelocity',
  read(asked, tables) {
    const params = readQuestion(asked, tables);
    const { open, qualifiedRank } = tables.events.stages.of(params.pipeline);
    const ids = open.map((code) => tables.events.stages.at(code).id);
    const qualifiedStage = params.qualifiedStage ?? ids[qualifiedRank - 1] ?? null;
    if (qualifiedStage !== null && !ids.includes(qualifiedStage)) {
      throw new RangeError(
        `unknown salesVelocity.qualifiedStage: ${shown(qualifiedStage)} (known: ${ids.join(', ')})`,
      );
    }
    return { ...params, qualifiedStage, qualifiedRank: Math.max(1, ids.indexOf(qualifiedStage ?? '') + 1) };
  },
  contribute,
  finish: finishSalesVelocity,
};

function contribute(tables: Tables, params: SalesVelocityQuestion): Contributions {
  const out = new Contributions();
  const { events, now, settings } = tables;
  const span = spanOf(params.period);
  for (let row = 0; row < events.size; row++) {
    if (!now.live[row]) continue;
    const run = qualifyingRun(tables, row, params);
    const standing = events.stages.entries[now.stage[row] ?? -1];
    const isHere = standing?.pipeline === params.pipeline;
    const outcome = now.outcome[row] ?? OPEN;
    let undated = false;
    if (isHere && outcome === OPEN && standing.rank >= params.qualifiedRank) out.add(row, 1, SALES.open);
    if (isHere && outcome !== OPEN && within(now.closedDay[row] ?? NO_DAY, span)) {
      out.add(row, 1, outcome === WON ? SALES.won : SALES.lost);
      undated = outcome === WON && events.createdDay[row] === NO_DAY;
      if (outcome === WON) addWon(out, tables, row);
    }
    if (run >= 0) {
      const entered = events.runs.day[run] ?? NO_DAY;
      if (entered === NO_DAY) undated ||= settings.history === 'full';
      else if (within(entered, span)) addEntry(out, tables, row, params.pipeline, entered);
    }
    if (undated) out.add(row, 1, SALES.undated);
  }
  return out;
}

/** The first run at or past the qualified rank: an open stage or the standing won; −1 without one. */
function qualifyingRun(
  { events, now }: Tables,
  row: number,
  { pipeline: id, qualifiedRank }: SalesVelocityQuestion,
): number {
  const { runs, stages } = events;
  const isHere = (run: number): boolean => stages.entries[runs.stage[run] ?? -1]?.pipeline === id;
  const end = now.runEnd[row] ?? 0;
  for (let run = runs.start[row] ?? 0; run < end; run++) {
    if (runs.kind[run] === OPEN && (runs.rank[run] ?? 0) >= qualifiedRank && isHere(run)) return run;
  }
  return now.outcome[row] === WON && isHere(end - 1) ? (now.closedRun[row] ?? -1) : -1;
}

function addWon(out: Contributions, { events, now }: Tables, row: number): void {
  const amount = now.amount[row] ?? Number.NaN;
  if (!Number.isNaN(amount)) {
    out.add(row, 1, SALES.priced);
    out.add(row, amount, SALES.amount);
  }
  const created = events.createdDay[row] ?? NO_DAY;
  const days = (now.closedDay[row] ?? NO_DAY) - created;
  // Won before it was created: a clock was wrong, and the length of the cycle is not known.
  if (created === NO_DAY || days < 0) return;
  out.add(row, 1, SALES.cycles);
  out.add(row, days, SALES.cycleDays);
}

function addEntry(out: Contributions, tables: Tables, row: number, id: string, entered: number): void {
  const { outcome, day } = pipelineFate(tables, row, id);
  out.add(row, 1, SALES.entered + outcome, 0, Math.max(0, day - entered));
}
