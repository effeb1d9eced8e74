/** A policy of the gate; packages/tools/strict-host.mjs words each. */
export type Policy = 'plain' | 'tt' | 'none' | 'nonce';

/** How the page of a frame is made. */
export interface StrictFrameOptions {
  readonly policy: Policy;
  /**
   * How the page gets the kit: its sources, the built ES module, the built classic file (which gives
   * `window.PipelineKit`), or not at all. `none` forbids what the sources' Lit needs nothing of, too.
   */
  readonly script: 'source' | 'module' | 'classic' | 'nothing';
  /** `closed`: a host that closes every shadow root; see `StrictFrame.root`. */
  readonly shadow?: 'open' | 'closed';
  /** Markup of the page's body, without scripts that run and without inline styles. */
  readonly body: string;
  /** Files that lie beside the page: `{ 'data.json': '…' }` is `src="data.json"`. */
  readonly files?: Readonly<Record<string, string>>;
  /** In px; 800 when not given. */
  readonly width?: number;
  /** True: what the page says on its console is expected, and not handed on to the test's own. */
  readonly quiet?: boolean;
}

/** One thing that the page's policy had to forbid. */
export interface Violation {
  /** The directive in force, such as `style-src-attr`. */
  readonly directive: string;
  readonly blocked: string;
  readonly sample: string;
  readonly at: string;
}

/** A page in a frame, under a policy. */
export interface StrictFrame {
  readonly window: Window & typeof globalThis;
  readonly document: Document;
  /** Every `securitypolicyviolation` event until now, in order. */
  readonly violations: readonly Violation[];
  /** Every line on the console, and every error that nobody caught, until now. */
  readonly messages: readonly string[];
  /** The shadow root of an element of the page, also of one that the host closed; null: it has none. */
  root(element: Element): ShadowRoot | null;
  /** Does something in the page, then waits until the violations it caused have been counted. */
  run<T>(step: (window: Window & typeof globalThis) => T | Promise<T>): Promise<T>;
  remove(): void;
}

/**
 * Opens a page under a strict policy in a frame and waits until it has loaded. Take it away with `remove`.
 *
 * ```ts
 * const frame = await strictFrame({ policy: 'tt', script: 'source', body: '<pipeline-funnel src="data.json"></pipeline-funnel>', files });
 * await frame.run(({ document }) => document.querySelector('button')?.click());
 * expect(frame.violations).to.deep.equal([]);
 * ```
 */
export async function strictFrame(options: StrictFrameOptions): Promise<StrictFrame> {
  const { policy, script, shadow = 'open', body, files = {}, width = 800, quiet = false } = options;
  const frame = document.createElement('iframe');
  frame.width = String(width);
  frame.height = '600';
  frame.src = await pageOf({ policy, script, shadow, body, files });
  const loaded = new Promise((resolve) => {
    frame.addEventListener('load', resolve, { once: true });
  });
  document.body.append(frame);
  await loaded;

  const window = frame.contentWindow as Window & typeof globalThis & { readonly strictWatch: Watch };
  const watch = window.strictWatch;
  await settled(window);
  let told = 0;
  const tell = () => {
    if (!quiet) for (const message of watch.messages.slice(told)) console.error(`in the frame: ${message}`);
    told = watch.messages.length;
  };
  tell();

  return {
    window,
    document: window.document,
    violations: watch.violations,
    messages: watch.messages,
    root: (element) => watch.roots.get(element) ?? null,
    async run(step) {
      const result = await step(window);
      await settled(window);
      tell();
      return result;
    },
    remove() {
      tell();
      frame.remove();
    },
  };
}

/** What packages/tools/strict-page/watch.js keeps. */
interface Watch {
  readonly violations: readonly Violation[];
  readonly messages: readonly string[];
  readonly roots: WeakMap<Element, ShadowRoot>;
}

async function pageOf(wish: object): Promise<string> {
  const response = await fetch('/__csp/wish', { method: 'POST', body: JSON.stringify(wish) });
  if (!response.ok) throw new Error(`no strict page: ${await response.text()}`);
  return response.text();
}

/** Violations are told in tasks of their own: two turns later they have been. */
async function settled(window: Window): Promise<void> {
  for (let turn = 0; turn < 2; turn += 1)
    await new Promise((resolve) => {
      window.setTimeout(resolve, 0);
    });
}
