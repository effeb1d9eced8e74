import type { FunnelMark } from '@pipeline-kit/charts';
import type { Clause, FunnelResult, Mark } from '@pipeline-kit/model';
import type { Line, MarkWords } from '../base/view.js';
import type { Texts } from '../messages/catalogue.js';
import { cellOf } from './funnel-finding.js';

/** What the others filter by: where an opportunity stands. A group of a step has no such name. */
export function funnelClause(mark: Mark): Clause | null {
  const { stage } = mark;
  return typeof stage === 'string' ? { field: 'stage', in: [stage] } : null;
}

/** A mark of the funnel in words: how many, how much, and its share of those decided. */
export function funnelMarkWords(
  mark: FunnelMark,
  result: FunnelResult,
  names: Readonly<Record<string, string>>,
  { funnel: say, format }: Texts,
): MarkWords {
  const line = (term: string, text: string): Line => [term, text];
  if ('stage' in mark) {
    const column = result.stages.find(({ stage }) => stage === mark.stage);
    const count = column?.count ?? 0;
    const lines = [line(say.opportunities, format.count(count))];
    if (column) lines.push(line(say.amountAtEntry, format.fullMoney(column.amount)));
    if (column && column.unpriced > 0) lines.push(line('', say.unpriced(column.unpriced)));
    return { title: say.markStage(names[mark.stage] ?? mark.stage), lines, count };
  }
  const step = result.steps.find(({ from }) => from === mark.from);
  const title = say.markGroup[mark.group](
    names[mark.from] ?? mark.from,
    names[step?.to ?? ''] ?? step?.to ?? '',
  );
  if (!step) return { title, lines: [], count: 0 };
  const amount = cellOf(step, 'amount');
  const whole = result.stages.find(({ stage }) => stage === mark.from)?.count ?? step.den;
  const [count, money] = {
    success: [step.num, amount.num],
    to: [step.num, amount.num],
    fail: [step.den - step.num, amount.den - amount.num],
    from: [whole, null],
    pending: [step.pending ?? 0, null],
    moved: [step.moved ?? 0, null],
  }[mark.group] as [number, number | null];
  const lines = [line(say.opportunities, format.count(count))];
  if (money !== null) lines.push(line(say.amountAtEntry, format.fullMoney(money)));
  const isPart = mark.group === 'success' || mark.group === 'fail';
  if (isPart && step.rate !== null) {
    const share = mark.group === 'success' ? step.rate : 1 - step.rate;
    lines.push(line(say.ofDecided(format.count(step.den)), format.percent(share, step.den)));
  }
  return { title, lines, count };
}
