import type { Measure } from './text-width.js';

/** Everything a chart needs from outside; nothing is read from the page. */
export interface ChartOptions {
  /** The document that makes the nodes. */
  readonly document: Document;
  /** The inline size to fill, in px. */
  readonly width: number;
  /** BCP 47, for numbers and for cutting texts. */
  readonly locale: string;
  /** Default 'ltr'; 'rtl' mirrors the picture, and keeps each phrase whole. */
  readonly direction?: 'ltr' | 'rtl';
  /** Measures texts in the real font; default an estimate by letter widths. */
  readonly measure?: Measure;
}

/** Where a mark is, in px of the SVG. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A part of the picture that stands for opportunities; its nodes carry `data-mark="KEY"`. */
export interface ChartMark<M = unknown> {
  /** Unique in its chart, and the same for the same mark when the chart is drawn again. */
  readonly key: string;
  /** One spoken sentence, with the number. */
  readonly label: string;
  /** What the metric calls it: the argument of `opportunities({ metric, params, mark })`. */
  readonly mark: M;
  /** Parameters in which its question differs from the chart's: a period, where each bar is one. */
  readonly params?: Readonly<Record<string, unknown>>;
  /** What a focus ring goes around and a tooltip points at. */
  readonly box: Box;
}

/** A drawn chart, attached to nothing. Marks stand in reading order. */
export interface Chart<M = unknown> {
  readonly svg: SVGSVGElement;
  readonly marks: readonly ChartMark<M>[];
  readonly width: number;
  readonly height: number;
}
