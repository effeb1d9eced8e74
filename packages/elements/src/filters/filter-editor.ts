import type {
  Clause,
  ClauseField,
  FieldsResult,
  FilterKind,
  Pipeline,
  ValueCountsResult,
} from '@pipeline-kit/model';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Texts } from '../messages/catalogue.js';
import { label } from '../strict/label.js';
import { rangeInputs } from './choices-popover.js';
import { clauseOf, inputOf, type RangeInput } from './range-input.js';
import { LISTED, matching, ticked, valueOptions, type ValueOption } from './value-options.js';

/** The fields to filter by that have any value here, each with how many have one. */
export function fieldList(
  { fields }: FieldsResult,
  texts: Texts,
  choose: (field: ClauseField, kind: FilterKind) => void,
): TemplateResult {
  const { filters: say, card, format } = texts;
  return html`
    <p class="title">${say.addTitle}</p>
    <div class="options">
      ${fields
        .filter(({ known }) => known > 0)
        .map(
          ({ field, kind, known }) => html`
            <button type="button" class="option" @click=${() => choose(field, kind)}>
              <bdi>${label(card.column(field))}</bdi>
              <span class="much" aria-label=${say.known(known)}>${format.count(known)}</span>
            </button>
          `,
        )}
    </div>
  `;
}

/** What the editor of one filter is made of. */
export interface EditorModel {
  readonly field: ClauseField;
  readonly kind: FilterKind;
  /** The clause as it stands; null while nothing is chosen. */
  readonly clause: Clause | null;
  /** The values of the field; null while they are counted, and for ranges. */
  readonly values: ValueCountsResult | null;
  readonly pipeline: Pipeline;
  readonly search: string;
  /** What stands in the inputs and is no range. */
  readonly wrong: RangeInput | null;
  readonly setSearch: (text: string) => void;
  readonly setWrong: (input: RangeInput | null) => void;
  readonly change: (clause: Clause | null) => void;
  /** Goes back to the list of fields; null where there is none to go back to. */
  readonly back: (() => void) | null;
}

/** The editor of a filter: what is ticked or typed holds at once. */
export function filterEditor(model: EditorModel, texts: Texts): TemplateResult {
  const { field, kind, back } = model;
  const name = label(texts.card.column(field));
  const isList = kind === 'text' || kind === 'flag';
  return html`
    <div class="title">
      <span>${kind === 'amount' && texts.format.sign ? `${name} (${texts.format.sign})` : name}</span>
      ${back ? html`<button type="button" class="link" @click=${back}>${texts.filters.back}</button>` : nothing}
    </div>
    ${isList ? valueList(model, texts, name) : rangeOf(model, texts)}
  `;
}

function rangeOf(model: EditorModel, texts: Texts): TemplateResult {
  const { field, kind, clause, pipeline, wrong } = model;
  const scale = { kind, currency: pipeline.currency };
  return rangeInputs(texts, {
    type: kind === 'date' ? 'date' : 'number',
    value: wrong ?? inputOf(clause, scale),
    isBackwards: wrong !== null,
    end: kind === 'date' ? texts.filters.to : texts.filters.below,
    change: (input) => {
      const next = clauseOf(field, input, scale);
      model.setWrong(next === 'backwards' ? input : null);
      if (next !== 'backwards') model.change(next);
    },
  });
}

/** From this many values on, a search is offered. */
const MANY = 8;

function valueList(model: EditorModel, texts: Texts, name: string): TemplateResult {
  const { values, clause, pipeline, search, setSearch } = model;
  const { filters: say, card } = texts;
  if (!values) return html`<p class="hint">${card.loading(name)}</p>`;
  const options = valueOptions(values, clause, texts, pipeline);
  const found = matching(options, search);
  const isContains = clause !== null && 'contains' in clause;
  const isSearched = options.length > MANY || values.distinct > values.values.length || isContains;
  return html`
    ${
      isSearched
        ? html`
            <div class="inputs single">
              <label>
                ${say.search(name)}
                <input
                  type="search"
                  .value=${live(search)}
                  @input=${(event: Event) => setSearch((event.target as HTMLInputElement).value)}
                />
              </label>
            </div>
          `
        : nothing
    }
    <fieldset class="options" aria-label=${name}>
      ${isSearched && model.kind === 'text' ? containsOption(model, texts, isContains) : nothing}
      ${found.slice(0, LISTED).map((option) => valueOption(model, texts, option))}
    </fieldset>
    ${found.length === 0 ? html`<p class="hint">${say.noMatch}</p>` : nothing}
    ${found.length > LISTED ? html`<p class="hint">${say.listed(LISTED, found.length)}</p>` : nothing}
  `;
}

function valueOption(model: EditorModel, texts: Texts, option: ValueOption): TemplateResult {
  const { value, text, count, isChosen } = option;
  const { field, clause, change } = model;
  return html`
    <label class="option">
      <input
        type="checkbox"
        .checked=${live(isChosen)}
        @change=${(event: Event) =>
          change(ticked(clause ?? { field, in: [] }, value, (event.target as HTMLInputElement).checked))}
      />
      <bdi>${text}</bdi>
      <span class="much" aria-label=${texts.filters.count(count)}>${texts.format.count(count)}</span>
    </label>
  `;
}

/** All whose text contains what was searched for; or what is chosen so already. */
function containsOption(
  { field, clause, search, change }: EditorModel,
  { filters: say }: Texts,
  isContains: boolean,
): TemplateResult | typeof nothing {
  const text = search.trim() || (clause && 'contains' in clause ? clause.contains : '');
  if (text === '' || NAMED.has(field)) return nothing;
  const isChosen = isContains && clause !== null && 'contains' in clause && clause.contains === text;
  return html`
    <label class="option">
      <input
        type="checkbox"
        .checked=${live(isChosen)}
        @change=${(event: Event) =>
          change((event.target as HTMLInputElement).checked ? { field, contains: text } : null)}
      />
      <bdi>${say.contains(label(text))}</bdi>
    </label>
  `;
}

/** Fields whose values are shown by names of their own: a text would be looked for in their ids. */
const NAMED: ReadonlySet<string> = new Set(['stage', 'partner', 'outcome', 'category']);
