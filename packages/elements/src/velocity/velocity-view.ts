import { velocityChart, type VelocityMark } from '@pipeline-kit/charts';
import type {
  Clause,
  Mark,
  SalesVelocityResult,
  StageVelocity,
  StageVelocityResult,
  WithoutHistory,
} from '@pipeline-kit/model';
import type { Factors } from '../base/factors.js';
import { stageNames } from '../base/stage-names.js';
import type { Line, MarkWords, ViewContext, WidgetView } from '../base/view.js';
import { velocityFinding, type VelocityFinding } from './velocity-finding.js';
import { velocityTable } from './velocity-table.js';

/** The answers stage velocity is made of. */
export interface VelocityAnswers {
  readonly velocity: StageVelocityResult | WithoutHistory;
  /** The same of the period before. */
  readonly prior?: StageVelocityResult | WithoutHistory;
  readonly sales?: SalesVelocityResult;
}

/** How stage velocity is read. */
export interface VelocityReading {
  readonly pipeline: string | undefined;
  readonly naive: boolean;
  readonly params: object;
}

/** Everything `pipeline-velocity` says of its answers. */
export function velocityView(
  { velocity, prior, sales }: VelocityAnswers,
  reading: VelocityReading,
  context: ViewContext,
): WidgetView {
  const { texts, pipeline } = context;
  const { velocity: say } = texts;
  const base = { metric: 'stageVelocity', params: { ...reading.params }, clause: stageClause };
  if ('suppressed' in velocity) {
    return {
      ...base,
      isEmpty: false,
      finding: say.needsHistory,
      evidence: '',
      notes: [],
      methods: [[texts.card.definition, `${say.definitionName}. ${say.definitionText}`]],
      table: null,
      draw: null,
      describe: ({ label }) => ({ title: label, lines: [], count: 0 }),
    };
  }
  const { stages } = velocity;
  const names = stageNames(pipeline, reading.pipeline ?? pipeline.document.stages[0]?.pipeline);
  const before = prior && !('suppressed' in prior) ? prior.stages : null;
  const finding = velocityFinding(stages, before);
  return {
    ...base,
    isEmpty: stages.every(({ n }) => n === 0),
    finding: findingWords(finding, names, context),
    evidence: evidenceWords(finding, context),
    factors: sales ? factorsOf(sales, context) : null,
    notes: notesOf(stages, before !== null, context),
    methods: methodsOf(stages, reading, names, context),
    table: velocityTable(stages, names, texts),
    describe: ({ mark }) => markWords(mark as unknown as VelocityMark, stages, names, context),
    draw: (options) =>
      velocityChart(velocity, {
        ...options,
        texts: say.chart,
        names,
        naive: reading.naive,
        ...(before ? { prior: { stages: before } } : {}),
      }),
  };
}

/** The others filter by where an opportunity stands, and only those of the running visits stand here. */
function stageClause({ stage, exit }: Mark): Clause | null {
  return typeof stage === 'string' && exit === 'open' ? { field: 'stage', in: [stage] } : null;
}

function findingWords(
  finding: VelocityFinding,
  names: Readonly<Record<string, string>>,
  context: ViewContext,
): string {
  const { velocity: say, format } = context.texts;
  if (finding.kind === 'tooFew') return say.tooFew;
  const stage = names[finding.row.stage] ?? finding.row.stage;
  if (finding.kind === 'notReached') return say.notReached(stage);
  const within = duration(finding.median, finding.row, context);
  if ('change' in finding) return say[finding.kind](stage, within, format.count(Math.round(finding.change)));
  return say[finding.kind](stage, within);
}

function evidenceWords(finding: VelocityFinding, context: ViewContext): string {
  const { velocity: say, format } = context.texts;
  if (finding.kind === 'tooFew') return say.evidence;
  const { median, tau } = finding.row;
  if (finding.kind === 'notReached')
    return `${say.evidence} ${say.seenFor(duration(tau ?? 0, finding.row, context))}`;
  if (median.lo === null) return say.evidence;
  const from = format.count(Math.round(median.lo));
  const interval =
    median.hi === null
      ? say.intervalFrom(from)
      : say.interval(from, duration(median.hi, finding.row, context));
  return `${say.evidence} ${interval}`;
}

