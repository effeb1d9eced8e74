// Loaded first in every strict page: counts what the page's policy had to forbid, and keeps what the page
// said and threw. Events are counted, not reports: reports of the same kind are merged.
(() => {
  /** @type {{ violations: object[], messages: string[], roots: WeakMap<Element, ShadowRoot> }} */
  const watch = { violations: [], messages: [], roots: new WeakMap() };
  Object.defineProperty(window, 'strictWatch', { value: watch });

  document.addEventListener('securitypolicyviolation', (event) => {
    watch.violations.push({
      directive: event.effectiveDirective,
      blocked: event.blockedURI,
      sample: event.sample,
      at: `${event.sourceFile}:${event.lineNumber}`,
    });
  });

  for (const level of /** @type {const} */ (['debug', 'log', 'info', 'warn', 'error'])) {
    const original = console[level].bind(console);
    console[level] = (/** @type {unknown[]} */ ...values) => {
      watch.messages.push(`${level}: ${values.map(String).join(' ')}`);
      original(...values);
    };
  }
  window.addEventListener('error', (event) => watch.messages.push(`uncaught: ${event.message}`));
  window.addEventListener('unhandledrejection', (event) => watch.messages.push(`unhandled: ${event.reason}`));

  // Some hosts close every shadow root. The root stays reachable for the test alone.
  const closed = document.documentElement.dataset.shadow === 'closed';
  const { prototype } = Element;
  prototype.attachShadow = new Proxy(prototype['attachShadow'], {
    apply(attach, host, [init]) {
      const root = Reflect.apply(attach, host, [closed ? { ...init, mode: 'closed' } : init]);
      watch.roots.set(host, root);
      return root;
    },
  });
})();
