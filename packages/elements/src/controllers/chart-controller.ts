import { showMarkState, type Chart, type ChartMark } from '@pipeline-kit/charts';
import type { Mark } from '@pipeline-kit/model';
import { html, nothing, render, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { markList } from '../base/mark-list.js';
import { measureIn } from '../base/measure.js';
import { tooltipTemplate } from '../base/tooltip-template.js';
import type { DrawOptions, MarkWords } from '../base/view.js';
import { RovingController } from './roving-controller.js';
import { TooltipController } from './tooltip-controller.js';

type ChartHost = ReactiveControllerHost & HTMLElement & { readonly renderRoot: ParentNode };

/** What a chart's widget answers and does. */
export interface ChartActions {
  readonly name: () => string;
  readonly words: (mark: ChartMark<Mark>) => { readonly words: MarkWords; readonly hints: readonly string[] };
  readonly isChosen: (mark: ChartMark<Mark>) => boolean;
  readonly press: (mark: ChartMark<Mark>) => void;
  readonly open: (mark: ChartMark<Mark>) => void;
  readonly escape: () => void;
  readonly point: (mark: ChartMark<Mark> | null) => void;
}

/** What a chart is drawn from: the same function is drawn again only when one of the inputs is another. */
export interface Drawing {
  readonly draw: ((options: DrawOptions) => Chart<Mark>) | null;
  readonly inputs: readonly unknown[];
  readonly options: Omit<DrawOptions, 'document' | 'measure'>;
  readonly isStale: boolean;
  /** Keys of marks that another widget points at. */
  readonly isPointedAt: (mark: ChartMark<Mark>) => boolean;
}

/**
 * The picture of a widget: drawn after rendering, into a box that the template leaves alone, with its
 * marks as a list on top, a tooltip, and one way for mouse, touch and keyboard to get at a mark.
 */
export class ChartController implements ReactiveController {
  chart: Chart<Mark> | null = null;

  readonly #host: ChartHost;
  readonly #actions: ChartActions;
  readonly #tooltip: TooltipController;
  readonly #roving: RovingController;
  #inputs: readonly unknown[] = [];
  #drawing: Drawing | null = null;
  #focused: string | null = null;
  #hovered: string | null = null;

  constructor(host: ChartHost, actions: ChartActions) {
    this.#host = host;
    this.#actions = actions;
    this.#tooltip = new TooltipController(host, () => this.#part('.tip'));
    this.#roving = new RovingController(host, (key) => this.#button(key)?.focus());
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#focused = null;
    this.#hovered = null;
  }

  /** Draws when there is something else to draw, and shows the state of the marks. For `updated`. */
  show(drawing: Drawing): void {
    this.#drawing = drawing;
    const box = this.#part('.drawing');
    const list = this.#part('.marks');
    if (!box || !list) return;
    const { draw, inputs, options } = drawing;
    const all = [...inputs, options.width, options.locale, options.direction];
    const isSame = all.length === this.#inputs.length && all.every((input, i) => input === this.#inputs[i]);
    if (!isSame && (options.width > 0 || !draw)) {
      this.#inputs = all;
      this.chart =
        draw?.({ ...options, document: this.#host.ownerDocument, measure: measureIn(box) }) ?? null;
      box.replaceChildren(...(this.chart ? [this.chart.svg] : []));
      this.#tooltip.hide();
    }
    this.#roving.setKeys(this.chart?.marks.map(({ key }) => key) ?? []);
    render(this.chart && this.chart.marks.length > 0 ? this.#list(this.chart) : nothing, list, {
      host: this.#host,
    });
    this.#showState();
  }

  /** The mark under a pointer, or under the pointer that sent this event. */
  markAt(event: Event): ChartMark<Mark> | null {
    const target = event.composedPath()[0];
    const key = target instanceof Element ? target.closest('[data-mark]')?.getAttribute('data-mark') : null;
    return this.chart?.marks.find((mark) => mark.key === key) ?? null;
  }

  readonly onPointerMove = (event: PointerEvent): void => {
    if (event.pointerType === 'touch') return;
    const mark = this.markAt(event);
    if ((mark?.key ?? null) === this.#hovered) return;
    this.#hovered = mark?.key ?? null;
    if (mark) this.#tell(mark);
    else this.#tooltip.hideSoon();
    this.#actions.point(mark);
    this.#showState();
  };

  readonly onPointerLeave = (): void => {
    if (this.#hovered === null) return;
    this.#hovered = null;
    this.#tooltip.hideSoon();
    this.#actions.point(null);
    this.#showState();
  };

  readonly onClick = (event: MouseEvent): void => {
    const mark = this.markAt(event);
    if (!mark) {
      this.#tooltip.hide();
      return;
    }
    this.#roving.setActive(mark.key);
    // The keyboard goes on from where the pointer pressed.
    this.#button(mark.key)?.focus({ preventScroll: true });
    this.#actions.press(mark);
    // A finger points at nothing before it presses.
    this.#tell(mark);
  };

  readonly onDoubleClick = (event: MouseEvent): void => {
    const mark = this.markAt(event);
    if (mark) this.#actions.open(mark);
  };

  readonly onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      this.#tooltip.hide();
      this.#actions.escape();
      return;
    }
    if (this.#roving.handle(event, this.#drawing?.options.direction ?? 'ltr')) {
      event.preventDefault();
      return;
    }
    const mark = this.chart?.marks.find(({ key }) => key === this.#roving.active);
    if (event.key !== 'Enter' || !mark) return;
    event.preventDefault();
    if (event.shiftKey) this.#actions.open(mark);
    else this.#actions.press(mark);
    this.#tell(mark);
  };

  #list({ marks }: Chart<Mark>): unknown {
    const isChosen = (key: string): boolean => {
      const mark = marks.find((one) => one.key === key);
      return mark !== undefined && this.#actions.isChosen(mark);
    };
    return html`${markList(marks, {
      name: this.#actions.name(),
      tabIndex: (key) => this.#roving.tabIndex(key),
      isChosen,
      focus: (mark) => this.#onFocus(mark),
      blur: () => this.#onBlur(),
      press: (mark) => this.#actions.press(mark),
    })}`;
  }

  #onFocus(mark: ChartMark<Mark>): void {
    this.#roving.setActive(mark.key);
    // A press with the mouse focuses as well: it shows no ring, and has its own tooltip.
    if (!this.#button(mark.key)?.matches(':focus-visible')) return;
    this.#focused = mark.key;
    this.#tell(mark);
    this.#showState();
  }

  #onBlur(): void {
    this.#focused = null;
    this.#tooltip.hideSoon();
    this.#showState();
  }

  /** Writes the tooltip of a mark and shows it there. */
  #tell(mark: ChartMark<Mark>): void {
    const tip = this.#part('.tip');
    const button = this.#button(mark.key);
    if (!tip || !button) return;
    const { words, hints } = this.#actions.words(mark);
    render(tooltipTemplate(words, hints), tip, { host: this.#host });
    this.#tooltip.show(mark.key, button.getBoundingClientRect());
  }

  #showState(): void {
    const { chart } = this;
    if (!chart) return;
    const keys = (isIt: (mark: ChartMark<Mark>) => boolean): string[] =>
      chart.marks.filter(isIt).map(({ key }) => key);
    const pointed = this.#drawing ? keys(this.#drawing.isPointedAt) : [];
    showMarkState(chart, {
      focused: this.#focused,
      hovered: this.#hovered === null ? pointed : [this.#hovered, ...pointed],
      selected: keys((mark) => this.#actions.isChosen(mark)),
    });
    chart.svg.toggleAttribute('data-stale', this.#drawing?.isStale ?? false);
  }

  #part(selector: string): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>(selector);
  }

  #button(key: string): HTMLElement | null {
    const buttons = this.#host.renderRoot.querySelectorAll<HTMLElement>('.marks button');
    return [...buttons].find((button) => button.dataset['key'] === key) ?? null;
  }
}
