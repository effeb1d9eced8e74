import { html, type TemplateResult } from 'lit';

/** A switch between two or three ways to see the same: pressed is what is seen. */
export function segmented<T extends string>(
  name: string,
  options: readonly (readonly [value: T, text: string])[],
  value: T,
  choose: (value: T) => void,
): TemplateResult {
  return html`
    <div class="segmented" part="switch" role="group" aria-label=${name}>
      ${options.map(
        ([option, text]) => html`
          <button
            type="button"
            aria-pressed=${option === value ? 'true' : 'false'}
            @click=${() => choose(option)}
          >
            ${text}
          </button>
        `,
      )}
    </div>
  `;
}
