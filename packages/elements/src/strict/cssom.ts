import { noChange } from 'lit';
import {
  Directive,
  directive,
  PartType,
  type DirectiveResult,
  type ElementPart,
  type PartInfo,
} from 'lit/directive.js';

/** Custom properties by name without `--`; null takes the property away. */
export type CustomProperties = Readonly<Record<string, string | null>>;

/**
 * Sets custom properties of an element through the CSSOM, which a page that forbids inline styles allows:
 * `<i ${cssom({ _x: '12px' })}>`. `style="…"` and the first render of `styleMap` are forbidden there.
 */
export function cssom(properties: CustomProperties): DirectiveResult {
  return write(properties);
}

class CssomDirective extends Directive {
  #before: CustomProperties = {};

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new TypeError('cssom() stands for itself in a start tag');
  }

  override render(_properties: CustomProperties): unknown {
    return noChange;
  }

  override update(part: ElementPart, [properties]: [CustomProperties]): unknown {
    const { style } = part.element as HTMLElement;
    for (const name of Object.keys(this.#before))
      if (!(name in properties)) style.removeProperty(`--${name}`);
    for (const [name, value] of Object.entries(properties)) {
      if (this.#before[name] === value) continue;
      if (value === null) style.removeProperty(`--${name}`);
      else style.setProperty(`--${name}`, value);
    }
    this.#before = properties;
    return noChange;
  }
}

const write = directive(CssomDirective);
