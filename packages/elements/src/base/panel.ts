import { html, type TemplateResult } from 'lit';
import { closeIcon } from './icons.js';

/** A panel that opens in the card, over the picture. */
export function panel(title: string, closeText: string, content: unknown, close: () => void): TemplateResult {
  return html`
    <div
      class="panel"
      part="panel"
      role="group"
      aria-label=${title}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <div class="panel-head">
        <strong>${title}</strong>
        <button type="button" class="tool" aria-label=${closeText} @click=${close}>${closeIcon}</button>
      </div>
      ${content}
    </div>
  `;
}