function duration(value: number, { unit }: StageVelocity, { texts }: ViewContext): string {
  return texts.velocity[unit === 'hours' ? 'hours' : 'days'](Math.round(value));
}

function notesOf(
  stages: readonly StageVelocity[],
  hasPrior: boolean,
  { texts }: ViewContext,
): readonly string[] {
  const { velocity: say } = texts;
  const passed = stages.reduce((sum, { passThrough }) => sum + passThrough, 0);
  const undated = stages.reduce((sum, { excluded }) => sum + (excluded?.undated ?? 0), 0);
  return [
    say.key,
    ...(hasPrior ? [say.keyPrior] : []),
    ...(passed > 0 ? [say.passThrough(passed)] : []),
    ...(undated > 0 ? [say.undated(undated)] : []),
  ];
}

function methodsOf(
  stages: readonly StageVelocity[],
  { naive }: VelocityReading,
  names: Readonly<Record<string, string>>,
  { texts }: ViewContext,
): readonly Line[] {
  const { velocity: say, card, format } = texts;
  const open = stages.reduce((sum, { nOpen }) => sum + nOpen, 0);
  const all = stages.reduce((sum, { n }) => sum + n, 0);
  const undated = stages.reduce((sum, { excluded }) => sum + (excluded?.undated ?? 0), 0);
  const lines: Line[] = [
    [card.definition, `${say.definitionName}. ${say.definitionText}`],
    [card.interval, say.intervalText],
    [card.counted, say.visits(all - open, open)],
    [card.leftOut, undated > 0 ? say.undated(undated) : card.nothingLeftOut],
    ['', say.factors.text],
  ];
  if (naive) {
    const means = stages.flatMap((row) =>
      row.naive
        ? [`${names[row.stage] ?? row.stage} ${format.number(Math.round(row.naive.completedMean))}`]
        : [],
    );
    lines.push([say.naiveTerm, say.naiveText(means.join(', '))]);
  }
  return lines;
}

/** Opportunities × win rate × mean won amount ÷ days to win = amount a day; null where a factor cannot be said. */
function factorsOf({ classic }: SalesVelocityResult, { texts }: ViewContext): Factors | null {
  const { velocity, format } = texts;
  const { factors: say } = velocity;
  const { N, W, A, L, amountPerDay } = classic;
  if (W === null || A === null || L === null || amountPerDay === null) return null;
  const days = velocity.days(Math.round(L));
  const words = [
    format.money(amountPerDay),
    format.count(N),
    format.percent(W),
    format.money(A),
    days,
  ] as const;
  return {
    spoken: say.spoken(...words),
    list: [
      { sign: '', value: words[0], label: say.perDay },
      { sign: '=', value: words[1], label: say.open },
      { sign: '×', value: words[2], label: say.winRate },
      { sign: '×', value: words[3], label: say.meanWon },
      { sign: '÷', value: words[4], label: say.toWin },
    ],
  };
}

function markWords(
  { stage, exit }: VelocityMark,
  stages: readonly StageVelocity[],
  names: Readonly<Record<string, string>>,
  { texts }: ViewContext,
): MarkWords {
  const { velocity: say, format } = texts;
  const row = stages.find((one) => one.stage === stage);
  const count = row ? (exit === 'open' ? row.nOpen : row.exits[exit]) : 0;
  const lines: Line[] = [[say.visitsTerm, format.count(count)]];
  const share = exit === 'open' ? undefined : row?.cif?.[exit];
  if (share !== undefined) lines.push([say.ofEnded, format.percent(share)]);
  return { title: say.markExit[exit](names[stage] ?? stage), lines, count };
}
