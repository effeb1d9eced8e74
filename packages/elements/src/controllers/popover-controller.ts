import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { hidePopover, showPopoverAt } from '../base/place-popover.js';

/**
 * One popover with choices in the top layer, next to what opened it. It follows its anchor while the page scrolls,
 * takes the focus when it opens, and gives it back when the keyboard closes it.
 */
export class PopoverController implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly renderRoot: ParentNode };
  readonly #selector: string;
  readonly #closed: () => void;
  #anchor: HTMLElement | null = null;
  #shown: AbortController | null = null;
  #wantsFocus = false;

  /**
   * @param selector - finds the popover's box, once the host has rendered
   * @param closed - the popover was closed, by whomever
   */
  constructor(
    host: ReactiveControllerHost & { readonly renderRoot: ParentNode },
    selector: string,
    closed: () => void,
  ) {
    this.#host = host;
    this.#selector = selector;
    this.#closed = closed;
    host.addController(this);
  }

  get isOpen(): boolean {
    return this.#anchor !== null;
  }

  /** Opens next to an element at the next update, when its content is there. */
  open(anchor: HTMLElement): void {
    this.#anchor = anchor;
    this.#wantsFocus = true;
    this.#host.requestUpdate();
  }

  /** The content is another: it is placed again, and its first control has the focus. */
  refocus(): void {
    this.#wantsFocus = true;
    this.#host.requestUpdate();
  }

  /** @returns what had opened it, to give the focus back to */
  close(): HTMLElement | null {
    const anchor = this.#anchor;
    const element = this.#element;
    this.#forget();
    if (element) hidePopover(element);
    if (anchor) this.#closed();
    return anchor;
  }

  /** For the `toggle` event of the popover: a press elsewhere closes it. */
  readonly onToggle = (event: Event): void => {
    if ((event as ToggleEvent).newState !== 'closed' || !this.#anchor) return;
    const element = this.#element;
    this.#forget();
    if (element) hidePopover(element);
    this.#closed();
  };

  hostUpdated(): void {
    const element = this.#element;
    if (!this.#anchor || !element) return;
    this.#place();
    if (!this.#wantsFocus) return;
    const found = FIRST.map((selector) => element.querySelector<HTMLElement>(selector));
    const first = found.find((control) => control !== null) ?? null;
    this.#wantsFocus = first === null;
    (first ?? element).focus({ preventScroll: true });
  }

  hostDisconnected(): void {
    this.close();
  }

  get #element(): HTMLElement | null {
    return this.#host.renderRoot?.querySelector<HTMLElement>(this.#selector) ?? null;
  }

  #place(): void {
    const element = this.#element;
    if (!element || !this.#anchor) return;
    showPopoverAt(element, this.#anchor.getBoundingClientRect());
    if (this.#shown) return;
    this.#shown = new AbortController();
    const options = { signal: this.#shown.signal, capture: true, passive: true };
    const { ownerDocument: document } = element;
    const follow = (event: Event): void => {
      // What scrolls inside the popover moves nothing.
      if (!(event.target instanceof Node) || !element.contains(event.target)) this.#place();
    };
    document.addEventListener('scroll', follow, options);
    document.defaultView?.addEventListener('resize', follow, options);
  }

  #forget(): void {
    this.#anchor = null;
    this.#wantsFocus = false;
    this.#shown?.abort();
    this.#shown = null;
  }
}

/** What has the focus first, in this order: a search, what is chosen among several, any input, any button. */
const FIRST: readonly string[] = ['input[type="search"]', 'input[type="radio"]:checked', 'input', 'button'];
