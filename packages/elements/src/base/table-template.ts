import { html, nothing, type TemplateResult } from 'lit';
import type { TableModel } from './table-model.js';

/** The table twin of a picture; the first column names the rows. */
export function tableTemplate(
  { columns, rows, shown = [0, rows.length] }: TableModel,
  caption: string,
): TemplateResult {
  return html`
    <div class="scroll" part="table" tabindex="0" role="group" aria-label=${caption}>
      <table>
        <caption class="spoken">
          ${caption}
        </caption>
        <thead>
          <tr>
            ${columns.map(
              ({ label, isNumber }) =>
                html`<th scope="col" class=${isNumber ? 'number' : ''}><bdi>${label}</bdi></th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${rows.slice(...shown).map(
            (row) => html`
              <tr>
                ${row.map(({ text }, i) => {
                  const side = columns[i]?.isNumber ? 'number' : '';
                  return i === 0
                    ? html`<th scope="row" class=${side}><bdi>${text}</bdi></th>`
                    : html`<td class=${side}><bdi>${text}</bdi></td>`;
                })}
              </tr>
            `,
          )}
        </tbody>
      </table>
      ${rows.length === 0 ? html`<p>–</p>` : nothing}
    </div>
  `;
}
