import { html, type TemplateResult } from 'lit';
import type { Line } from './view.js';

/** How a figure is counted, term by term. A line without a term goes on with the one above. */
export function methodsList(lines: readonly Line[]): TemplateResult {
  return html`
    <dl class="methods">
      ${lines.map(
        ([term, text]) => html`
          <div>
            <dt>${term}</dt>
            <dd><bdi>${text}</bdi></dd>
          </div>
        `,
      )}
    </dl>
  `;
}
