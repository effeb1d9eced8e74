import type { Line, ViewContext } from '../base/view.js';
import type { ForecastEntry } from './forecast-entries.js';
import { forecastFinding, type ForecastFinding } from './forecast-finding.js';

/** What is said of the columns that a picture had no room for. */
export interface Hidden {
  readonly overdue: boolean;
  readonly noCloseDate: boolean;
}

/** The finding, of the period in the middle. */
export function findingWords(
  { name, phase, forecast, coverage }: ForecastEntry,
  context: ViewContext,
): string {
  const { forecast: say, format } = context.texts;
  const { required } = coverage.requiredCoverage;
  const won = format.money(coverage.wonAmount);
  const times = format.decimal(coverage.coverage ?? 0);
  const needed = required === null ? null : format.decimal(required);
  const words: Readonly<Record<ForecastFinding, () => string>> = {
    ended: () => say.ended(name.short, format.percent(coverage.attainment ?? 0)),
    endedNoQuota: () => say.endedNoQuota(name.short, won),
    met: () => say.met(name.short, won, format.money(coverage.quota ?? 0, 2)),
    noQuota: () => say.noQuota(name.short, won, format.money(forecast.open.amount)),
    nothingDue: () => say.nothingDue(name.short, format.money(coverage.remaining ?? 0)),
    covers: () => (phase === 'future' ? say.coversAhead : say.covers)(name.short, times, needed),
  };
  return words[forecastFinding(coverage, phase)]();
}

/** What the finding rests on. */
export function evidenceWords(entry: ForecastEntry, unit: 'month' | 'quarter', context: ViewContext): string {
  const { forecast: say, format } = context.texts;
  const { coverage, phase, name } = entry;
  const quota = format.money(coverage.quota ?? 0, 2);
  const due = format.money(coverage.openAmount);
  if (coverage.status === 'no-rate') return say.noRate;
  if (coverage.status === 'no-quota') {
    return context.selection.length > 0 ? say.noQuotaSelected : say.noQuotaKnown(name.short);
  }
  const wonOf = say.wonOf(format.money(coverage.wonAmount), quota);
  if (phase === 'past') return wonOf;
  if (coverage.status === 'met') return say.moreDue(due);
  const against = say.against(due, format.money(coverage.remaining ?? 0));
  return `${against} ${neededWords(entry, unit, context)}`;
}

function neededWords(
  { coverage: { requiredCoverage: needed } }: ForecastEntry,
  unit: 'month' | 'quarter',
  { texts: { forecast: say, format } }: ViewContext,
): string {
  const { conversion, lo, hi, n, suppressed } = needed;
  if (suppressed === 'history') return say.neededHistory;
  if (conversion === null) return say.neededFloor(n ?? 0, NEEDED_FLOOR);
  if (conversion === 0) return say.pastNothing(unit);
  const range = format.percentRange(hi === null ? 0 : 1 / hi, lo === null ? 1 : 1 / lo);
  return say.pastShare(unit, format.percent(conversion), range);
}

/** How many must have been due before for a required coverage (METRICS.md E). */
const NEEDED_FLOOR = 20;

/** Short notes for the foot. */
export function noteWords(
  entries: readonly ForecastEntry[],
  hidden: Hidden,
  context: ViewContext,
): readonly string[] {
  const middle = middleOf(entries);
  if (!middle) return [];
  const { open, won } = middle.forecast;
  return [
    ...apartWords(middle, hidden, context),
    ...(middle.phase === 'past'
      ? []
      : [context.texts.forecast.due(open.count, middle.coverage.unpriced - won.unpriced)]),
    ...outsideWords(entries, middle, context),
  ];
}

/** What is in no period. */
function apartWords(
  { forecast: { overdue, noCloseDate } }: ForecastEntry,
  { overdue: isOverdue, noCloseDate: isUndated }: Hidden,
  { texts: { forecast: say, format } }: ViewContext,
): readonly string[] {
  return [
    ...(isOverdue && overdue.count > 0 ? [say.overdueNote(overdue.count, format.money(overdue.amount))] : []),
    ...(isUndated && noCloseDate.count > 0
      ? [say.undatedNote(noCloseDate.count, format.money(noCloseDate.amount))]
      : []),
  ];
}

/** What is due in none of the periods, or left out of them by the seller. */
function outsideWords(
  entries: readonly ForecastEntry[],
  middle: ForecastEntry,
  { texts: { forecast: say, format } }: ViewContext,
): readonly string[] {
  const others = entries.filter((entry) => entry !== middle);
  const elsewhere = middle.forecast.otherPeriod - sum(others, ({ forecast }) => forecast.open.count);
  const omitted = sum(entries, ({ forecast }) => forecast.single.omitted);
  return [
    ...(elsewhere > 0 ? [say.elsewhere(elsewhere)] : []),
    ...(omitted > 0 ? [say.omitted(format.money(omitted))] : []),
  ];
}

/** The widget's own lines of the methods panel. */
export function methodWords(
  entries: readonly ForecastEntry[],
  unit: 'month' | 'quarter',
  context: ViewContext,
): readonly Line[] {
  const { forecast: say, card, format } = context.texts;
  const middle = middleOf(entries);
  if (!middle) return [];
  const { forecast, coverage } = middle;
  const { required, lo, hi } = coverage.requiredCoverage;
  const unpriced = forecast.unpriced + forecast.won.unpriced;
  const leftOut = [
    ...(unpriced > 0 ? [say.unpriced(unpriced)] : []),
    ...(forecast.noProbability > 0 ? [say.noProbability(forecast.noProbability)] : []),
    ...apartWords(middle, { overdue: true, noCloseDate: true }, context),
    ...outsideWords(entries, middle, context),
  ];
  return [
    [card.definition, say.definition],
    [say.coverageTerm, say.coverageText(unit)],
    ...(required === null || lo === null
      ? []
      : [
          [
            say.neededTerm,
            say.neededText(
              format.decimal(required),
              `${format.decimal(lo)}–${hi === null ? '∞' : format.decimal(hi)}`,
            ),
          ] as const,
        ]),
    [card.counted, say.counted(forecast.open.count, forecast.won.count)],
    [card.leftOut, leftOut.length > 0 ? leftOut.join('; ') : card.nothingLeftOut],
  ];
}

/** The period that the finding speaks of. */
export function middleOf(entries: readonly ForecastEntry[]): ForecastEntry | undefined {
  return entries.find(({ isMiddle }) => isMiddle);
}

function sum(entries: readonly ForecastEntry[], amount: (entry: ForecastEntry) => number): number {
  return entries.reduce((total, entry) => total + amount(entry), 0);
}
