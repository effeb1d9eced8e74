import { civil, dayNumber, dayOf, type CalendarDate } from '@pipeline-kit/model/schema';

/** What a programme can be asked for. */
export interface ProgrammeOptions {
  /** Another seed is another programme of the same kind; default 1. */
  readonly seed?: number;
  /** Default 3,000. */
  readonly opportunities?: number;
  /** Default 60. */
  readonly partners?: number;
  /** The last day of the log; default 2026-05-20. */
  readonly asOf?: CalendarDate;
  /** Years of history, rounded to the start of a quarter; default 3. */
  readonly years?: number;
}

/** The options with their defaults, days as numbers. */
export interface Plan {
  readonly seed: number;
  readonly opportunities: number;
  readonly partners: number;
  readonly firstDay: number;
  readonly lastDay: number;
}

export function planOf(options: ProgrammeOptions = {}): Plan {
  const lastDay = dayOf(options.asOf ?? '2026-05-20');
  const { year, month } = civil(lastDay);
  const quarterStart = month - ((month - 1) % 3);
  return {
    seed: options.seed ?? 1,
    opportunities: options.opportunities ?? 3000,
    partners: options.partners ?? 60,
    firstDay: dayNumber(year - (options.years ?? 3), quarterStart, 1),
    lastDay,
  };
}
