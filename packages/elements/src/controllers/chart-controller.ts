import { showMarkState, type Chart, type MarkState } from '@pipeline-kit/charts';
import type { Mark } from '@pipeline-kit/model';
import { html, nothing, render, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { markList } from '../base/mark-list.js';
import { measureIn } from '../base/measure.js';
import { tooltipTemplate } from '../base/tooltip-template.js';
import type { DrawOptions, MarkWords, PictureMark } from '../base/view.js';
import { RovingController } from './roving-controller.js';
import { TooltipController } from './tooltip-controller.js';

type ChartHost = ReactiveControllerHost & HTMLElement & { readonly renderRoot: ParentNode };

/** What a chart's widget answers and does. */
export interface ChartActions {
  readonly name: () => string;
  readonly words: (mark: PictureMark) => { readonly words: MarkWords; readonly hints: readonly string[] };
  readonly isChosen: (mark: PictureMark) => boolean;
  readonly press: (mark: PictureMark) => void;
  readonly open: (mark: PictureMark) => void;
  readonly escape: () => void;
  readonly point: (mark: PictureMark | null) => void;
}

/** What a chart is drawn from: the same function is drawn again only when one of the inputs is another. */
export interface Drawing {
  readonly draw: ((options: DrawOptions) => Chart<Mark>) | null;
  /** The marks of a picture of HTML, which the template has made; null where the picture is drawn. */
  readonly marks: readonly PictureMark[] | null;
  readonly inputs: readonly unknown[];
  readonly options: Omit<DrawOptions, 'document' | 'measure'>;
  readonly isStale: boolean;
  /** Keys of marks that another widget points at. */
  readonly isPointedAt: (mark: PictureMark) => boolean;
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
  /** The mark that the tooltip was shown of for the pointer. */
  #told: string | null = null;

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

  /** The marks of what is shown, in reading order. */
  get marks(): readonly PictureMark[] {
    return this.chart?.marks ?? this.#drawing?.marks ?? [];
  }

  /** The block size of what is shown, in px; 0 while nothing is. */
  get height(): number {
    return this.chart?.height ?? (this.#drawing?.marks ? (this.#part('.picture')?.offsetHeight ?? 0) : 0);
  }

  tabIndex(key: string): number {
    return this.#roving.tabIndex(key);
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
    this.#roving.setKeys(this.marks.map(({ key }) => key));
    render(this.chart && this.chart.marks.length > 0 ? this.#list(this.chart) : nothing, list, {
      host: this.#host,
    });
    this.#showState();
  }

  /** The mark under a pointer, or under the pointer that sent this event. */
  markAt(event: Event): PictureMark | null {
    const target = event.composedPath()[0];
    const key = target instanceof Element ? target.closest('[data-mark]')?.getAttribute('data-mark') : null;
    return this.marks.find((mark) => mark.key === key) ?? null;
  }

  readonly onPointerMove = (event: PointerEvent): void => {
    if (event.pointerType === 'touch') return;
    const mark = this.markAt(event);
    const told = isQuiet(event) ? null : (mark?.key ?? null);
    if ((mark?.key ?? null) === this.#hovered && told === this.#told) return;
    this.#hovered = mark?.key ?? null;
    this.#told = told;
    if (mark && told !== null) this.#tell(mark, cellOf(event));
    else this.#tooltip.hideSoon();
    this.#actions.point(mark);
    this.#showState();
  };

  readonly onPointerLeave = (): void => {
    if (this.#hovered === null) return;
    this.#hovered = null;
    this.#told = null;
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
    const mark = this.marks.find(({ key }) => key === this.#roving.active);
    if (event.key !== 'Enter' || !mark || !this.#isOnMark(event)) return;
    event.preventDefault();
    if (event.shiftKey) this.#actions.open(mark);
    else this.#actions.press(mark);
    this.#tell(mark);
  };

  readonly onFocusIn = (event: FocusEvent): void => {
    const mark = this.markAt(event);
    if (mark && this.#isOnMark(event)) this.#onFocus(mark);
  };

  readonly onFocusOut = (): void => this.#onBlur();

  /** Whether it comes from what takes the focus for a mark, and not from something else in the picture. */
  #isOnMark(event: Event): boolean {
    const target = event.composedPath()[0];
    return target instanceof Element && target.closest('[data-key]') !== null;
  }

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

  #onFocus(mark: PictureMark): void {
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
  #tell(mark: PictureMark, anchor: Element | null = this.#button(mark.key)): void {
    const tip = this.#part('.tip');
    if (!tip || !anchor) return;
    const { words, hints } = this.#actions.words(mark);
    render(tooltipTemplate(words, hints), tip, { host: this.#host });
    this.#tooltip.show(mark.key, anchor.getBoundingClientRect());
  }

  #showState(): void {
    const { chart } = this;
    const keys = (isIt: (mark: PictureMark) => boolean): string[] =>
      this.marks.filter(isIt).map(({ key }) => key);
    const pointed = this.#drawing ? keys(this.#drawing.isPointedAt) : [];
    const state = {
      focused: this.#focused,
      hovered: this.#hovered === null ? pointed : [this.#hovered, ...pointed],
      selected: keys((mark) => this.#actions.isChosen(mark)),
    };
    if (chart) {
      showMarkState(chart, state);
      chart.svg.toggleAttribute('data-stale', this.#drawing?.isStale ?? false);
    } else showPictureState(this.#part('.picture'), state);
  }

  #part(selector: string): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>(selector);
  }

  #button(key: string): HTMLElement | null {
    const buttons = this.#host.renderRoot.querySelectorAll<HTMLElement>('.plot [data-key]');
    return [...buttons].find((button) => button.dataset['key'] === key) ?? null;
  }
}

/** Whether the pointer is on a part of a mark that says itself what a tooltip would. */
function isQuiet(event: Event): boolean {
  const target = event.composedPath()[0];
  return target instanceof Element && target.closest('[data-quiet]') !== null;
}

/** The cell of a table under the pointer; undefined elsewhere. */
function cellOf(event: Event): Element | undefined {
  const target = event.composedPath()[0];
  return (target instanceof Element && target.closest('td, th')) || undefined;
}

/** Shows the state of marks on a picture of HTML: attributes that its styles know. */
function showPictureState(
  picture: HTMLElement | null,
  { focused, hovered, selected }: Required<MarkState>,
): void {
  for (const element of picture?.querySelectorAll('[data-mark]') ?? []) {
    const key = element.getAttribute('data-mark') ?? '';
    element.toggleAttribute('data-focused', key === focused);
    element.toggleAttribute('data-hovered', hovered.includes(key));
    element.toggleAttribute('data-selected', selected.includes(key));
  }
  picture?.toggleAttribute('data-selecting', selected.length > 0);
}
