import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Texts } from '../messages/catalogue.js';
import type { RangeInput } from './range-input.js';

/** One of several choices, with what is said beside it. */
export interface RadioOption<T extends string> {
  readonly value: T;
  readonly text: string;
  readonly beside: string;
}

/** Choices of which one holds. */
export function radioList<T extends string>(
  name: string,
  options: readonly RadioOption<T>[],
  value: T,
  choose: (value: T) => void,
): TemplateResult {
  return html`
    <fieldset>
      <legend>${name}</legend>
      ${options.map(
        (option) => html`
          <label class="option">
            <input
              type="radio"
              name="choice"
              .checked=${live(option.value === value)}
              @change=${() => choose(option.value)}
            />
            <bdi>${option.text}</bdi>
            ${option.beside ? html`<span class="much"><bdi>${option.beside}</bdi></span>` : nothing}
          </label>
        `,
      )}
    </fieldset>
  `;
}

/** How two inputs for a range are made. */
export interface RangeInputs {
  readonly type: 'date' | 'number';
  readonly value: RangeInput;
  /** Nothing lies between the two. */
  readonly isBackwards: boolean;
  /** What the end is called: the last day of dates, the bound of numbers. */
  readonly end: string;
  readonly change: (value: RangeInput) => void;
}

/** From and to. What is typed counts when it is done. */
export function rangeInputs({ filters: say }: Texts, inputs: RangeInputs): TemplateResult {
  const { type, value, isBackwards, end, change } = inputs;
  const input = (name: keyof RangeInput, text: string): TemplateResult => html`
    <label>
      ${text}
      <input
        type=${type}
        step=${type === 'number' ? 'any' : nothing}
        name=${name}
        .value=${live(value[name])}
        aria-invalid=${isBackwards ? 'true' : nothing}
        aria-describedby=${isBackwards ? 'backwards' : nothing}
        @change=${(event: Event) => change({ ...value, [name]: (event.target as HTMLInputElement).value })}
      />
    </label>
  `;
  return html`
    <div class="inputs">${input('from', say.from)} ${input('to', end)}</div>
    ${isBackwards ? html`<p class="hint wrong" id="backwards">${say.backwards}</p>` : nothing}
  `;
}
