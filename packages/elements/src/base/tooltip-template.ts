import { html, type TemplateResult } from 'lit';
import type { MarkWords } from './view.js';

/** What a tooltip says of a mark, and what Enter does there. */
export function tooltipTemplate({ title, lines }: MarkWords, hints: readonly string[]): TemplateResult {
  return html`
    <strong><bdi>${title}</bdi></strong>
    <dl>
      ${lines.map(
        ([term, text]) => html`
          <div>
            <dt>${term}</dt>
            <dd><bdi>${text}</bdi></dd>
          </div>
        `,
      )}
    </dl>
    ${hints.map((hint) => html`<p>${hint}</p>`)}
  `;
}
