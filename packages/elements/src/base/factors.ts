import { html, nothing, type TemplateResult } from 'lit';

/** One number of a product, with the sign that stands before it. */
export interface Factor {
  readonly sign: '' | '=' | '×' | '÷';
  readonly value: string;
  readonly label: string;
}

/** A product written out, and the same as a sentence. */
export interface Factors {
  readonly spoken: string;
  readonly list: readonly Factor[];
}

/** A row of numbers over the picture that multiply to the first. */
export function factorsRow(factors: Factors | null | undefined): TemplateResult | typeof nothing {
  if (!factors) return nothing;
  return html`
    <div class="factors" part="factors">
      <p class="unseen">${factors.spoken}</p>
      ${factors.list.map(
        ({ sign, value, label }) => html`
          <span class="factor" aria-hidden="true">
            <span class="sign">${sign}</span>
            <span class="amount"
              ><b><bdi>${value}</bdi></b
              ><bdi>${label}</bdi></span
            >
          </span>
        `,
      )}
    </div>
  `;
}
