import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { messagesChanged } from '../messages/catalogue.js';

/**
 * The language and the direction an element stands in: the nearest `lang`, looked for outwards through
 * shadow roots and their hosts, and the direction that CSS computes. Follows both when they change.
 */
export class LanguageController implements ReactiveController {
  /** BCP 47 as written in the page; the browser's own where the page says nothing. */
  language = 'en';
  direction: 'ltr' | 'rtl' = 'ltr';

  readonly #host: ReactiveControllerHost & HTMLElement;
  #watched: readonly Node[] = [];

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    if (typeof MutationObserver === 'undefined') return;
    this.#watched = rootsOf(this.#host);
    for (const root of this.#watched) watch(root, this.#changed);
    messagesChanged.addEventListener('change', this.#changed);
  }

  hostDisconnected(): void {
    for (const root of this.#watched) unwatch(root, this.#changed);
    this.#watched = [];
    messagesChanged.removeEventListener('change', this.#changed);
  }

  hostUpdate(): void {
    if (!this.#host.isConnected || typeof getComputedStyle === 'undefined') return;
    this.language = nearestLanguage(this.#host) ?? (globalThis.navigator?.language || 'en');
    this.direction = getComputedStyle(this.#host).direction === 'rtl' ? 'rtl' : 'ltr';
  }

  readonly #changed = (): void => this.#host.requestUpdate();
}

/** The value of the nearest `lang` around an element, null where there is none. */
export function nearestLanguage(element: Element): string | null {
  for (let at: Element | null = element; at; at = hostOf(at)) {
    const found = at.closest('[lang]');
    if (found) return found.getAttribute('lang');
  }
  return null;
}

function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** The roots an element stands in, its own first. */
function rootsOf(element: Element): readonly Node[] {
  const roots: Node[] = [];
  for (let at: Element | null = element; at; at = hostOf(at)) roots.push(at.getRootNode());
  return roots;
}

interface Watch {
  readonly observer: MutationObserver;
  readonly listeners: Set<() => void>;
}

/** One observer for each root, whoever watches it; gone with the last. */
const watches = new Map<Node, Watch>();

function watch(root: Node, listener: () => void): void {
  let entry = watches.get(root);
  if (!entry) {
    const listeners = new Set<() => void>();
    const observer = new MutationObserver(() => {
      for (const each of listeners) each();
    });
    observer.observe(root, { subtree: true, attributeFilter: ['lang', 'dir'] });
    watches.set(root, (entry = { observer, listeners }));
  }
  entry.listeners.add(listener);
}

function unwatch(root: Node, listener: () => void): void {
  const entry = watches.get(root);
  entry?.listeners.delete(listener);
  if (entry?.listeners.size !== 0) return;
  entry.observer.disconnect();
  watches.delete(root);
}
