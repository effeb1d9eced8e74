import type { FunnelResult, FunnelStep } from '@pipeline-kit/model';
import type { Formats } from './formats.js';
import type { FunnelTexts } from './funnel-texts.js';
import { stageInk } from './stage-ramp.js';
import type { Ink } from './tokens.js';

/** A mark of the funnel (METRICS.md § 3): a column, or a group of the step that leaves it. */
export type FunnelMark =
  | { readonly stage: string }
  | { readonly from: string; readonly group: 'success' | 'pending' | 'moved' | 'fail' | 'from' | 'to' };

/** What the rows read beside the result. */
export interface FunnelView {
  readonly by: 'count' | 'amount';
  readonly formats: Formats;
  readonly texts: FunnelTexts;
  readonly names: Readonly<Record<string, string>>;
  readonly prior: FunnelResult | undefined;
}

/** One stretch of a bar. */
export interface FunnelPart {
  readonly group: 'success' | 'pending' | 'moved' | 'fail' | 'to';
  readonly value: number;
  readonly label: string;
}

/** What is said of the step that leaves a stage. */
export interface FunnelRate {
  readonly rate: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
  /** The rate of the period before; null where it is not said. */
  readonly prior: number | null;
  /** "74%", "2 of 3" or "–". */
  readonly main: string;
  /** "804 of 1,092", "too few" or "none decided". */
  readonly note: string;
  /** Spoken where the rate itself is a mark: a numerator that is no part of the bar. */
  readonly label: string | null;
}

/** One stage as it is drawn; values are counts or minor units. */
export interface FunnelRow {
  readonly stage: string;
  readonly name: string;
  readonly won: boolean;
  readonly ink: Ink;
  readonly value: number;
  readonly text: string;
  readonly label: string;
  /** Spoken where the whole bar is the `from` of a step. */
  readonly fromLabel: string | null;
  /** Stretches from the start of the bar; empty for a plain bar. */
  readonly parts: readonly FunnelPart[];
  readonly openText: string | null;
  readonly lostText: string | null;
  readonly rate: FunnelRate | null;
  readonly prior: { readonly value: number; readonly text: string } | null;
}

/** The rows of a funnel in stage order; nothing here knows a pixel. */
export function funnelRows(result: FunnelResult, view: FunnelView): readonly FunnelRow[] {
  const { stages, steps, definition } = result;
  const last = stages.length - 1;
  const ends = definition !== 'snapshot';
  const open = ends ? last : stages.length;
  return stages.map((column, index): FunnelRow => {
    const won = ends && index === last;
    const { stage } = column;
    const name = view.names[stage] ?? stage;
    const value = view.by === 'amount' ? column.amount : column.count;
    const text = written(value, view);
    const step = ends ? steps.find(({ from }) => from === stage) : undefined;
    const parts = step ? partsOf(step, value, name, result, view) : [];
    const lost = parts.find(({ group }) => group === 'fail')?.value ?? 0;
    return {
      stage,
      name,
      won,
      ink: won ? 'won' : stageInk(index, open),
      value,
      text,
      label: view.texts.spoken.stage(name, text, value),
      fromLabel: step && definition !== 'entered-cohort' ? view.texts.spoken.from(name, text, value) : null,
      parts,
      openText: step ? openText(step, value, view) : null,
      lostText: lost > 0 ? view.texts.lost(written(lost, view), lost) : null,
      rate: step && step.suppressed !== 'history' ? rateOf(step, name, parts, result, view) : null,
      prior: priorOf(stage, view),
    };
  });
}

function written(value: number, { by, formats }: FunnelView): string {
  return by === 'amount' ? formats.money(value) : formats.count(value);
}

function partsOf(
  step: FunnelStep,
  value: number,
  name: string,
  { definition }: FunnelResult,
  view: FunnelView,
): readonly FunnelPart[] {
  const { spoken } = view.texts;
  const next = view.names[step.to] ?? step.to;
  const { num, den } = view.by === 'amount' ? step.byAmount : step;
  if (definition !== 'entered-cohort') {
    const inside = definition !== 'visited' && view.by === 'count' && num <= value;
    const label = spoken.to(name, next, written(num, view), written(den, view));
    return inside ? [{ group: 'to', value: num, label }] : [];
  }
  const fail = den - num;
  const undecided = Math.max(0, value - den);
  const [pending, moved] = [step.pending ?? 0, step.moved ?? 0];
  const parts: FunnelPart[] = [
    { group: 'success', value: num, label: spoken.success(name, next, written(num, view), num) },
  ];
  if (view.by === 'amount') parts.push(undecidedAmount(undecided, { name, pending, moved }, view));
  else {
    parts.push({
      group: 'pending',
      value: pending,
      label: spoken.pending(name, written(pending, view), pending),
    });
    parts.push({ group: 'moved', value: moved, label: spoken.moved(name, written(moved, view), moved) });
  }
  parts.push({ group: 'fail', value: fail, label: spoken.fail(name, written(fail, view), fail) });
  return parts.filter((part) => part.value > 0);
}

/**
 * The amount of those still open and those moved elsewhere is one figure; only where one of the
 * two is empty does it belong to the other. Else the mark stands for the open ones and says their number.
 */
function undecidedAmount(
  value: number,
  { name, pending, moved }: { readonly name: string; readonly pending: number; readonly moved: number },
  view: FunnelView,
): FunnelPart {
  const { spoken } = view.texts;
  if (pending === 0 && moved > 0) {
    return { group: 'moved', value, label: spoken.moved(name, written(value, view), value) };
  }
  const label =
    moved === 0
      ? spoken.pending(name, written(value, view), value)
      : spoken.pending(name, view.formats.count(pending), pending);
  return { group: 'pending', value, label };
}

function openText({ pending, moved, byAmount }: FunnelStep, value: number, view: FunnelView): string | null {
  if (pending === null) return null;
  const { texts } = view;
  if (view.by === 'count') return texts.stillOpen(written(pending, view), pending);
  const rest = Math.max(0, value - byAmount.den);
  return (moved ? texts.undecided : texts.stillOpen)(written(rest, view), rest);
}

function rateOf(
  step: FunnelStep,
  name: string,
  parts: readonly FunnelPart[],
  { definition }: FunnelResult,
  view: FunnelView,
): FunnelRate {
  const { texts, formats } = view;
  const cell = view.by === 'amount' ? step.byAmount : step;
  const { num, den, rate, lo, hi, suppressed } = cell;
  const before = view.prior?.steps.find(({ from, to }) => from === step.from && to === step.to);
  const share = texts.of(written(num, view), written(den, view));
  const next = view.names[step.to] ?? step.to;
  const apart = definition !== 'entered-cohort' && parts.length === 0 && num > 0;
  const few = rate === null && suppressed !== 'zero';
  return {
    rate,
    lo,
    hi,
    prior: (view.by === 'amount' ? before?.byAmount.rate : before?.rate) ?? null,
    main: rate === null ? (few && view.by === 'count' ? share : '–') : formats.percent(rate, step.den),
    note: rate === null ? (few ? texts.tooFew : texts.none) : share,
    label: apart ? texts.spoken.to(name, next, written(num, view), written(den, view)) : null,
  };
}

function priorOf(stage: string, view: FunnelView): FunnelRow['prior'] {
  const column = view.prior?.stages.find((other) => other.stage === stage);
  if (!column) return null;
  const value = view.by === 'amount' ? column.amount : column.count;
  return { value, text: view.texts.before(written(value, view), value) };
}
