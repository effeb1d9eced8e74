import { funnelChart, type FunnelMark } from '@pipeline-kit/charts';
import { dateOf, dayOf, type FunnelResult, type FunnelStep } from '@pipeline-kit/model';
import { stageNames } from '../base/stage-names.js';
import type { Line, ViewContext, WidgetView } from '../base/view.js';
import type { StepWords } from '../messages/funnel-messages.js';
import { cellOf, funnelFinding, type FunnelFinding, type StepChange } from './funnel-finding.js';
import { funnelClause, funnelMarkWords } from './funnel-marks.js';
import { funnelTable } from './funnel-table.js';

/** The answers a funnel is made of. */
export interface FunnelAnswers {
  readonly funnel: FunnelResult;
  /** The same funnel of the period before. */
  readonly prior?: FunnelResult;
  readonly comparison?: { readonly steps: readonly StepChange[] };
}

/** How the funnel is read. */
export interface FunnelReading {
  readonly by: 'count' | 'amount';
  /** What the funnel was asked with, for the opportunities behind its marks. */
  readonly params: object;
}

/** Everything `pipeline-funnel` says of its answers. */
export function funnelView(answers: FunnelAnswers, reading: FunnelReading, context: ViewContext): WidgetView {
  const { funnel: result, prior, comparison } = answers;
  const { by, params } = reading;
  const { texts, pipeline } = context;
  const names = stageNames(pipeline, result.pipeline);
  const finding = funnelFinding(result, by, comparison?.steps ?? null);
  const words = new FunnelWords(answers, by, names, context);
  const step = 'step' in finding ? finding.step : null;
  return {
    isEmpty: result.stages.every(({ count }) => count === 0),
    finding: words.finding(finding),
    evidence: words.evidence(finding),
    notes: words.notes(),
    methods: words.methods(),
    table: funnelTable(result, by, names, texts),
    metric: 'funnel',
    params,
    clause: funnelClause,
    describe: ({ mark }) => funnelMarkWords(mark as unknown as FunnelMark, result, names, texts),
    draw: (options) =>
      funnelChart(result, {
        ...options,
        texts: texts.funnel.chart,
        names,
        by,
        currency: pipeline.currency,
        ...(prior ? { prior } : {}),
        finding:
          step && cellOf(step, by).rate !== null && finding.kind !== 'only'
            ? { from: step.from, change: finding.kind === 'rose' ? 'up' : 'down' }
            : null,
      }),
  };
}

/** The sentences around the picture. */
class FunnelWords {
  readonly #answers: FunnelAnswers;
  readonly #by: 'count' | 'amount';
  readonly #names: Readonly<Record<string, string>>;
  readonly #context: ViewContext;

  constructor(
    answers: FunnelAnswers,
    by: 'count' | 'amount',
    names: Readonly<Record<string, string>>,
    context: ViewContext,
  ) {
    this.#answers = answers;
    this.#by = by;
    this.#names = names;
    this.#context = context;
  }

  finding(finding: FunnelFinding): string {
    const { funnel: say, format } = this.#context.texts;
    if ('count' in finding) {
      const { count, stage } = finding;
      const words = { undecided: say.nothingDecided, today: say.standToday, entered: say.entered };
      return words[finding.kind](count, this.#name(stage));
    }
    const step = this.#step(finding.step);
    if (finding.kind === 'fell' || finding.kind === 'rose') {
      return say[finding.kind](step, format.points(finding.change.diff ?? 0));
    }
    const words = {
      lowest: say.lowestStep,
      unchanged: say.noClearChange,
      only: say.onlyStep,
      floor: say.belowFloor,
    };
    return words[finding.kind](step);
  }

  evidence(finding: FunnelFinding): string {
    const { funnel: say, format } = this.#context.texts;
    const { funnel: result, prior } = this.#answers;
    if (!('step' in finding)) {
      const isHistory = result.steps.some(({ suppressed }) => suppressed === 'history');
      if (isHistory) return say.needsHistory;
      return finding.kind === 'undecided' ? '' : sentence(say.definitionText[result.definition]);
    }
    if (finding.kind === 'floor') return sentence(say.tooFew(result.floor));
    const { step } = finding;
    const before = prior?.steps.find(({ from, to }) => from === step.from && to === step.to);
    const counts =
      before && before.rate !== null
        ? say.movedOnPrior(this.#step(step), this.#step(before))
        : say.movedOn(this.#step(step));
    const { lo, hi } = cellOf(step, this.#by);
    if (finding.kind === 'fell' || finding.kind === 'rose') {
      const ends = [finding.change.lo ?? 0, finding.change.hi ?? 0].map(Math.abs).toSorted((a, b) => a - b);
      const [near = 0, far = 0] = ends;
      return `${sentence(counts)} ${sentence(say.moreThanChance(format.points(near), format.points(far)))}`;
    }
    const interval =
      lo === null || hi === null ? '' : `, ${say.intervalOf(format.percentRange(lo, hi, step.den))}`;
    return sentence(counts + interval);
  }

  notes(): readonly string[] {
    const { funnel: say, format } = this.#context.texts;
    const { funnel: result } = this.#answers;
    const { axis, period } = result.cohort;
    const moved = result.steps.reduce((sum, step) => sum + (step.moved ?? 0), 0);
    const undated = result.n.excluded.undated ?? 0;
    return [
      period
        ? say.period[axis](format.date(period.from), format.date(dateOf(dayOf(period.to) - 1)))
        : say.openToday(result.n.used),
      ...(moved > 0 ? [say.moved(moved)] : []),
      ...(undated > 0 ? [say.undated(undated)] : []),
    ];
  }

  methods(): readonly Line[] {
    const { texts } = this.#context;
    const { funnel: say, card } = texts;
    const { funnel: result } = this.#answers;
    const { deleted, undated = 0 } = result.n.excluded;
    const unpriced = Math.max(0, ...result.stages.map((stage) => stage.unpriced));
    const leftOut = [
      ...(deleted > 0 ? [say.deleted(deleted)] : []),
      ...(undated > 0 ? [say.undated(undated)] : []),
      ...(this.#by === 'amount' && unpriced > 0 ? [say.unpriced(unpriced)] : []),
    ];
    const hasInterval = result.steps.some(({ lo }) => lo !== null);
    const lines: Line[] = [
      [card.definition, `${say.definitionName[result.definition]}. ${say.definitionText[result.definition]}`],
      [card.interval, hasInterval ? say.intervalText : say.noInterval],
      [card.counted, say.usedCount(result.n.used)],
      [card.leftOut, leftOut.length > 0 ? leftOut.join('; ') : card.nothingLeftOut],
    ];
    if (result.reopened > 0) lines.push(['', say.reopened(result.reopened)]);
    return lines;
  }

  #step(step: FunnelStep): StepWords {
    const { format } = this.#context.texts;
    const { num, den, rate } = cellOf(step, this.#by);
    const write = (value: number): string =>
      this.#by === 'amount' ? format.money(value) : format.count(value);
    return {
      from: this.#name(step.from),
      to: this.#name(step.to),
      rate: rate === null ? '–' : format.percent(rate, step.den),
      num: write(num),
      den: write(den),
    };
  }

  #name(stage: string): string {
    return this.#names[stage] ?? stage;
  }
}

function sentence(text: string): string {
  return text === '' || text.endsWith('.') ? text : `${text}.`;
}
