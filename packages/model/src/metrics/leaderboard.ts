import { dateOf, dayOf, isCalendarDate, NO_DAY } from '../schema/calendar-date.js';
import { gregorianPeriod, type DaySpan } from '../schema/fiscal-calendar.js';
import { OPEN, WON } from '../tables/stage-runs.js';
import type { Tables } from '../tables/tables.js';
import { Contributions } from './contributions.js';
import { creditSplit, CREDIT_ROLES } from './credit-split.js';
import { BOARD, CREDIT_CELLS, place, PRIOR } from './leaderboard-cells.js';
import { finishLeaderboard, leaderboardMark } from './leaderboard-finish.js';
import type { LeaderboardQuestion } from './leaderboard-question.js';
import type { LeaderboardResult } from './leaderboard-result.js';
import type { AdditiveMetric } from './metric.js';
import {
  flag,
  maybePeriod,
  oneOf,
  parameters,
  quarterPeriod,
  shown,
  spanOf,
  whole,
  type Reader,
} from './parameters.js';
import { weighted } from './weighted.js';

const prior: Reader<LeaderboardQuestion['prior']> = (value, name, { asOf, settings }) => {
  if (value === undefined || value === null) return null;
  const asked = value as { asOf?: unknown; period?: unknown };
  const period = spanOf(maybePeriod(asked.period, `${name}.period`));
  if (asked.asOf === undefined ? period === null : !isCalendarDate(asked.asOf)) {
    throw new RangeError(`invalid ${name}: expected { asOf, period }, got ${shown(value)}`);
  }
  const day = isCalendarDate(asked.asOf) ? dayOf(asked.asOf) : Math.min(asOf, (period?.to ?? 0) - 1);
  if (day > asOf) {
    throw new RangeError(`invalid ${name}.asOf: ${dateOf(day)} is later than the as-of ${dateOf(asOf)}`);
  }
  return { day, span: period ?? gregorianPeriod(day, 'quarter', settings.startMonth) };
};

const peerBy: Reader<LeaderboardQuestion['peerBy']> = (value, name, tables) =>
  value === undefined || value === null ? null : oneOf(['tier', 'region'], 'tier')(value, name, tables);

/**
 * Partners side by side and in order (METRICS.md C). An opportunity counts for its present partner while
 * open and for the partner at the closing when closed; a win rate from few cases is drawn towards the
 * peers', so that 1 of 1 never stands above 30 of 60.
 */
export const leaderboard: AdditiveMetric<LeaderboardQuestion, LeaderboardResult> = {
  name: 'leaderboard',
  clauses: { rows: ['partner', 'tier'] },
  read: parameters('leaderboard', {
    period: quarterPeriod,
    by: oneOf(
      ['wonAmount', 'openAmount', 'weightedOpen', 'winRate', 'cycleMedian', 'registrations'],
      'wonAmount',
    ),
    minN: whole(5),
    prior,
    peerBy,
    rollup: flag(false),
  }),
  contribute: (tables, params) => {
    const out = new Contributions();
    const before = params.prior && { tables: tables.at(params.prior.day), span: params.prior.span };
    const now = { tables, span: spanOf(params.period) };
    for (let row = 0; row < tables.events.size; row++) {
      addOpportunity(out, row, now, 0);
      if (before) addOpportunity(out, row, before, PRIOR);
    }
    return out;
  },
  finish: finishLeaderboard,
  mark: leaderboardMark,
};

interface Standpoint {
  readonly tables: Tables;
  readonly span: DaySpan;
}

function addOpportunity(out: Contributions, row: number, { tables, span }: Standpoint, side: number): void {
  const { now } = tables;
  if (!now.live[row]) return;
  const partner = place(now.partner[row] ?? -1);
  const amount = now.amount[row] ?? Number.NaN;
  const unpriced = Number.isNaN(amount);
  out.add(row, 1, side + BOARD.met, partner);
  if (now.outcome[row] === OPEN) {
    out.add(row, 1, side + BOARD.openCount, partner);
    if (unpriced) {
      out.add(row, 1, side + BOARD.unpriced, partner);
      return;
    }
    const expected = weighted(tables, row);
    out.add(row, amount, side + BOARD.openAmount, partner);
    out.add(row, expected ?? 0, side + BOARD.weightedOpen, partner);
    if (expected === null) out.add(row, 1, side + BOARD.noProbability, partner);
    return;
  }
  const closed = now.closedDay[row] ?? NO_DAY;
  if (closed === NO_DAY || closed < span.from || closed >= span.to) return;
  if (unpriced) out.add(row, 1, side + BOARD.unpriced, partner);
  if (now.outcome[row] !== WON) {
    out.add(row, 1, side + BOARD.lostCount, partner);
    return;
  }
  out.add(row, 1, side + BOARD.wonCount, partner);
  if (!unpriced) out.add(row, amount, side + BOARD.wonAmount, partner);
  const created = tables.events.createdDay[row] ?? NO_DAY;
  // Created after it was won: a clock was wrong, and the duration says nothing.
  if (created !== NO_DAY && closed >= created) out.add(row, 1, side + BOARD.cycle, partner, closed - created);
  addCredits(out, row, tables, side);
}

function addCredits(out: Contributions, row: number, { log, now, events, asOf }: Tables, side: number): void {
  const known = log.credits[row]?.filter(({ day }) => day <= asOf) ?? [];
  if (known.length === 0) return;
  const amount = now.amount[row] ?? Number.NaN;
  const { roles, demoted } = creditSplit(
    known,
    amount,
    events.createdDay[row] ?? NO_DAY,
    (partner) => events.partners.at(partner) ?? '',
  );
  for (const partner of new Set(known.map((credit) => credit.partner)))
    out.add(row, 1, side + BOARD.met, place(partner));
  const touching = new Set<number>();
  for (const { role, amounts, overflow } of roles) {
    for (const [partner, part] of amounts) {
      touching.add(partner);
      out.add(row, part, side + CREDIT_CELLS[role], place(partner));
      if (overflow) out.add(row, 1, side + BOARD.overflow, place(partner), CREDIT_ROLES.indexOf(role));
    }
  }
  for (const partner of demoted) out.add(row, 1, side + BOARD.demoted, place(partner));
  if (Number.isNaN(amount) || touching.size === 0) return;
  const partners = [...touching].sort((a, b) => a - b);
  for (const partner of partners) out.add(row, amount, side + BOARD.touched, place(partner));
  out.add(row, amount, side + BOARD.touchedBy, out.cells.code(partners.join(' ')));
}
