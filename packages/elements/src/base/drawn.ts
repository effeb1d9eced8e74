import { noChange } from 'lit';
import {
  Directive,
  directive,
  PartType,
  type DirectiveResult,
  type ElementPart,
  type PartInfo,
} from 'lit/directive.js';

/** Makes a small picture for the document it will stand in. */
export type Draw = (document: Document) => SVGElement;

/**
 * A small picture inside an element of a template: `<span ${drawn(draw, [value, width])}></span>`. It is
 * drawn again only when one of the inputs is another, and not at all where there is no document.
 */
export function drawn(draw: Draw | null, inputs: readonly unknown[]): DirectiveResult {
  return write(draw, inputs);
}

class DrawnDirective extends Directive {
  #inputs: readonly unknown[] | null = null;

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new TypeError('drawn() stands for itself in a start tag');
  }

  override render(_draw: Draw | null, _inputs: readonly unknown[]): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [draw, inputs]: [Draw | null, readonly unknown[]]): unknown {
    const all = draw ? inputs : [];
    const isSame =
      this.#inputs?.length === all.length && all.every((input, i) => input === this.#inputs?.[i]);
    if (isSame) return noChange;
    this.#inputs = all;
    element.replaceChildren(...(draw ? [draw(element.ownerDocument)] : []));
    return noChange;
  }
}

const write = directive(DrawnDirective);
