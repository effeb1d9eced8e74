import { dayOf, isCalendarDate } from '../schema/calendar-date.js';
import type { CalendarDate, Period } from '../schema/document.js';
import type { Tables } from '../tables/tables.js';
import type { Contributions } from './contributions.js';
import { FUNNEL } from './funnel-cells.js';
import type { FunnelComparisonResult, FunnelStepComparison } from './funnel-comparison-result.js';
import { finishFunnel } from './funnel-finish.js';
import { funnel } from './funnel.js';
import type { FunnelQuestion } from './funnel-question.js';
import type { FunnelStep } from './funnel-result.js';
import { joined } from './joined.js';
import type { AdditiveMetric, FinishInput } from './metric.js';
import { maybePeriod, shown } from './parameters.js';
import type { Cell } from './result.js';
import { newcombe } from './wilson.js';
import { WITHOUT_HISTORY, type WithoutHistory } from './without-history.js';

interface ComparisonQuestion {
  readonly funnel: FunnelQuestion;
  readonly priorAsOf: CalendarDate | null;
  readonly priorPeriod: Period | null;
}

/** Kinds from which the sums of the prior funnel are kept. */
const PRIOR = Math.max(...Object.values(FUNNEL)) + 1;

/**
 * The steps of a funnel beside those of an earlier day, or of another cohort (METRICS.md A). Two cohorts that share no
 * period are independent, and their difference has an interval. The same opportunities seen on two days are not.
 */
export const funnelComparison: AdditiveMetric<ComparisonQuestion, FunnelComparisonResult | WithoutHistory> = {
  name: 'funnelComparison',
  read({ priorAsOf, priorPeriod, ...asked }, tables) {
    const question = {
      funnel: funnel.read(asked, tables),
      priorAsOf: readDay(priorAsOf, tables),
      priorPeriod: maybePeriod(priorPeriod, 'funnelComparison.priorPeriod'),
    };
    if (question.priorAsOf === null && question.priorPeriod === null) {
      throw new RangeError('funnelComparison needs priorAsOf or priorPeriod');
    }
    return question;
  },
  contribute,
  finish,
};

function readDay(value: unknown, { asOf }: Tables): CalendarDate | null {
  if (value === undefined || value === null) return null;
  if (isCalendarDate(value) && dayOf(value) <= asOf) return value;
  throw new RangeError(
    `invalid funnelComparison.priorAsOf: expected a calendar date YYYY-MM-DD up to the as-of, got ${shown(value)}`,
  );
}

function contribute(tables: Tables, question: ComparisonQuestion): Contributions {
  const prior = priorFunnel(tables, question);
  return joined(
    funnel.contribute(tables, question.funnel),
    funnel.contribute(prior.tables, prior.params),
    PRIOR,
  );
}

function priorFunnel(
  tables: Tables,
  { funnel: asked, priorAsOf, priorPeriod }: ComparisonQuestion,
): { readonly tables: Tables; readonly params: FunnelQuestion } {
  return {
    tables: priorAsOf === null ? tables : tables.at(dayOf(priorAsOf)),
    params:
      priorPeriod === null ? asked : { ...asked, cohort: { axis: asked.cohort.axis, period: priorPeriod } },
  };
}

function finish(input: FinishInput<ComparisonQuestion>): FunnelComparisonResult | WithoutHistory {
  const { params, selected, everything, tables } = input;
  if (tables.settings.history !== 'full') return WITHOUT_HISTORY;
  const prior = priorFunnel(tables, params);
  const bare = { ...input, idsOf: undefined };
  const now = finishFunnel({ ...bare, params: params.funnel });
  const before = finishFunnel({
    ...bare,
    params: prior.params,
    tables: prior.tables,
    selected: selected.from(PRIOR),
    everything: everything.from(PRIOR),
  });
  const independent = areDisjoint(params.funnel.cohort.period, params.priorPeriod);
  return {
    steps: now.steps.map((step, i) => compared(step, before.steps[i] ?? UNSAID, independent)),
  };
}

const UNSAID: Pick<Cell, 'rate' | 'lo' | 'hi'> = { rate: null, lo: null, hi: null };

/** Whether two periods share no day; all of time (null) shares some with every other. */
function areDisjoint(a: Period | null, b: Period | null): boolean {
  return a !== null && b !== null && (a.to <= b.from || b.to <= a.from);
}

function compared(
  now: FunnelStep,
  before: Pick<Cell, 'rate' | 'lo' | 'hi'>,
  independent: boolean,
): FunnelStepComparison {
  const { from, to, rate } = now;
  const priorRate = before.rate;
  if (rate === null || priorRate === null)
    return { from, to, rate, priorRate, diff: null, lo: null, hi: null };
  const hasLimits = now.lo !== null && now.hi !== null && before.lo !== null && before.hi !== null;
  const limits =
    independent && hasLimits
      ? newcombe({ rate, lo: now.lo, hi: now.hi }, { rate: priorRate, lo: before.lo, hi: before.hi })
      : { lo: null, hi: null };
  return { from, to, rate, priorRate, diff: rate - priorRate, ...limits };
}
