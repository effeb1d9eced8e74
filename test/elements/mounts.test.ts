import { expect } from '@open-wc/testing';
import type { PipelineFunnelElement } from '@pipeline-kit/elements';
import { passages, storyClock, typicalYear } from '../../stories/data.js';
import { clean, frames, html, settled, show, sourceOf, wait } from './support.js';

type Method = (this: unknown, ...args: unknown[]) => unknown;

/** Counts what is added to and taken from every target of the page, and what observes it. */
class Ledger {
  readonly #undo: (() => void)[] = [];
  readonly #live = new Map<unknown, Set<string>>();
  observers = 0;

  constructor() {
    const ids = new WeakMap<object, number>();
    let next = 0;
    const keyOf = (type: unknown, listener: object): string => {
      if (!ids.has(listener)) ids.set(listener, (next += 1));
      return `${String(type)} ${ids.get(listener)}`;
    };
    const listens = (target: unknown): Set<string> => {
      const of = this.#live.get(target) ?? new Set();
      this.#live.set(target, of);
      return of;
    };
    this.#patch(EventTarget.prototype, 'addEventListener', (add) => {
      return function counted(...[type, listener, options]) {
        const target = this ?? globalThis;
        if (listener) {
          const key = keyOf(type, listener);
          const gone = (): void => void listens(target).delete(key);
          listens(target).add(key);
          const { signal, once } = (typeof options === 'object' && options) as AddEventListenerOptions;
          if (signal) add.call(signal, 'abort', gone, { once: true });
          if (once) add.call(target, type, gone, { once: true });
        }
        return add.call(target, type, listener, options);
      };
    });
    this.#patch(EventTarget.prototype, 'removeEventListener', (remove) => {
      return function counted(...[type, listener, options]) {
        const target = this ?? globalThis;
        if (listener) listens(target).delete(keyOf(type, listener));
        return remove.call(target, type, listener, options);
      };
    });
    const count = (by: number): void => void (this.observers += by);
    for (const { prototype } of [ResizeObserver, MutationObserver]) {
      const observing = new WeakSet();
      this.#patch(prototype, 'observe', (observe) => {
        return function counted(...args) {
          if (!observing.has(this as object)) count(1);
          observing.add(this as object);
          return observe.apply(this, args);
        };
      });
      this.#patch(prototype, 'disconnect', (disconnect) => {
        return function counted() {
          if (observing.delete(this as object)) count(-1);
          return disconnect.call(this);
        };
      });
    }
  }

  /** Listeners on what outlives a widget: the window, the document, and every target given. */
  listeners(...targets: EventTarget[]): number {
    return [globalThis, document, document.documentElement, document.body, ...targets]
      .map((target) => this.#live.get(target)?.size ?? 0)
      .reduce((sum, size) => sum + size, 0);
  }

  restore(): void {
    for (const undo of this.#undo) undo();
  }

  #patch(owner: object, name: string, make: (original: Method) => Method): void {
    const kept = Object.getOwnPropertyDescriptor(owner, name) as TypedPropertyDescriptor<Method>;
    Object.defineProperty(owner, name, { ...kept, value: make(kept.value as Method) });
    this.#undo.push(() => Object.defineProperty(owner, name, kept));
  }
}

const year = passages(typicalYear);

describe('1,000 mounts', () => {
  let ledger: Ledger;
  before(() => (ledger = new Ledger()));
  after(() => ledger.restore());
  afterEach(clean);

  async function stage(): Promise<{ place: HTMLElement; targets: EventTarget[] }> {
    const place = show(
      html`<pipeline-source id="many" .data=${year} .clock=${storyClock}></pipeline-source>`,
    );
    const { holder, selection } = sourceOf(place);
    await sourceOf(place).updateComplete;
    return { place, targets: [holder, selection, place] };
  }

  function counts(targets: readonly EventTarget[]): { nodes: number; listeners: number; observers: number } {
    return {
      nodes: document.querySelectorAll('*').length,
      listeners: ledger.listeners(...targets),
      observers: ledger.observers,
    };
  }

  for (const tag of ['pipeline-funnel', 'pipeline-range', 'pipeline-filters'] as const) {
    it(`of <${tag}> leave the counts of nodes, listeners and observers as they were`, async () => {
      const { place, targets } = await stage();
      const mount = async (): Promise<void> => {
        const element = document.createElement(tag);
        element.source = 'many';
        place.append(element);
        await element.updateComplete;
        element.remove();
      };
      for (let i = 0; i < 20; i += 1) await mount();
      await wait(50);
      const before = counts(targets);
      for (let i = 0; i < 1000; i += 1) await mount();
      await wait(50);
      expect(counts(targets)).to.deep.equal(before);
    }).timeout(60_000);
  }

  it('with open choices leave no listener on the document', async () => {
    const { place, targets } = await stage();
    const before = counts(targets);
    const bar = document.createElement('pipeline-filters');
    bar.source = 'many';
    place.append(bar);
    await frames(5);
    bar.renderRoot.querySelector<HTMLElement>('.add')?.click();
    await frames(5);
    expect(counts(targets).listeners).to.be.greaterThan(before.listeners + 2);
    bar.remove();
    await wait(20);
    expect(counts(targets)).to.deep.equal(before);
  });

  it('of one element that is taken away and put back keep its state and its counts', async () => {
    const { place, targets } = await stage();
    const funnel = document.createElement('pipeline-funnel');
    funnel.source = 'many';
    place.append(funnel);
    await settled(place, 'pipeline-funnel');
    const before = counts(targets);
    for (let i = 0; i < 200; i += 1) {
      funnel.remove();
      place.append(funnel);
      if (i % 20 === 0) await frames(1);
    }
    const shown = await settled<PipelineFunnelElement>(place, 'pipeline-funnel');
    expect(shown.status).to.equal('ready');
    expect(counts(targets)).to.deep.equal(before);
  });

  it('with an open tooltip leave no listener on the document', async () => {
    const { place, targets } = await stage();
    const before = counts(targets);
    const funnel = document.createElement('pipeline-funnel');
    funnel.source = 'many';
    place.append(funnel);
    await settled(place, 'pipeline-funnel');
    const bar = funnel.renderRoot.querySelector('[data-mark="s1/success"]');
    bar?.dispatchEvent(
      new PointerEvent('pointermove', { bubbles: true, composed: true, pointerType: 'mouse' }),
    );
    expect(counts(targets).listeners).to.be.greaterThan(before.listeners);
    funnel.remove();
    await wait(20);
    expect(counts(targets)).to.deep.equal(before);
  });

  it('are counted: a listener, an observer and a node that stay behind show', async () => {
    const { place, targets } = await stage();
    const before = counts(targets);
    const observer = new ResizeObserver(() => {});
    observer.observe(place);
    targets[0]?.addEventListener('change', () => {});
    place.append(document.createElement('i'));
    const { nodes, listeners, observers } = counts(targets);
    expect([nodes - before.nodes, listeners - before.listeners, observers - before.observers]).to.deep.equal([
      1, 1, 1,
    ]);
    observer.disconnect();
  });
});
