import type { ReactiveController, ReactiveControllerHost } from 'lit';
import {
  isWhole,
  moveEnd,
  moveSpan,
  sameEnds,
  spanOver,
  type RangeEnd,
  type RangeEnds,
} from './range-ends.js';

/** What a brush moves. */
export interface Brush {
  /** The last edge: there are as many bins. */
  readonly last: () => number;
  readonly ends: () => RangeEnds;
  /** The place along the axis, from 0 to 1, among the edges, with what lies between two of them. */
  readonly edgeAt: (share: number) => number;
  readonly direction: () => 'ltr' | 'rtl';
  /** The reader has moved the brush, at most once in a frame. */
  readonly move: (ends: RangeEnds) => void;
  /** The reader has let go. */
  readonly settle: () => void;
  readonly clear: () => void;
  readonly focus: (end: RangeEnd) => void;
}

/** What a pointer does between its press and its release. */
interface Drag {
  readonly pointer: number;
  readonly part: RangeEnd | 'span' | 'new';
  /** Where it was pressed, in edges, and the brush at that time. */
  readonly start: number;
  readonly before: RangeEnds;
  hasMoved: boolean;
}

/**
 * A brush over bins, by mouse, touch, pen and keyboard. It moves from edge to edge; of the moves within a frame the
 * newest counts.
 */
export class BrushController implements ReactiveController {
  readonly #brush: Brush;
  #drag: Drag | null = null;
  #next: RangeEnds | null = null;
  #frame = 0;

  constructor(host: ReactiveControllerHost, brush: Brush) {
    this.#brush = brush;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#drag = null;
    this.#forget();
  }

  get isDragging(): boolean {
    return this.#drag !== null;
  }

  readonly onPointerDown = (event: PointerEvent): void => {
    if (event.button !== 0 || this.#drag) return;
    const area = event.currentTarget as HTMLElement;
    const start = this.#edgeAt(event, area);
    const before = this.#brush.ends();
    const part = this.#partAt(event, area, start);
    this.#drag = { pointer: event.pointerId, part, start, before, hasMoved: false };
    area.setPointerCapture(event.pointerId);
    this.#brush.focus(part === 'from' || (part === 'span' && before.from > 0) ? 'from' : 'to');
    // The slider has the focus; the press must not take it away, nor begin to select text.
    event.preventDefault();
  };

  readonly onPointerMove = (event: PointerEvent): void => {
    const drag = this.#drag;
    if (drag?.pointer !== event.pointerId) return;
    const area = event.currentTarget as HTMLElement;
    const at = this.#edgeAt(event, area);
    if (!drag.hasMoved && Math.abs(at - drag.start) * this.#pixels(area) < STILL) return;
    drag.hasMoved = true;
    this.#request(this.#dragged(drag, at));
  };

  readonly onPointerUp = (event: PointerEvent): void => {
    const drag = this.#drag;
    if (drag?.pointer !== event.pointerId) return;
    // A press that stays where it is chooses the bin it is on.
    if (!drag.hasMoved && drag.part === 'new') this.#request(this.#dragged(drag, drag.start));
    this.#flush();
    this.#drag = null;
    this.#brush.settle();
  };

  /** The browser took the pointer away, to scroll: as if it had never been pressed. */
  readonly onPointerCancel = (event: PointerEvent): void => {
    if (this.#drag?.pointer === event.pointerId) this.#giveUp();
  };

  readonly onKeyDown = (event: KeyboardEvent, end: RangeEnd): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') {
      if (this.#drag) this.#giveUp();
      else this.#brush.clear();
      event.preventDefault();
      return;
    }
    const ends = this.#brush.ends();
    const last = this.#brush.last();
    const by = this.#stepOf(event.key);
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? last : by === null ? null : ends[end] + by;
    if (to === null) return;
    event.preventDefault();
    const moved =
      event.shiftKey && !isWhole(ends, last)
        ? moveSpan(ends, to - ends[end], last)
        : moveEnd(ends, end, to, last);
    if (sameEnds(moved, ends)) return;
    this.#brush.move(moved);
  };

  /** A key may repeat; what it came to is said when it is let go. */
  readonly onKeyUp = (event: KeyboardEvent): void => {
    if (MOVING.has(event.key)) this.#brush.settle();
  };

  #dragged({ part, start, before }: Drag, at: number): RangeEnds {
    const last = this.#brush.last();
    if (part === 'new') return spanOver(start, at, last);
    const by = Math.round(at - start);
    return part === 'span' ? moveSpan(before, by, last) : moveEnd(before, part, Math.round(at), last);
  }

  #stepOf(key: string): number | null {
    const forward = this.#brush.direction() === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    if (key === 'ArrowLeft' || key === 'ArrowRight') return key === forward ? 1 : -1;
    return STEPS[key] ?? null;
  }

  #request(ends: RangeEnds): void {
    this.#next = ends;
    this.#frame ||= requestAnimationFrame(() => this.#flush());
  }

  #flush(): void {
    const ends = this.#next;
    this.#forget();
    if (ends && !sameEnds(ends, this.#brush.ends())) this.#brush.move(ends);
  }

  #forget(): void {
    if (this.#frame) cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#next = null;
  }

  #giveUp(): void {
    const { before } = this.#drag ?? { before: this.#brush.ends() };
    this.#drag = null;
    this.#forget();
    if (!sameEnds(before, this.#brush.ends())) this.#brush.move(before);
  }

  /** The place of a pointer among the edges. */
  #edgeAt({ clientX }: PointerEvent, area: HTMLElement): number {
    const { left, width } = area.getBoundingClientRect();
    const share = width > 0 ? (clientX - left) / width : 0;
    const along = this.#brush.direction() === 'rtl' ? 1 - share : share;
    return this.#brush.edgeAt(Math.max(0, Math.min(1, along)));
  }

  /** The inline size of a bin. */
  #pixels(area: HTMLElement): number {
    return area.getBoundingClientRect().width / Math.max(1, this.#brush.last());
  }

  /** What is pressed: an end within reach, the span between them, or a place for a new brush. */
  #partAt(event: PointerEvent, area: HTMLElement, at: number): Drag['part'] {
    const { from, to } = this.#brush.ends();
    const reach = (event.pointerType === 'touch' ? FINGER : CURSOR) / this.#pixels(area);
    const [low, high] = [Math.abs(at - from), Math.abs(at - to)];
    if (Math.min(low, high) <= reach) return low < high ? 'from' : 'to';
    return at > from && at < to && !isWhole({ from, to }, this.#brush.last()) ? 'span' : 'new';
  }
}

/** How near to an end, in px, counts as on it; and how far a press may slip. */
const CURSOR = 8;
const FINGER = 22;
const STILL = 3;

const STEPS: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 5, PageDown: -5 };
const MOVING: ReadonlySet<string> = new Set([
  ...Object.keys(STEPS),
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
]);
