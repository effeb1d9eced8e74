import { NO_DAY } from '../schema/calendar-date.js';
import { CATEGORIES } from '../tables/categories.js';
import { LOST, WON } from '../tables/stage-runs.js';
import type { Tables } from '../tables/tables.js';
import { Contributions } from './contributions.js';
import { pastPeriods, pooled } from './conversion-pool.js';
import { COVERAGE } from './coverage-cells.js';
import { finishCoverage, type CoverageQuestion } from './coverage-finish.js';
import type { CoverageResult } from './coverage-result.js';
import type { AdditiveMetric, CellName, Mark } from './metric.js';
import { oneOf, parameters, partnerOrAll, quarterPeriod, spanOf, whole, type Reader } from './parameters.js';

const partner: Reader<string> = (value, name, tables) => {
  const read = partnerOrAll(value, name, tables);
  if (read === null) throw new RangeError(`invalid ${name}: null has no quota; the company's is '*'`);
  return read;
};

/**
 * How much of a quota is won, and how far what is open and due covers the rest (METRICS.md E). Without
 * a quota there is no coverage: none is invented. What coverage a period needs is measured on past ones.
 */
export const coverage: AdditiveMetric<CoverageQuestion, CoverageResult> = {
  name: 'coverage',
  read: parameters('coverage', {
    period: quarterPeriod,
    partner,
    unit: oneOf(['month', 'quarter'], 'quarter'),
    back: whole(4),
    floor: whole(20),
  }),
  contribute,
  finish: finishCoverage,
  mark: ({ group }: Mark): readonly CellName[] | null =>
    group === 'won' || group === 'due' || group === 'overdue' ? [[COVERAGE[group]]] : null,
};

function contribute(tables: Tables, params: CoverageQuestion): Contributions {
  const out = new Contributions();
  const past =
    tables.settings.history === 'full' ? pastPeriods(tables, params.period, params.unit, params.back) : [];
  for (let row = 0; row < tables.events.size; row++) {
    if (tables.now.live[row] && isOf(tables, row, params.partner)) addNow(out, tables, row, params);
    for (const period of past) {
      const entry = isOf(period.atDay, row, params.partner) ? pooled(period, row) : null;
      if (!entry) continue;
      out.add(row, 1, COVERAGE.poolCount);
      out.add(row, entry.amount, COVERAGE.pool);
      out.addSquare(row, entry.amount, COVERAGE.poolSquare);
      if (entry.converted) out.add(row, entry.amount, COVERAGE.converted);
    }
  }
  return out;
}

function isOf({ events, now }: Tables, row: number, asked: string): boolean {
  return asked === '*' || events.partners.at(now.partner[row] ?? -1) === asked;
}

function addNow(out: Contributions, { now, asOf }: Tables, row: number, { period }: CoverageQuestion): void {
  const span = spanOf(period);
  const amount = now.amount[row] ?? Number.NaN;
  const unpriced = Number.isNaN(amount);
  const outcome = now.outcome[row];
  const day = (outcome === WON ? now.closedDay[row] : now.closeDate[row]) ?? NO_DAY;
  if (outcome === LOST || day === NO_DAY) return;
  if (outcome !== WON && day < asOf) {
    out.add(row, 1, COVERAGE.overdue);
    if (!unpriced) out.add(row, amount, COVERAGE.overdueAmount);
    return;
  }
  if (day < span.from || day >= span.to) return;
  out.add(row, 1, outcome === WON ? COVERAGE.won : COVERAGE.due);
  if (unpriced) {
    out.add(row, 1, COVERAGE.unpriced);
    return;
  }
  out.add(row, amount, outcome === WON ? COVERAGE.wonAmount : COVERAGE.dueAmount);
  const isCommitted = CATEGORIES[now.category[row] ?? -1] === 'commit';
  if (outcome !== WON && isCommitted) out.add(row, amount, COVERAGE.commitAmount);
}
