import { html, nothing, type TemplateResult } from 'lit';
import type { Texts } from '../messages/catalogue.js';
import type { Progress } from '../source/fetch-bytes.js';
import { cssom } from '../strict/cssom.js';
import { filterIcon, warningIcon } from './icons.js';

/** What the three states that show no figures say. */
export interface StateWords {
  readonly title: string;
  readonly detail: string;
  /** What the reader can do about it. */
  readonly actions: readonly (readonly [text: string, act: () => void])[];
}

/** The skeleton, with what is known of the progress. */
export function loadingBlock(
  { card, format }: Texts,
  {
    progress,
    isFigure,
    stop,
  }: { readonly progress: Progress | null; readonly isFigure: boolean; readonly stop: (() => void) | null },
): TemplateResult {
  const share = progress?.total ? Math.min(100, (100 * progress.loaded) / progress.total) : null;
  return html`
    <div class="bones ${isFigure ? 'figure' : ''}" aria-hidden="true">${BONES.map(() => html`<i></i>`)}</div>
    ${
      share === null || !progress?.total
        ? nothing
        : html`
            <div class="progress" aria-hidden="true"><i ${cssom({ _share: `${share}%` })}></i></div>
            <div class="progress-foot">
              <span>${card.read(format.bytes(progress.loaded), format.bytes(progress.total))}</span>
              ${stop ? html`<button type="button" class="link" @click=${stop}>${card.stop}</button>` : nothing}
            </div>
          `
    }
  `;
}

const BONES = Array.from({ length: 12 }, (_, i) => i);

/** Empty, or an error: one sentence, and a way on. */
export function messageBlock(
  { title, detail, actions }: StateWords,
  kind: 'empty' | 'error',
): TemplateResult {
  return html`
    <div class="message">
      ${kind === 'empty' ? filterIcon : warningIcon}
      <p class="finding"><bdi>${title}</bdi></p>
      <p><bdi>${detail}</bdi></p>
      ${
        actions.length === 0
          ? nothing
          : html`
              <div class="actions">
                ${actions.map(
                  ([text, act], i) => html`
                    <button
                      type="button"
                      class="button ${kind === 'error' && i === 0 ? 'strong' : ''}"
                      @click=${act}
                    >
                      ${text}
                    </button>
                  `,
                )}
              </div>
            `
      }
    </div>
  `;
}
