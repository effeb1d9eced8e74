import type { ChartMark } from '@pipeline-kit/charts';
import type { Mark } from '@pipeline-kit/model';
import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { cssom } from '../strict/cssom.js';

/** What the list of marks is told by the widget. */
export interface MarkListOptions {
  readonly name: string;
  readonly tabIndex: (key: string) => number;
  readonly isChosen: (key: string) => boolean;
  readonly focus: (mark: ChartMark<Mark>, button: HTMLElement) => void;
  readonly blur: () => void;
  readonly press: (mark: ChartMark<Mark>) => void;
}

/**
 * The marks of a picture as a list of buttons, each where its mark is, for the keyboard and for those who
 * do not see the picture. A mark keeps its button, and the focus, when the picture is drawn again.
 */
export function markList(marks: readonly ChartMark<Mark>[], options: MarkListOptions): TemplateResult {
  const { name, tabIndex, isChosen, focus, blur, press } = options;
  return html`
    <ul role="list" aria-label=${name}>
      ${repeat(
        marks,
        ({ key }) => key,
        (mark) => html`
          <li>
            <button
              type="button"
              data-key=${mark.key}
              tabindex=${tabIndex(mark.key)}
              aria-pressed=${isChosen(mark.key) ? 'true' : 'false'}
              aria-label=${mark.label}
              @focus=${(event: FocusEvent) => focus(mark, event.currentTarget as HTMLElement)}
              @blur=${blur}
              @click=${() => press(mark)}
              ${cssom({
                _left: `${mark.box.x}px`,
                _top: `${mark.box.y}px`,
                _width: `${Math.max(1, mark.box.width)}px`,
                _height: `${Math.max(1, mark.box.height)}px`,
              })}
            ></button>
          </li>
        `,
      )}
    </ul>
  `;
}
