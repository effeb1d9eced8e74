import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * One tab stop for a list: the arrow keys, Home and End move through it, and the place is kept when the
 * list is drawn again. `right` is forward, but backward where the writing goes from right to left.
 */
export class RovingController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #focus: (key: string) => void;
  #keys: readonly string[] = [];
  #active: string | null = null;

  /** @param focus - puts the focus on the item of that key */
  constructor(host: ReactiveControllerHost, focus: (key: string) => void) {
    this.#host = host;
    this.#focus = focus;
    host.addController(this);
  }

  hostConnected(): void {}

  /** The keys in order, as they stand now. */
  setKeys(keys: readonly string[]): void {
    this.#keys = keys;
  }

  /** The item that Tab leads to: where the reader was last, else the first. */
  get active(): string | null {
    return this.#active !== null && this.#keys.includes(this.#active)
      ? this.#active
      : (this.#keys[0] ?? null);
  }

  tabIndex(key: string): number {
    return key === this.active ? 0 : -1;
  }

  setActive(key: string): void {
    if (key === this.#active) return;
    this.#active = key;
    this.#host.requestUpdate();
  }

  /** Moves for a key that moves, and says whether it was one. */
  handle(event: KeyboardEvent, direction: 'ltr' | 'rtl'): boolean {
    if (event.altKey || event.ctrlKey || event.metaKey) return false;
    const at = this.#keys.indexOf(this.active ?? '');
    const forward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const back = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    const to =
      event.key === forward || event.key === 'ArrowDown'
        ? at + 1
        : event.key === back || event.key === 'ArrowUp'
          ? at - 1
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? this.#keys.length - 1
              : null;
    if (to === null) return false;
    const key = this.#keys[Math.min(Math.max(to, 0), this.#keys.length - 1)];
    if (key !== undefined) {
      this.setActive(key);
      this.#focus(key);
    }
    return true;
  }
}
