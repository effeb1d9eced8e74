import { html, type TemplateResult } from 'lit';
import { safeUrl } from './safe-url.js';

/** A link that leads out of the page, or the text alone where the address is none to lead a reader to. */
export function link(address: string, text: string, base?: string): TemplateResult | string {
  const href = safeUrl(address, base);
  if (href === null) return text;
  return html`<a part="link" href=${href} target="_blank" rel="noopener noreferrer">${text}</a>`;
}
