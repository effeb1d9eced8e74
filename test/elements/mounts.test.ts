import { expect } from '@open-wc/testing';
import type { PipelineFunnelElement } from '@pipeline-kit/elements';
import { passages, storyClock, typicalYear } from '../../stories/data.js';
import { clean, frames, html, settled, show, sourceOf, wait } from './support.js';

/** Counts what is added to and taken from every target of the page, and what observes it. */
class Ledger {
  readonly #undo: (() => void)[] = [];
  readonly #live = new Map<EventTarget, Set<string>>();
  observers = 0;
  timers = 0;
  frames = 0;

  constructor() {
    const ledger = this;
    const ids = new WeakMap<object, number>();
    let next = 0;
    const idOf = (listener: object): number => {
      if (!ids.has(listener)) ids.set(listener, (next += 1));
      return ids.get(listener) as number;
    };
    this.#patch(
      EventTarget.prototype,
      'addEventListener',
      (original) =>
        function add(
          this: EventTarget,
          type: string,
          listener: object,
          options?: AddEventListenerOptions | boolean,
        ) {
          const target = this ?? globalThis;
          if (listener) {
            const key = `${type} ${idOf(listener)}`;
            const of = ledger.#live.get(target) ?? new Set();
            of.add(key);
            ledger.#live.set(target, of);
            const { signal, once } = typeof options === 'object' ? options : {};
            const gone = (): void => void of.delete(key);
            if (signal) original.call(signal, 'abort', gone, { once: true });
            if (once) original.call(target, type, gone, { once: true });
          }
          return original.call(target, type, listener, options);
        },
    );
    this.#patch(
      EventTarget.prototype,
      'removeEventListener',
      (original) =>
        function remove(this: EventTarget, type: string, listener: object, options?: unknown) {
          if (listener) ledger.#live.get(this ?? globalThis)?.delete(`${type} ${idOf(listener)}`);
          return original.call(this ?? globalThis, type, listener, options);
        },
    );
    for (const observer of [ResizeObserver, MutationObserver]) {
      const observing = new WeakSet<object>();
      this.#patch(
        observer.prototype,
        'observe',
        (original) =>
          function observe(this: object, ...args: unknown[]) {
            if (!observing.has(this)) ledger.observers += 1;
            observing.add(this);
            return original.apply(this, args);
          },
      );
      this.#patch(
        observer.prototype,
        'disconnect',
        (original) =>
          function disconnect(this: object) {
            if (observing.delete(this)) ledger.observers -= 1;
            return original.call(this);
          },
      );
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

  // oxlint-disable-next-line typescript/no-explicit-any
  #patch(owner: any, name: string, make: (original: any) => unknown): void {
    const original = owner[name];
    owner[name] = make(original);
    this.#undo.push(() => (owner[name] = original));
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

  it('leave the counts of nodes, listeners and observers as they were', async () => {
    const { place, targets } = await stage();
    const mount = async (): Promise<void> => {
      const funnel = document.createElement('pipeline-funnel');
      funnel.source = 'many';
      place.append(funnel);
      await funnel.updateComplete;
      funnel.remove();
    };
    for (let i = 0; i < 20; i += 1) await mount();
    await wait(50);
    const before = counts(targets);
    for (let i = 0; i < 1000; i += 1) await mount();
    await wait(50);
    expect(counts(targets)).to.deep.equal(before);
  }).timeout(60_000);

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
