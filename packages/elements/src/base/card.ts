import { html, nothing, type TemplateResult } from 'lit';
import type { Texts } from '../messages/catalogue.js';
import type { Progress } from '../source/fetch-bytes.js';
import type { ExportFormat } from '../events/pipeline-export-event.js';
import { cssom } from '../strict/cssom.js';
import { factorsRow } from './factors.js';
import { chartIcon, closeIcon, moreIcon, tableIcon } from './icons.js';
import { loadingBlock, messageBlock } from './state-blocks.js';
import { tableTemplate } from './table-template.js';
import type { WidgetView } from './view.js';
import type { WidgetState } from './widget-state.js';

/** Everything a card shows, and what its buttons do. */
export interface CardModel {
  readonly texts: Texts;
  readonly name: string;
  readonly state: WidgetState;
  readonly view: WidgetView | null;
  readonly isStale: boolean;
  readonly headingLevel: number;
  readonly isFigure: boolean;
  readonly toolbar: unknown;
  /** What is chosen here, in words; null for nothing. */
  readonly chosen: string | null;
  readonly isTable: boolean;
  readonly hasTable: boolean;
  /** Whether there is a picture that the table can stand in for. */
  readonly hasChart: boolean;
  /** Whether the picture is one that can be saved. */
  readonly hasDrawing: boolean;
  readonly isMenuOpen: boolean;
  readonly panel: unknown;
  readonly isCounted: boolean;
  readonly progress: Progress | null;
  /** The block size of the last picture, to keep the card's while something else is shown; 0 without one. */
  readonly drawn: number;
  /** Spoken once, politely. */
  readonly spoken: string;
  readonly rowsLink: TemplateResult | typeof nothing;
  /** What the reader can do with the picture or the table as a whole, in the foot. */
  readonly more: TemplateResult | typeof nothing;
  /** The picture where it is made of HTML. */
  readonly picture: TemplateResult | typeof nothing;
  /** Lies on the picture. */
  readonly controls: TemplateResult | typeof nothing;
  readonly act: CardActions;
}

export interface CardActions {
  readonly clear: () => void;
  readonly toggleTable: () => void;
  readonly toggleMenu: (event: Event) => void;
  readonly menuToggled: (event: Event) => void;
  readonly export: (format: ExportFormat) => void;
  readonly toggleCounted: () => void;
  readonly stop: (() => void) | null;
  readonly pointerMove: (event: PointerEvent) => void;
  readonly pointerLeave: () => void;
  readonly click: (event: MouseEvent) => void;
  readonly doubleClick: (event: MouseEvent) => void;
  readonly keyDown: (event: KeyboardEvent) => void;
  readonly focusIn: (event: FocusEvent) => void;
  readonly focusOut: () => void;
}

/** The frame that every widget stands in, in each of its states. */
export function card(model: CardModel): TemplateResult {
  const { texts, name, state, isStale, view } = model;
  const finding = view && state.status === 'ready' ? view.finding : '';
  return html`
    <figure
      class="card ${model.isFigure ? 'is-figure' : ''}"
      part="base"
      lang=${texts.locale}
      aria-label=${name}
      aria-busy=${state.status === 'loading' || isStale ? 'true' : 'false'}
      data-state=${state.status}
      ?data-stale=${isStale}
      ${cssom({ _drawn: model.drawn > 0 ? `${model.drawn}px` : null })}
    >
      <div class="inside">
        ${head(model)} ${state.notice ? html`<p class="notice" part="notice">${state.notice}</p>` : nothing}
        <div class="ready">
          <div
            class="finding ${model.isFigure ? 'figure' : ''}"
            part="finding"
            role=${finding ? 'heading' : nothing}
            aria-level=${finding ? model.headingLevel : nothing}
          >
            <slot name="summary"><bdi>${finding}</bdi></slot>
          </div>
          <p class="evidence" part="evidence"><bdi>${view?.evidence ?? ''}</bdi></p>
          ${state.status === 'ready' ? factorsRow(view?.factors) : nothing}
        </div>
        ${body(model)} ${states(model)} ${foot(model)}
      </div>
      <div class="spoken" role="status" aria-live="polite">${model.spoken}</div>
      <div class="pop tip" part="tooltip" role="tooltip" popover="manual"></div>
    </figure>
  `;
}

