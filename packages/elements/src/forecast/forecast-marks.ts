import type { ForecastMark } from '@pipeline-kit/charts';
import type { CalendarDate, Clause, Selection } from '@pipeline-kit/model';
import type { Period } from '@pipeline-kit/model/schema';

/** The clauses that name the opportunities behind a mark: its outcome, its days, its category. */
export function forecastClauses(mark: ForecastMark, period: Period, asOf: CalendarDate): Selection {
  const clauses: Clause[] = [{ field: 'outcome', in: [mark.group === 'won' ? 'won' : 'open'] }];
  if (mark.group === 'won') clauses.push({ field: 'closedDate', from: period.from, to: period.to });
  if (mark.group === 'overdue') clauses.push({ field: 'closeDate', to: asOf });
  if (mark.group === 'noCloseDate') clauses.push({ field: 'closeDate', in: [null] });
  if (mark.group === 'open') {
    const from = period.from < asOf ? asOf : period.from;
    clauses.push({ field: 'closeDate', from, to: period.to }, { field: 'category', in: [mark.category] });
  }
  return clauses;
}
