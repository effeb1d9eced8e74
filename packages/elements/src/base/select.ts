import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

/** A choice of one of many ways to see the same, by the browser's own list. */
export function select<T extends string>(
  name: string,
  options: readonly (readonly [value: T, text: string])[],
  value: T,
  choose: (value: T) => void,
): TemplateResult {
  return html`
    <select
      class="select"
      part="switch"
      aria-label=${name}
      .value=${live(value)}
      @change=${(event: Event) => choose((event.currentTarget as HTMLSelectElement).value as T)}
    >
      ${options.map(
        ([option, text]) => html`<option value=${option} ?selected=${option === value}>${text}</option>`,
      )}
    </select>
  `;
}
