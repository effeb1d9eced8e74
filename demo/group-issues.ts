import type { DataIssue } from '@pipeline-kit/model/schema';

/** Issues of one kind: where the first of them is, and how many there are. */
export interface IssueGroup {
  readonly effect: DataIssue['effect'];
  readonly reason: string;
  /** The place of the first. */
  readonly path: string;
  readonly count: number;
}

/**
 * One line for each reason. Reasons that differ only in the value they quote, and places that differ only in
 * their numbers, belong together. What was left out comes first, then the most frequent.
 */
export function groupIssues(issues: readonly DataIssue[]): IssueGroup[] {
  const groups = new Map<string, IssueGroup>();
  for (const { effect, reason, path } of issues) {
    const key = [effect, reason.replaceAll(/"[^"]*"|\d+/g, '…'), path.replaceAll(/\d+/g, '…')].join('\n');
    const known = groups.get(key);
    groups.set(key, known ? { ...known, count: known.count + 1 } : { effect, reason, path, count: 1 });
  }
  return [...groups.values()].toSorted(
    (a, b) => Number(b.effect === 'dropped') - Number(a.effect === 'dropped') || b.count - a.count,
  );
}
