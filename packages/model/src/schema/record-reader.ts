import { DocumentError } from './document-error.js';
import { explain, pathText, quote } from './explain.js';
import type { Explanation } from './explain.js';
import { IssueList } from './issue-list.js';
import { planOf } from './schema-plan.js';
import type { Path, Plan } from './schema-plan.js';
import { unread } from './values.js';
import type { Schema } from './values.js';

/** A schema, and its plan for reading many records. */
export interface RecordKind<T> {
  readonly schema: Schema<T>;
  readonly plan: Plan;
}

/** Prepares a schema for reading. */
export function recordKind<T>(schema: Schema<T>): RecordKind<T> {
  return { schema, plan: planOf(schema) };
}

const listKind = /* @__PURE__ */ recordKind(unread);

/** Stands for a record that was set aside. */
export const SET_ASIDE: unique symbol = Symbol('set aside');
export type SetAside = typeof SET_ASIDE;

/**
 * Reads records at a place that it keeps track of, and lists what it sets aside there. A record
 * that is right already is returned itself; another comes back as a copy of its known fields.
 */
export class RecordReader {
  readonly issues: IssueList = new IssueList();
  readonly #path: Path = [];

  /** The value as a `T`, or `SET_ASIDE` with an issue. */
  read<T>(kind: RecordKind<T>, value: unknown): T | SetAside {
    if (kind.plan.isClean(value)) return value as T;
    if (kind.plan.isReadable(value)) return this.#copy(kind, value);
    return this.setAside(() => explain(kind.schema, value));
  }

  /** The value as a `T`, or a DocumentError: for what no document can do without. */
  must<T>(kind: RecordKind<T>, value: unknown): T {
    if (kind.plan.isReadable(value)) return this.#copy(kind, value);
    const { path, reason } = explain(kind.schema, value);
    throw new DocumentError(pathText([...this.#path, ...path]), reason);
  }

  /**
   * The elements that `read` does not set aside, in their order; the array itself when all of
   * them came back unchanged.
   */
  list<T>(values: readonly unknown[], read: (value: unknown) => T | SetAside): readonly T[] {
    let kept: T[] | null = null;
    for (let index = 0; index < values.length; index += 1) {
      const value = values[index];
      this.#path.push(index);
      const found = read(value);
      this.#path.pop();
      if (kept === null) {
        if (found === value) continue;
        kept = Array.from({ length: index }, (_, before) => values[before] as T);
      }
      if (found !== SET_ASIDE) kept.push(found);
    }
    return kept ?? (values as readonly T[]);
  }

  /** What `read` returns for the part of the record with this name; its issues name the place. */
  part<T>(name: string, read: () => T): T {
    this.#path.push(name);
    const found = read();
    this.#path.pop();
    return found;
  }

  /** The part with this name, `undefined` when it is not given or set aside. */
  maybe<T>(name: string, value: unknown, read: (value: unknown) => T | SetAside): T | undefined {
    if (value === undefined) return undefined;
    const found = this.part(name, () => read(value));
    return found === SET_ASIDE ? undefined : found;
  }

  /** A list that need not be there: `undefined` when it is not given, set aside when it is no array. */
  maybeList<T>(
    name: string,
    value: unknown,
    read: (value: unknown) => T | SetAside,
  ): readonly T[] | undefined {
    return this.maybe(name, value, (given) => {
      const values = this.read(listKind, given);
      return values === SET_ASIDE ? values : this.list(values, read);
    });
  }

  /** Takes the id (of its `owner`, where ids are counted by owner), or sets aside what is read now: it is taken. */
  claim(taken: Set<string>, id: string, owner: string = ''): boolean {
    const size = taken.size;
    if (taken.add(owner === '' ? id : JSON.stringify([owner, id])).size > size) return true;
    this.setAside(() => ({
      path: ['id'],
      code: 'duplicate',
      reason: `expected an id not taken, got ${quote(id)} again`,
    }));
    return false;
  }

  /** Sets aside what is read now. */
  setAside(why: () => Explanation): SetAside {
    this.issues.drop(() => {
      const { path, reason, code } = why();
      return {
        path: pathText(this.#path),
        reason: path.length === 0 ? reason : `${pathText(path)}: ${reason}`,
        code,
        effect: 'dropped',
      };
    });
    return SET_ASIDE;
  }

  #copy<T>({ plan }: RecordKind<T>, value: unknown): T {
    return plan.copy(value, this.#path, (what) => this.#note(what)) as T;
  }

  #note(what: 'unread' | 'mended'): void {
    const pattern = this.#path.map((key) => (typeof key === 'number' ? '' : key)).join('\0');
    if (what === 'unread')
      this.issues.note(`unread\0${pattern}`, 'unread', this.#path, 'this field is not read');
    else {
      const reason = 'this text was too long or not well-formed; it is mended';
      this.issues.note(`mended\0${pattern}`, 'invalid', this.#path, reason);
    }
  }
}

/** Fields of a `T`, those that are not given being `undefined`. */
type Fields<T> = { readonly [Name in keyof T]?: T[Name] | undefined };

/** The record with its parts read: the record itself when none of them has changed. */
export function withParts<T extends object>(frame: object, parts: Fields<T>): T {
  for (const name in parts) {
    if (frame[name as unknown as keyof typeof frame] !== parts[name]) return given<T>({ ...frame, ...parts });
  }
  return frame as T;
}

/** The fields that are not `undefined`. */
export function given<T extends object>(fields: Fields<T>): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
