/** The same object while it is being built. */
export type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Sets the field unless the value is unknown, which leaves it out. */
export function put<T extends object, K extends keyof T>(target: T, key: K, value: T[K] | null): void {
  if (value !== null && value !== undefined) target[key] = value;
}
