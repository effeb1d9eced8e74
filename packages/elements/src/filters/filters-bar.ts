import type { Clause } from '@pipeline-kit/model';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { closeIcon } from '../base/icons.js';
import type { Texts } from '../messages/catalogue.js';
import type { OpenPart } from './open-part.js';

/** A clause as a chip. */
export interface Chip {
  readonly key: string;
  readonly clause: Clause;
  readonly name: string;
  readonly value: string;
}

/** Everything the bar shows, and what its buttons do. */
export interface BarModel {
  readonly texts: Texts;
  /** What stands in place of the bar; null when there is a pipeline. */
  readonly problem: { readonly text: string; readonly retry: (() => void) | null } | null;
  readonly isLoading: boolean;
  readonly period: string | null;
  readonly comparison: string | null;
  readonly asOf: string | null;
  readonly chips: readonly Chip[];
  /** The kind of choices that is open; null for none. */
  readonly open: OpenPart['part'] | null;
  readonly choices: unknown;
  readonly spoken: string;
  readonly tabIndex: (key: string) => number;
  readonly act: BarActions;
}

export interface BarActions {
  readonly toggle: (part: 'period' | 'comparison' | 'asOf' | 'fields', event: Event) => void;
  readonly toggled: (event: Event) => void;
  readonly edit: (chip: Chip, event: Event) => void;
  readonly remove: (chip: Chip) => void;
  readonly focus: (chip: Chip) => void;
  readonly chipKey: (chip: Chip, event: KeyboardEvent) => void;
  readonly clear: () => void;
  readonly keyDown: (event: KeyboardEvent) => void;
}

/** The bar in each of its states. */
export function filtersBar(model: BarModel): TemplateResult {
  const { texts, problem, isLoading, open, choices, spoken, act } = model;
  return html`
    <div
      class="bar"
      part="base"
      role="group"
      lang=${texts.locale}
      aria-label=${texts.filters.name}
      aria-busy=${isLoading ? 'true' : 'false'}
      @keydown=${act.keyDown}
    >
      <div class="row">
        ${
          problem
            ? html`<slot name="error">
                <p class="problem"><bdi>${problem.text}</bdi></p>
                ${problem.retry ? html`<button type="button" class="link" @click=${problem.retry}>${texts.card.retry}</button>` : nothing}
              </slot>`
            : isLoading
              ? html`<slot name="loading"><i class="bone"></i><i class="bone"></i></slot>`
              : ready(model)
        }
      </div>
      <div
        class="pop choices"
        part="popover"
        popover="auto"
        role="dialog"
        tabindex="-1"
        aria-label=${titleOf(open, texts)}
        @toggle=${act.toggled}
      >
        ${choices}
      </div>
      <div class="spoken" role="status" aria-live="polite">${spoken}</div>
    </div>
  `;
}

function ready(model: BarModel): TemplateResult {
  const { texts, period, comparison, asOf, chips, open, act } = model;
  const { filters: say } = texts;
  const pick = (part: 'period' | 'comparison', name: string, value: string): TemplateResult => html`
    <button
      type="button"
      class="pick"
      part="pick"
      aria-haspopup="dialog"
      aria-expanded=${open === part ? 'true' : 'false'}
      @click=${(event: Event) => act.toggle(part, event)}
    >
      <span>${name}</span> <bdi>${value}</bdi>${caret}
    </button>
  `;
  return html`
    ${period === null ? nothing : pick('period', say.period, period)}
    ${comparison === null ? nothing : pick('comparison', say.comparedWith, comparison)}
    ${
      chips.length === 0
        ? nothing
        : html`<ul class="chips" role="list" aria-label=${say.filters(chips.length)}>
            ${repeat(
              chips,
              ({ key }) => key,
              (chip) => chipItem(chip, model),
            )}
          </ul>`
    }
    <button
      type="button"
      class="link add"
      aria-haspopup="dialog"
      aria-expanded=${open === 'fields' ? 'true' : 'false'}
      @click=${(event: Event) => act.toggle('fields', event)}
    >
      ${say.add}
    </button>
    ${
      chips.length === 0
        ? nothing
        : html`<button type="button" class="link clear" @click=${act.clear}>${say.clearAll}</button>`
    }
    <slot></slot>
    ${
      asOf === null
        ? nothing
        : html`<button
            type="button"
            class="as-of"
            part="as-of"
            aria-haspopup="dialog"
            aria-expanded=${open === 'asOf' ? 'true' : 'false'}
            @click=${(event: Event) => act.toggle('asOf', event)}
          >
            <bdi>${asOf}</bdi>
          </button>`
    }
  `;
}

function chipItem(chip: Chip, { texts, tabIndex, act }: BarModel): TemplateResult {
  const { filters: say, card } = texts;
  const words = `${chip.name} ${chip.value}`;
  return html`
    <li>
      <span class="filter" part="chip">
        <button
          type="button"
          class="label"
          data-key=${chip.key}
          tabindex=${tabIndex(chip.key)}
          title=${words}
          aria-label=${say.edit(words)}
          aria-keyshortcuts="Delete Backspace"
          aria-haspopup="dialog"
          @click=${(event: Event) => act.edit(chip, event)}
          @focus=${() => act.focus(chip)}
          @keydown=${(event: KeyboardEvent) => act.chipKey(chip, event)}
        >
          <span>${chip.name}</span> <bdi>${chip.value}</bdi>
        </button>
        <button
          type="button"
          class="remove"
          tabindex="-1"
          aria-label=${card.clear(words)}
          @click=${() => act.remove(chip)}
        >
          ${closeIcon}
        </button>
      </span>
    </li>
  `;
}

function titleOf(open: BarModel['open'], { filters: say }: Texts): string {
  if (open === 'period') return say.period;
  if (open === 'comparison') return say.comparedWith;
  return open === 'asOf' ? say.asOfDay : say.addTitle;
}

const caret = html`
  <svg class="caret" viewBox="0 0 8 5" aria-hidden="true" focusable="false">
    <path d="M1 1l3 3 3-3"></path>
  </svg>
`;