function head(model: CardModel): TemplateResult {
  const { texts, name, chosen, isTable, hasTable, isMenuOpen, state, act } = model;
  const isReady = state.status === 'ready';
  const tableText = isTable ? texts.card.chart : texts.card.table;
  const tableButton = (kind: string, content: unknown): TemplateResult => html`
    <button
      type="button"
      class=${kind}
      part="table-button"
      aria-label=${tableText}
      title=${tableText}
      aria-pressed=${isTable ? 'true' : 'false'}
      @click=${act.toggleTable}
    >
      ${content}
    </button>
  `;
  return html`
    <div class="head" part="header">
      <div class="name" part="name"><slot name="title">${name}</slot></div>
      ${
        chosen === null
          ? nothing
          : html`
              <button
                type="button"
                class="chip"
                part="chip"
                aria-label=${texts.card.clear(chosen)}
                @click=${act.clear}
              >
                <bdi>${chosen}</bdi>${closeIcon}
              </button>
            `
      }
      ${isReady ? model.toolbar : nothing}
      <slot name="toolbar"></slot>
      ${isReady && hasTable && model.hasChart ? tableButton('tool wide', isTable ? chartIcon : tableIcon) : nothing}
      ${
        isReady && hasTable
          ? html`
              <button
                type="button"
                class="tool"
                part="menu-button"
                aria-label=${texts.card.more}
                title=${texts.card.more}
                aria-expanded=${isMenuOpen ? 'true' : 'false'}
                @click=${act.toggleMenu}
              >
                ${moreIcon}
              </button>
              ${menu(model, tableButton)}
            `
          : nothing
      }
    </div>
  `;
}

function menu(
  { texts, hasChart, hasDrawing, isTable, act }: CardModel,
  tableButton: (kind: string, content: unknown) => TemplateResult,
): TemplateResult {
  const { card: say } = texts;
  const files = [['csv', say.exportCsv] as const].concat(
    hasDrawing && !isTable
      ? ([
          ['svg', say.exportSvg],
          ['png', say.exportPng],
        ] as never)
      : [],
  );
  return html`
    <div class="pop menu" part="menu" popover="auto" @toggle=${act.menuToggled}>
      ${hasChart ? tableButton('narrow', isTable ? say.chart : say.table) : nothing}
      ${files.map(
        ([format, text]) => html`<button type="button" @click=${() => act.export(format)}>${text}</button>`,
      )}
    </div>
  `;
}

function body(model: CardModel): TemplateResult {
  const { view, isTable, hasChart, panel, act, state } = model;
  const isReady = state.status === 'ready';
  const table = isReady && view?.table && (isTable || !hasChart) && hasChart ? view.table : null;
  const isBare = !hasChart && panel === null;
  // The plot stays in every state: it is what is measured, and what was drawn is kept.
  return html`
    <div class="body ready ${isBare ? 'bare' : ''} ${table || panel ? 'over' : ''}">
      <div class="plot" part="plot" ?hidden=${table !== null || panel !== null}>
        <div
          class="drawing"
          @pointermove=${act.pointerMove}
          @pointerleave=${act.pointerLeave}
          @click=${act.click}
          @dblclick=${act.doubleClick}
        ></div>
        <div class="marks" @keydown=${act.keyDown}></div>
        ${
          model.picture === nothing
            ? nothing
            : html`
                <div
                  class="picture"
                  @pointermove=${act.pointerMove}
                  @pointerleave=${act.pointerLeave}
                  @click=${act.click}
                  @dblclick=${act.doubleClick}
                  @keydown=${act.keyDown}
                  @focusin=${act.focusIn}
                  @focusout=${act.focusOut}
                >
                  ${model.picture}
                </div>
              `
        }
        ${model.controls}
      </div>
      ${table && panel === null ? tableTemplate(table, `${model.name}: ${view?.finding ?? ''}`) : nothing}
      ${panel ?? nothing}
    </div>
  `;
}

function states({ texts, state, progress, isFigure, act }: CardModel): TemplateResult {
  const { status, words } = state;
  return html`
    <div class="state loading">
      <slot name="loading">
        ${status === 'loading' ? loadingBlock(texts, { progress, isFigure, stop: act.stop }) : nothing}
      </slot>
    </div>
    <div class="state empty">
      <slot name="empty">${status === 'empty' && words ? messageBlock(words, 'empty') : nothing}</slot>
    </div>
    <div class="state error">
      <slot name="error">${status === 'error' && words ? messageBlock(words, 'error') : nothing}</slot>
    </div>
  `;
}

function foot({ texts, view, isCounted, rowsLink, more, act }: CardModel): TemplateResult {
  return html`
    <div class="foot ready" part="footer">
      ${(view?.notes ?? []).map((note) => html`<span><bdi>${note}</bdi></span>`)} ${more} ${rowsLink}
      <slot name="footer"></slot>
      <button
        type="button"
        class="link end"
        aria-expanded=${isCounted ? 'true' : 'false'}
        @click=${act.toggleCounted}
      >
        ${texts.card.howCounted}
      </button>
    </div>
  `;
}
