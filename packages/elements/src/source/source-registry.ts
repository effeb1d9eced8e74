import type { PipelineSource } from './pipeline-source.js';

/** An element that holds a source. */
export interface SourceHolder extends Element {
  readonly holder: PipelineSource;
}

/**
 * The source elements of the page, for widgets that name one by `source="id"`. An id is looked for
 * where the widget stands, then in the tree around its host, and so on outwards, so that a widget in a
 * shadow root, open or closed, finds both its neighbours and the page's sources.
 *
 * @fires change - a source came, went, moved or has another id
 */
export class SourceRegistry extends EventTarget {
  readonly #holders = new Set<SourceHolder>();

  add(holder: SourceHolder): void {
    this.#holders.add(holder);
    this.changed();
  }

  delete(holder: SourceHolder): void {
    if (this.#holders.delete(holder)) this.changed();
  }

  changed(): void {
    this.dispatchEvent(new Event('change'));
  }

  /** The nearest source of that id; the first in the document's order where several have it. */
  find(from: Element, id: string): SourceHolder | null {
    for (let root: Node | null = from.getRootNode(); root; root = hostRoot(root)) {
      const found = [...this.#holders].filter((holder) => holder.id === id && holder.getRootNode() === root);
      if (found.length > 0) return found.reduce(earlier);
    }
    return null;
  }
}

/** One for every copy of the kit in the page: the tags of two copies may stand side by side. */
export function sourceRegistry(): SourceRegistry {
  const page = globalThis as { [REGISTRY]?: SourceRegistry };
  return (page[REGISTRY] ??= new SourceRegistry());
}

const REGISTRY: unique symbol = Symbol.for('pipeline-kit.sources@1');

function hostRoot(root: Node): Node | null {
  return root instanceof ShadowRoot ? root.host.getRootNode() : null;
}

function earlier(a: SourceHolder, b: SourceHolder): SourceHolder {
  return a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_PRECEDING ? b : a;
}
