import { incidenceAt, type CompetingRisks } from './competing-risks.js';

/** A share gone within so many days. */
export interface IncidenceWithin {
  readonly days: number;
  /** Null below the floor, and later than anything was observed. */
  readonly F: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
}

/** The share gone for a cause within each of some numbers of days. */
export function incidenceWithin(
  risks: CompetingRisks,
  cause: number,
  days: readonly number[],
): IncidenceWithin[] {
  return days.map((limit) => {
    const { F, lo, hi } = incidenceAt(risks, cause, limit);
    return { days: limit, F, lo, hi };
  });
}

/** The same below the floor. */
export function unsaidWithin(days: readonly number[]): IncidenceWithin[] {
  return days.map((limit) => ({ days: limit, F: null, lo: null, hi: null }));
}
