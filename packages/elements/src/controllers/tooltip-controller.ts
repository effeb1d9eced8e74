import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { hidePopover, showPopoverAt } from '../base/place-popover.js';

/**
 * One tooltip in the top layer, for mouse, touch and keyboard. It stays while the pointer is on it, and
 * goes with Escape, a press elsewhere or scrolling. It listens to the document only while it is shown.
 */
export class TooltipController implements ReactiveController {
  /** What the tooltip speaks of; null while it is hidden. */
  key: string | null = null;

  readonly #element: () => HTMLElement | null;
  #shown: AbortController | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param element - finds the tooltip's box, once the host has rendered */
  constructor(host: ReactiveControllerHost, element: () => HTMLElement | null) {
    this.#element = element;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.hide();
  }

  /** Shows what was written into the box, next to a mark. */
  show(key: string, anchor: DOMRect): void {
    const element = this.#element();
    if (!element) return;
    clearTimeout(this.#timer);
    this.key = key;
    showPopoverAt(element, anchor);
    if (this.#shown) return;
    this.#shown = new AbortController();
    const { signal } = this.#shown;
    const { ownerDocument: document } = element;
    const hide = (): void => this.hide();
    document.addEventListener('keydown', (event) => event.key === 'Escape' && hide(), { signal });
    document.addEventListener('scroll', hide, { signal, capture: true, passive: true });
    element.addEventListener('pointerenter', () => clearTimeout(this.#timer), { signal });
    element.addEventListener('pointerleave', () => this.hideSoon(), { signal });
  }

  /** Gives the pointer the time to cross the gap between the mark and the tooltip. */
  hideSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.hide(), 120);
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#shown?.abort();
    this.#shown = null;
    this.key = null;
    const element = this.#element();
    if (element) hidePopover(element);
  }
}
