import {
  forecastChart,
  type ForecastMark,
  type ForecastPeriod,
  type ForecastTexts,
} from '@pipeline-kit/charts';
import type { Period } from '@pipeline-kit/model/schema';
import type { MarkWords, ViewContext, WidgetView } from '../base/view.js';
import type { Texts } from '../messages/catalogue.js';
import type { ForecastAnswers } from './forecast-answers.js';
import { forecastEntries, type ForecastEntry } from './forecast-entries.js';
import { forecastClauses } from './forecast-marks.js';
import type { ForecastScope } from './forecast-periods.js';
import { forecastTable, hasCategories } from './forecast-table.js';
import {
  evidenceWords,
  findingWords,
  methodWords,
  middleOf,
  noteWords,
  type Hidden,
} from './forecast-words.js';

/** How a forecast is read. */
export interface ForecastReading extends ForecastScope {
  readonly mode: 'single' | 'cumulative';
  /** What the last picture had no room for. */
  readonly hidden: Hidden;
}

/** Everything `pipeline-forecast` says of its answers. */
export function forecastView(
  answers: ForecastAnswers,
  reading: ForecastReading,
  context: ViewContext,
): WidgetView {
  const { texts, pipeline } = context;
  const { unit, mode, hidden } = reading;
  const entries = forecastEntries(answers, reading, pipeline, texts);
  const middle = middleOf(entries);
  const chart = chartTexts(texts, hasCategories(Object.values(answers)));
  return {
    isEmpty: entries.every(isEmpty),
    finding: middle ? findingWords(middle, context) : '',
    evidence: middle ? evidenceWords(middle, unit, context) : '',
    notes: noteWords(entries, hidden, context),
    methods: methodWords(entries, unit, context),
    table: forecastTable(entries, mode, texts),
    metric: 'weightedForecast',
    params: middle ? { period: middle.period } : {},
    clause: (mark, params) =>
      forecastClauses(mark as unknown as ForecastMark, (params as { period: Period }).period, pipeline.asOf),
    describe: ({ mark, params }) => {
      const from = (params?.['period'] as Period | undefined)?.from;
      const entry = entries.find(({ period }) => period.from === from) ?? middle;
      return entry ? markWords(mark as unknown as ForecastMark, entry, chart, texts) : NO_WORDS;
    },
    draw: (options) =>
      forecastChart(
        entries.map((entry) => columnOf(entry, context)),
        { ...options, texts: chart, currency: pipeline.currency, mode },
      ),
  };
}

const NO_WORDS: MarkWords = { title: '', lines: [], count: 0 };

function isEmpty({ forecast: { won, open, overdue, noCloseDate, otherPeriod } }: ForecastEntry): boolean {
  return won.count + open.count + overdue.count + noCloseDate.count + otherPeriod === 0;
}

/** The period in the middle is drawn wide, whatever the day; the others as it has them. */
function columnOf(
  { name, phase, isMiddle, forecast, coverage }: ForecastEntry,
  { texts: { forecast: say, format }, pipeline }: ViewContext,
): ForecastPeriod {
  const isRunning = isMiddle && phase === 'present';
  return {
    label: isRunning ? say.running(name.full, format.dayOfYear(pipeline.asOf)) : name.full,
    when: isMiddle ? 'present' : phase === 'present' ? 'future' : phase,
    forecast,
    coverage,
  };
}

function chartTexts({ forecast: say }: Texts, isTold: boolean): ForecastTexts {
  const nameOf = (part: keyof typeof say.category): string =>
    part === 'none' && !isTold ? say.open : say.category[part];
  return {
    ...say.chart,
    category: (category, mode) =>
      mode === 'cumulative' && isTold ? say.upTo(nameOf(category)) : nameOf(category),
    spoken: (column, part, amount) => {
      if (part === 'overdue' || part === 'noCloseDate') return say.spoken(say.chart[part], say.open, amount);
      return say.spoken(column, part === 'won' ? say.chart.won : nameOf(part), amount);
    },
  };
}

function markWords(
  mark: ForecastMark,
  { name, forecast, coverage }: ForecastEntry,
  chart: ForecastTexts,
  { forecast: say, format }: Texts,
): MarkWords {
  const { group } = mark;
  const [title, count, amount] =
    group === 'open'
      ? [
          `${name.full}: ${chart.category(mark.category, 'single')}`,
          forecast.singleCounts[mark.category],
          forecast.single[mark.category],
        ]
      : [
          group === 'won' ? `${name.full}: ${say.chart.won}` : say.chart[group],
          forecast[group].count,
          forecast[group].amount,
        ];
  const isOfPeriod = group === 'won' || group === 'open';
  return {
    title,
    count,
    lines: [
      [say.opportunities, format.count(count)],
      [say.amount, format.fullMoney(amount)],
      ...(isOfPeriod && coverage.quota
        ? [[say.ofQuota, format.percent(amount / coverage.quota)] as const]
        : []),
    ],
  };
}
