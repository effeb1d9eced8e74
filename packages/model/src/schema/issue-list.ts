import type { DataIssue, IssueCode } from './data-issue.js';
import { pathText } from './explain.js';

/** How many issues are listed in full; the others are counted. */
export const MAX_LISTED = 1000;

type Path = readonly (string | number)[];

interface Note {
  readonly path: string;
  readonly reason: string;
  readonly code: IssueCode;
  places: number;
}

/**
 * What was set aside, one by one, and what was noticed and kept, one by kind with the number of
 * places. However bad the input, both lists end at `MAX_LISTED` and `dropped` counts on.
 */
export class IssueList {
  readonly #dropped: DataIssue[] = [];
  readonly #notes = new Map<string, Note>();
  #count = 0;

  /** Records set aside, listed or not. */
  get dropped(): number {
    return this.#count;
  }

  /** Counts a record that is set aside; `issue` is asked only while there is room to list it. */
  drop(issue: () => DataIssue): void {
    this.#count += 1;
    if (this.#dropped.length < MAX_LISTED) this.#dropped.push(issue());
  }

  /** Something kept all the same. Notes with one key are one issue, at the place of the first. */
  note(key: string, code: IssueCode, path: Path, reason: string): void {
    const known = this.#notes.get(key);
    if (known !== undefined) known.places += 1;
    else if (this.#notes.size < MAX_LISTED) {
      this.#notes.set(key, { path: pathText(path), reason, code, places: 1 });
    }
  }

  /** The records set aside in the order of the input, then what was kept. */
  all(): readonly DataIssue[] {
    const kept = Array.from(this.#notes.values(), ({ path, reason, code, places }) => ({
      path,
      reason: places === 1 ? reason : `${reason} (${places} places)`,
      code,
      effect: 'kept' as const,
    }));
    return [...this.#dropped, ...kept];
  }
}
