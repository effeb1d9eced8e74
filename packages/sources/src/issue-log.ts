import type { DataIssue, IssueCode } from '@pipeline-kit/model/schema';

/** Collects issues while a source is read; what holds for the whole file is said once. */
export class IssueLog {
  readonly issues: DataIssue[] = [];
  readonly #said = new Set<string>();

  kept(path: string, reason: string, code: IssueCode = 'invalid'): void {
    this.issues.push({ path, reason, code, effect: 'kept' });
  }

  dropped(path: string, reason: string, code: IssueCode = 'invalid'): void {
    this.issues.push({ path, reason, code, effect: 'dropped' });
  }

  /** Says it unless the same key was said before. */
  once(key: string, path: string, reason: string, code: IssueCode = 'missing'): void {
    if (this.#said.has(key)) return;
    this.#said.add(key);
    this.kept(path, reason, code);
  }
}
