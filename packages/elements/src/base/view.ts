import type { Chart, ChartMark } from '@pipeline-kit/charts';
import type { Clause, Mark, Pipeline, Selection } from '@pipeline-kit/model';
import type { Texts } from '../messages/catalogue.js';
import type { Periods } from '../source/periods.js';
import type { Factors } from './factors.js';
import type { TableModel } from './table-model.js';

/** What a widget can say with: sentences, names, and the pipeline they speak of. */
export interface ViewContext {
  readonly texts: Texts;
  readonly pipeline: Pipeline;
  /** What the figures are filtered by: everyone's choices but the widget's own. */
  readonly selection: Selection;
  /** The periods that the source's widgets share; a widget's own go before them. */
  readonly periods: Periods;
}

/** The room and the manner in which a chart is drawn. */
export interface DrawOptions {
  readonly document: Document;
  readonly width: number;
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  readonly measure: (text: string, size: number, weight: number) => number;
}

/** What a picture of HTML is made with: the room, and where the reader is in it. */
export interface PictureOptions {
  /** The inline size to fill, in px; 0 while it is not known. */
  readonly width: number;
  readonly direction: 'ltr' | 'rtl';
  readonly measure: (text: string, size: number, weight: number) => number;
  /** For the `tabindex` of what a mark is focused by. */
  readonly tabIndex: (key: string) => number;
  readonly isChosen: (key: string) => boolean;
}

/** A term and what is said of it, in the methods panel or a tooltip. */
export type Line = readonly [term: string, text: string];

/** A part of a picture that stands for opportunities: of an SVG, or of a picture made of HTML, which has no box. */
export type PictureMark = Omit<ChartMark<Mark>, 'box'>;

/** A mark as a tooltip tells it. */
export interface MarkWords {
  readonly title: string;
  readonly lines: readonly Line[];
  /** How many opportunities stand behind it. */
  readonly count: number;
}

/**
 * Everything a widget says about its results, as plain data and pure functions: the card around it does
 * the rest. Made by one function per widget, which needs no DOM.
 */
export interface WidgetView {
  /** Nothing to show: the card says so. */
  readonly isEmpty: boolean;
  /** The sentence with the finding, or the figure alone. */
  readonly finding: string;
  /** Set large, as a figure. */
  readonly isFigure?: boolean;
  readonly evidence: string;
  /** A product written out over the picture. */
  readonly factors?: Factors | null;
  /** Short notes for the foot. */
  readonly notes: readonly string[];
  /** The widget's own lines of the methods panel. */
  readonly methods: readonly Line[];
  /** The same results as a table; null where the sentence says it all. */
  readonly table: TableModel | null;
  /** Draws the results; null where there is nothing to draw. */
  readonly draw: ((options: DrawOptions) => Chart<Mark>) | null;
  /** The marks of a picture that the widget makes of HTML, in reading order; see `PipelineWidget.picture`. */
  readonly marks?: readonly PictureMark[];
  /** The query that the marks belong to. */
  readonly metric: string;
  readonly params: object;
  readonly describe: (mark: PictureMark) => MarkWords;
  /**
   * What the others filter by when the mark is chosen: a clause, or several where one cannot name the same
   * opportunities; null where no filter can. `params` are those of the mark's own question.
   */
  readonly clause: (mark: Mark, params: object) => Clause | Selection | null;
}
