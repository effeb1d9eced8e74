import { DocumentError } from './document-error.js';
import { explain, pathText, quote } from './explain.js';
import type { Explanation } from './explain.js';
import { IssueList } from './issue-list.js';
import { quickCheck } from './quick-check.js';
import type { Check } from './quick-check.js';
import { settle } from './settle.js';
import type { Repair } from './settle.js';
import { unread } from './values.js';
import type { Schema } from './values.js';

/** A record's schema with its quick check. */
export interface RecordKind<T> {
  readonly schema: Schema<T>;
  readonly isClean: Check;
}

/** Prepares a schema for reading many records. */
export function recordKind<T>(schema: Schema<T>): RecordKind<T> {
  return { schema, isClean: quickCheck(schema) };
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
  readonly #path: (string | number)[] = [];

  /** The value as a `T`, or `SET_ASIDE` with an issue. */
  read<T>(kind: RecordKind<T>, value: unknown): T | SetAside {
    if (kind.isClean(value)) return value as T;
    const parsed = kind.schema.safeParse(value);
    if (parsed.success) return settle(value, parsed.data, (repair) => this.#note(repair));
    const { error } = parsed;
    return this.setAside(() => explain(error, value));
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
        kept = values.slice(0, index) as T[];
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

  /** The value as a `T`, or a DocumentError: for what no document can do without. */
  must<T>(kind: RecordKind<T>, value: unknown): T {
    const parsed = kind.schema.safeParse(value);
    if (parsed.success) return settle(value, parsed.data, (repair) => this.#note(repair));
    const { path, reason } = explain(parsed.error, value);
    throw new DocumentError(pathText([...this.#path, ...path]), reason);
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

  #note({ kind, path }: Repair): void {
    const place = [...this.#path, ...path];
    const pattern = place.map((key) => (typeof key === 'number' ? '' : key)).join('\0');
    if (kind === 'unread') this.issues.note(`unread\0${pattern}`, 'unread', place, 'this field is not read');
    else
      this.issues.note(
        `text\0${pattern}`,
        'invalid',
        place,
        'this text was too long or not well-formed; it is mended',
      );
  }
}

/** Fields of a `T`, those that are not given being `undefined`. */
type Fields<T> = { readonly [Name in keyof T]?: T[Name] | undefined };

/** The record with its parts read: the record itself when none of them has changed. */
export function withParts<T extends object>(frame: object, parts: Fields<T>): T {
  const changed = Object.entries(parts).some(([name, part]) => frame[name as keyof typeof frame] !== part);
  return changed ? given<T>({ ...frame, ...parts }) : (frame as T);
}

/** The fields that are not `undefined`. */
export function given<T extends object>(fields: Fields<T>): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
