import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * The inline size of a part of the element, in whole pixels: 0 until it was measured, and while the
 * element is not shown. An equal size is no news, and news waits for the next frame, so a drawing in
 * answer to it cannot start the observer's loop again.
 */
export class SizeController implements ReactiveController {
  width = 0;

  readonly #host: ReactiveControllerHost;
  readonly #part: () => Element | null;
  #observer: ResizeObserver | null = null;
  #observed: Element | null = null;
  #frame = 0;

  /** @param part - finds what is measured, once the element has rendered */
  constructor(host: ReactiveControllerHost, part: () => Element | null) {
    this.#host = host;
    this.#part = part;
    host.addController(this);
  }

  hostUpdated(): void {
    const part = this.#part();
    if (part === this.#observed || typeof ResizeObserver === 'undefined') return;
    this.#stop();
    if (!part) return;
    this.#observed = part;
    this.#observer = new ResizeObserver(([entry]) => this.#measured(entry?.contentRect.width ?? 0));
    this.#observer.observe(part);
  }

  hostConnected(): void {
    // The part is observed again by the update that follows.
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #stop(): void {
    this.#observer?.disconnect();
    this.#observer = null;
    this.#observed = null;
    if (this.#frame) cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  #measured(size: number): void {
    const width = Math.round(size);
    if (this.#frame) cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    if (width === this.width) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.width = width;
      this.#host.requestUpdate();
    });
  }
}
