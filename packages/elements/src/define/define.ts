import { say } from '../messages/warnings.js';
import { version as kitVersion } from '../version.js';

/** An element class of the kit. */
export interface ElementClass extends CustomElementConstructor {
  readonly version: string;
}

/**
 * Registers a tag once. A tag that is taken stays as it is: two scripts of the kit may stand in one page,
 * and the first one wins. When the other is of another version, or is no class of the kit, the console
 * says so, once.
 *
 * @returns the class that the tag stands for from now on
 */
export function define(
  tag: string,
  element: ElementClass,
  registry: CustomElementRegistry | undefined = globalThis.customElements,
): CustomElementConstructor {
  // Without a registry there is nothing to register with: a server.
  if (!registry) return element;
  const present = registry.get(tag);
  if (present === element) return element;
  if (present) {
    const version = (present as Partial<ElementClass>).version;
    if (version !== element.version) say.otherVersion(tag, version ?? null, element.version);
    return present;
  }
  registry.define(tag, element);
  versions().set(tag, kitVersion);
  return element;
}

/** Which version of the kit each tag comes from, for every copy of the kit in the page. */
export function versions(): Map<string, string> {
  const page = globalThis as { [VERSIONS]?: Map<string, string> };
  return (page[VERSIONS] ??= new Map());
}

const VERSIONS: unique symbol = Symbol.for('pipeline-kit.versions');
