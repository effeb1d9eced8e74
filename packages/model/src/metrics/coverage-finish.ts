import type { Selection } from '../schema/clause.js';
import type { Tables } from '../tables/tables.js';
import type { Statistics } from './contributions.js';
import { COVERAGE } from './coverage-cells.js';
import type { CoverageParameters, CoverageResult, RequiredCoverage } from './coverage-result.js';
import type { FinishInput } from './metric.js';
import { NO_QUOTA, quotaOf, type FoundQuota } from './quota-of.js';
import { amountCell } from './wilson.js';

export type CoverageQuestion = Required<CoverageParameters>;

/** Sums → coverage and attainment. What is required is learnt from everyone, whatever is selected. */
export function finishCoverage(input: FinishInput<CoverageQuestion>): CoverageResult {
  const { params, selected, everything, tables } = input;
  const found = quotaFor(tables, params, input.selection);
  const quota = found.amount;
  const won = selected.of(COVERAGE.wonAmount);
  const open = selected.of(COVERAGE.dueAmount);
  const commit = selected.of(COVERAGE.commitAmount);
  const remaining = quota === null ? null : quota - won;
  const isMet = remaining !== null && remaining <= 0;
  return {
    partner: params.partner,
    period: params.period,
    quota,
    wonAmount: won,
    openAmount: open,
    openCount: selected.of(COVERAGE.due),
    overdueAmount: selected.of(COVERAGE.overdueAmount),
    commitAmount: commit,
    remaining,
    attainment: quota ? won / quota : null,
    commitAttainment: quota ? (won + commit) / quota : null,
    coverage: remaining === null || isMet ? null : open / remaining,
    unpriced: selected.of(COVERAGE.unpriced),
    status: isMet ? 'met' : found.status,
    requiredCoverage:
      tables.settings.history === 'full' ? required(everything, params.floor) : WITHOUT_HISTORY,
  };
}

/** The quota that the counted opportunities stand against: of all, or of the one partner that is chosen. */
function quotaFor(tables: Tables, { partner, period }: CoverageQuestion, selection: Selection): FoundQuota {
  const asked = partner === '*' ? null : partner;
  if (selection.length === 0) return quotaOf(tables, asked, period);
  const chosen = onlyPartner(selection);
  return chosen === null || (asked !== null && asked !== chosen) ? NO_QUOTA : quotaOf(tables, chosen, period);
}

/** The one partner of a selection that chooses nothing else; null for any other. */
function onlyPartner([clause, ...others]: Selection): string | null {
  if (!clause || others.length > 0 || clause.field !== 'partner' || !('in' in clause)) return null;
  const [value, ...more] = new Set(clause.in);
  return typeof value === 'string' && more.length === 0 ? value : null;
}

const WITHOUT_HISTORY: RequiredCoverage = {
  n: null,
  pool: null,
  converted: null,
  conversion: null,
  required: null,
  lo: null,
  hi: null,
  suppressed: 'history',
};

/** 1 ÷ conversion, with the limits of conversion turned over. */
function required(everything: Statistics, floor: number): RequiredCoverage {
  const n = everything.of(COVERAGE.poolCount);
  const pool = everything.of(COVERAGE.pool);
  const converted = everything.of(COVERAGE.converted);
  const squares = everything.squares(COVERAGE.poolSquare);
  const { rate, lo, hi, suppressed } = amountCell(
    { num: converted, den: pool, squares, priced: n, unpriced: 0 },
    floor,
  );
  return {
    n,
    pool,
    converted,
    conversion: rate,
    required: inverse(rate),
    lo: inverse(hi),
    hi: inverse(lo),
    suppressed,
  };
}

function inverse(share: number | null): number | null {
  return share ? 1 / share : null;
}
